import type { AttackData } from "../attack/attack-data";
import { mergeAttackData, toAttackData } from "../attack/attack-data";
import { createTechniqueResolver } from "../attack/technique-resolver";
import type { RefusedMove } from "../attack/technique-moves";
import { answerMoves } from "../attack/technique-moves";
import type { SettledRecords } from "./draft-notes";
import type { SourceRecords } from "./read-sources";
import { settleRules } from "./settle-rules";
import type { Tally } from "./tally";

/** One catalogue and one rule for each id; the tests wait until it is known which runbooks the vault has. */
export interface SettledSources {
	readonly records: Omit<SettledRecords, "atomics">;
	readonly refusedMoves: readonly RefusedMove[];
}

/**
 * Brings together what the sources' files say of techniques and rules: one catalogue, one rule for each id.
 *
 * `known` is what the vault has of ATT&CK from earlier imports; new bundles stand before it, and a person's answers (`moves`) before both.
 */
export async function settleRecords(
	sources: SourceRecords,
	known: AttackData,
	moves: ReadonlyMap<string, string>,
	tally: Tally,
	breathe: () => Promise<void>,
): Promise<SettledSources> {
	const { findings, built } = sources.attack;
	tally.tell(findings.problems);
	const merged = built === undefined ? known : mergeAttackData(known, toAttackData(built.catalog));
	const { data: attack, refused: refusedMoves } = answerMoves(merged, moves);
	const resolver = createTechniqueResolver(attack);
	await breathe();
	const { rules, problems } = settleRules(sources.rules);
	tally.tell(problems);
	await breathe();
	const { techniques } = findings;
	return { records: { techniques, rules, attack, resolver }, refusedMoves };
}
