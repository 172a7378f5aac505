import { nameTactic } from "../../text/name-tactic";

/** Gives a tactic's display name from its short name or id: the catalogue's, else one made of the short name's words. */
export function showTactic(
	tactic: string,
	context: { tacticName(tactic: string): string | undefined },
): string {
	return context.tacticName(tactic) ?? (/^TA\d{4}$/.test(tactic) ? tactic : nameTactic(tactic));
}
