import { isOpenMove } from "../attack/open-moves";
import type { TechniqueResolver } from "../attack/technique-resolver";
import { mergeAtomicTechniques } from "../atomics/merge-atomic-techniques";
import type { AtomicTechnique, AtomicTest } from "../model/atomic";
import { readRunbook } from "../notes/runbook/read-runbook";
import { addToGroup } from "../text/add-to-group";
import { compareCodeUnits } from "../text/compare";
import { keyOf } from "./choose-paths";
import type { SettledRecords } from "./draft-notes";
import type { SourceRecords } from "./read-sources";
import type { VaultState } from "./scan-vault";
import type { Tally } from "./tally";

/** Where tests stand. */
export interface TestHomes {
	/** Gives the technique in whose runbook a technique's tests stand. */
	readonly homeOf: (technique: string) => string;
	/** The replaced technique in whose runbook a test stands, by the test's GUID. */
	readonly keptIn: ReadonlyMap<string, string>;
}

/**
 * Brings together the atomic tests of the sources: one runbook for each technique that `homeOf` gives. Their files are counted here: one
 * that only repeats another is context.
 */
export function settleAtomics(
	{ atomics, atomicFiles }: Pick<SourceRecords, "atomics" | "atomicFiles">,
	{ homeOf, keptIn }: TestHomes,
	tally: Tally,
): readonly AtomicTechnique[] {
	const sources = atomics.map((source) => ({
		...source,
		techniques: source.techniques.flatMap((each) => leaveTests(each, keptIn)),
	}));
	const merged = mergeAtomicTechniques(sources, homeOf);
	tally.tell(merged.problems);
	for (const file of atomicFiles) {
		if (merged.usedFiles.has(file)) tally.use();
		else tally.keepAsContext();
	}
	return merged.techniques;
}

/**
 * Makes what gives the technique whose runbook a technique's tests stand in.
 *
 * Tests stay in the note in which they are, with what the person filled in, though the technique was replaced since: panels find them
 * under the successor. A successor without a runbook goes on in the one note of what it replaced, where there is just one.
 */
export function findRunbookHomes(
	resolver: TechniqueResolver,
	vault: VaultState,
): (id: string) => string {
	const prefix = keyOf("runbook", "");
	const own = new Set<string>();
	for (const key of vault.notes.keys())
		if (key.startsWith(prefix)) own.add(key.slice(prefix.length));
	const former = new Map<string, string[]>();
	for (const id of [...own].sort(compareCodeUnits)) {
		const today = resolver.resolve(id).id;
		if (today !== id) addToGroup(former, today, id);
	}
	return (asked) => {
		const { id } = resolver.resolve(asked);
		if (own.has(asked)) return asked;
		const [first, ...others] = former.get(id) ?? [];
		return own.has(id) || first === undefined || others.length > 0 ? id : first;
	};
}

/**
 * Finds the tests that stand in the runbook of a technique which was replaced since, or of which it is yet to be chosen by what, and in no successor's:
 * upstream may state them for another technique now, but they stay with what the person filled in.
 */
export function findKeptTests(
	{ attack, resolver }: Pick<SettledRecords, "attack" | "resolver">,
	vault: VaultState,
): ReadonlyMap<string, string> {
	const guidsOf = (id: string): readonly string[] => {
		const text = vault.notes.get(keyOf("runbook", id))?.text;
		return text === undefined ? [] : readRunbook(text).flatMap(({ guid }) => guid ?? []);
	};
	const kept = new Map<string, string>();
	for (const technique of attack.retired) {
		const { id, choices = [] } = technique;
		const own = guidsOf(id);
		const today = resolver.resolve(id).id;
		if (own.length === 0 || (today === id && !isOpenMove(technique))) continue;
		const successors = today === id ? choices : [today];
		const moved = new Set(successors.flatMap(guidsOf));
		for (const guid of own) if (!moved.has(guid) && !kept.has(guid)) kept.set(guid, id);
	}
	return kept;
}

/** Parts what upstream states for one technique by the runbooks in which the tests stand. */
function leaveTests(
	technique: AtomicTechnique,
	keptIn: ReadonlyMap<string, string>,
): readonly AtomicTechnique[] {
	if (!technique.tests.some(({ guid }) => keptIn.has(guid))) return [technique];
	const parts = new Map<string, AtomicTest[]>();
	for (const test of technique.tests)
		addToGroup(parts, keptIn.get(test.guid) ?? technique.technique, test);
	return [...parts].map(([id, tests]) => ({
		...{ technique: id, tests, file: technique.file },
		name: id === technique.technique ? technique.name : "",
	}));
}
