import type { AttackData } from "../attack/attack-data";
import type { TechniqueResolver } from "../attack/technique-resolver";
import type { RuleEntry, RunbookEntry, TechniqueEntry } from "../library/library-entry";
import type { VaultLibrary } from "../library/vault-library";
import type { RunRecords } from "../library/run-records";
import { isSameList } from "../text/is-same-list";
import { placeNotes } from "./place-notes";
import type { TechniqueGroups } from "./technique-groups";
import { groupByTechnique } from "./technique-groups";

/** What a vault's matrix is made of. */
export interface MatrixRecords {
	/** ATT&CK's, with the vault's own techniques. */
	readonly attack: AttackData;
	readonly resolver: TechniqueResolver;
	/** Technique notes by their id. */
	readonly notes: ReadonlyMap<string, TechniqueEntry>;
	/** Those that name a technique; in no fixed order. */
	readonly rules: readonly RuleEntry[];
	/** The same by technique, grouped when first asked for. */
	readonly ruleGroups: () => TechniqueGroups<RuleEntry>;
	/** Likewise. */
	readonly runbooks: readonly RunbookEntry[];
	readonly runs: RunRecords;
}

/** Gathers them. A part that is as in `earlier` stays the same object, so that what was worked out from it holds. */
export function gatherRecords(
	library: VaultLibrary,
	attack: AttackData,
	resolver: TechniqueResolver,
	earlier?: { readonly attack: AttackData; readonly records: MatrixRecords },
): MatrixRecords {
	const before = earlier?.records;
	const found = [...library.techniques].flatMap((id) => library.technique(id) ?? []);
	const isSameNotes = before !== undefined && isSameList([...before.notes.values()], found);
	const rules = keepList(before?.rules, gather(library.rulesByTechnique()));
	const isSameRules = before?.rules === rules && before.resolver === resolver;
	return {
		attack: isSameNotes && earlier?.attack === attack ? before.attack : placeNotes(attack, found),
		resolver,
		notes: isSameNotes ? before.notes : new Map(found.map((note) => [note.id, note])),
		rules,
		ruleGroups: isSameRules ? before.ruleGroups : groupLater(rules, resolver),
		runbooks: keepList(before?.runbooks, gather(library.runbooksByTechnique())),
		runs: library.runs,
	};
}

/** Several lenses look at them, at each opening anew. */
export function groupLater(
	rules: readonly RuleEntry[],
	resolver: TechniqueResolver,
): MatrixRecords["ruleGroups"] {
	let groups: TechniqueGroups<RuleEntry> | undefined;
	return () => (groups ??= groupByTechnique(rules, resolver));
}

function gather<T>(groups: Iterable<readonly [string, ReadonlySet<T>]>): readonly T[] {
	const found = new Set<T>();
	for (const [, group] of groups) for (const entry of group) found.add(entry);
	return [...found];
}

function keepList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
	return before !== undefined && isSameList(before, now) ? before : now;
}
