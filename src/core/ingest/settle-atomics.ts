import type { TechniqueResolver } from "../attack/technique-resolver";
import { mergeAtomicTechniques } from "../atomics/merge-atomic-techniques";
import type { AtomicTechnique } from "../model/atomic";
import { compareCodeUnits } from "../text/compare";
import { keyOf } from "./choose-paths";
import type { SourceRecords } from "./read-sources";
import type { VaultState } from "./scan-vault";
import type { Tally } from "./tally";

/**
 * Brings together the atomic tests of the sources: one runbook for each technique that `homeOf` gives. Their files are counted here: one
 * that only repeats another is context.
 */
export function settleAtomics(
	{ atomics, atomicFiles }: Pick<SourceRecords, "atomics" | "atomicFiles">,
	homeOf: (id: string) => string,
	tally: Tally,
): readonly AtomicTechnique[] {
	const merged = mergeAtomicTechniques(atomics, homeOf);
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
		if (today === id) continue;
		const ids = former.get(today);
		if (ids === undefined) former.set(today, [id]);
		else ids.push(id);
	}
	return (asked) => {
		const { id } = resolver.resolve(asked);
		if (own.has(asked)) return asked;
		const [first, ...others] = former.get(id) ?? [];
		return own.has(id) || first === undefined || others.length > 0 ? id : first;
	};
}
