import type { AttackData } from "../attack/attack-data";
import type { RefusedMove } from "../attack/technique-moves";
import { isOpenMove } from "../attack/open-moves";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import { normaliseTechniqueId } from "../text/technique-ids";
import { keyOf } from "./choose-paths";
import type { SettledRecords } from "./draft-notes";
import type { PlannedMove } from "./import-plan";
import type { VaultState } from "./scan-vault";

/**
 * Lists what a person is asked, or has just answered (`moves`): techniques in whose place ATT&CK has several. Sorted by id.
 *
 * Those that neither the vault nor this import has to do with are not asked about.
 */
export function listMoves(
	{ attack, rules, atomics }: SettledRecords,
	vault: VaultState,
	moves: ReadonlyMap<string, string>,
): readonly PlannedMove[] {
	const asked = attack.retired.filter(
		(technique) => isOpenMove(technique) || (technique.choices && moves.has(technique.id)),
	);
	if (asked.length === 0) return [];
	const named = new Set([
		...attack.techniques.map(({ id }) => id),
		...rules.flatMap((rule) => [...rule.techniques, ...rule.tests]).map(spell),
		...atomics.map(({ technique }) => spell(technique)),
	]);
	const isMet = (id: string): boolean =>
		named.has(id) ||
		vault.notes.has(keyOf("technique", id)) ||
		vault.notes.has(keyOf("runbook", id));
	const names = nameTechniques(attack);
	return asked.flatMap(({ id, name, successor, choices = [] }): PlannedMove[] => {
		if (!isMet(id) && !moves.has(id)) return [];
		const offered = choices.map((choice) => ({ id: choice, name: names.get(choice) ?? "" }));
		return [{ id, name, choices: offered, answer: successor }];
	});
}

/** Tells each move that waits for an answer, and each answer that cannot be followed. */
export function tellMoves(
	moves: readonly PlannedMove[],
	refused: readonly RefusedMove[],
	vault: VaultState,
): readonly Problem[] {
	const open = moves.filter(({ answer }) => answer === null);
	return [
		...open.map(({ id, name, choices }) => {
			const file = vault.notes.get(keyOf("technique", id))?.path ?? id;
			const offered = choices.map((choice) => `${choice.id} ${choice.name}`).join(", ");
			const example = `${id}=${choices[0]?.id ?? ""}`;
			const message = `ATT&CK has several techniques in the place of ${id} ${name}: ${offered}; nothing is moved until the move option says which (${example})`;
			return problemOf(file, null, "attack-move", message, "warning");
		}),
		...refused.map(({ id, successor, reason }) => {
			const message = `${id} is not moved to ${successor}: ${reason}`;
			return problemOf(id, null, "attack-move", message, "warning");
		}),
	];
}

function spell(id: string): string {
	return normaliseTechniqueId(id) ?? id;
}

function nameTechniques({ techniques }: AttackData): ReadonlyMap<string, string> {
	return new Map(techniques.map(({ id, name }) => [id, name]));
}
