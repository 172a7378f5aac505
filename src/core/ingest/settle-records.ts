import type { AttackData } from "../attack/attack-data";
import { mergeAttackData, toAttackData } from "../attack/attack-data";
import { createTechniqueResolver } from "../attack/technique-resolver";
import type { RefusedMove } from "../attack/technique-moves";
import { answerMoves } from "../attack/technique-moves";
import type { SettledRecords } from "./draft-notes";
import type { SourceRecords } from "./read-sources";
import type { Tally } from "./tally";

/** One catalogue; rules and tests wait until it is known which notes the vault has. */
export interface SettledSources {
	readonly records: Omit<SettledRecords, "rules" | "atomics">;
	readonly refusedMoves: readonly RefusedMove[];
}

/**
 * Brings together what the sources' files say of techniques: one catalogue.
 *
 * `known` is what the vault has of ATT&CK from earlier imports; new bundles stand before it, and a person's answers (`moves`) before both.
 */
export async function settleRecords(
	sources: Pick<SourceRecords, "attack">,
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
	const { techniques } = findings;
	return { records: { techniques, attack, resolver }, refusedMoves };
}
