import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPool } from "./load-sources";
import { listNotes, makeVault } from "./draft-notes";
import { createRandom, seedOf } from "./random";
import type { Section } from "./section";
import type { ChainResult } from "./torture-note";
import { tortureNote } from "./torture-note";

/** Merges that one note goes through. */
const ROUNDS = 4;

/** Random pairs of a person's edits and upstream changes over real notes. */
export const tortureMerges: Section = async (options) => {
	const { root, corpora, seed, pairs, keep, tell } = options;
	const random = createRandom(seed);
	const sources = openPool(root, corpora)(random, { techniques: 120, rules: 300, atomics: 60 });
	const notes = listNotes(await makeVault(sources));
	const faults: string[] = [];
	const counts = { pairs: 0, conflicts: 0, unreadable: 0 };
	for (let index = 0; counts.pairs < pairs && faults.length < 20; index++) {
		const own = seedOf(seed, index);
		const [path, text] = createRandom(own).pick(notes);
		const kind = path.startsWith("Techniques/")
			? "technique"
			: path.startsWith("Testing")
				? "runbook"
				: "rule";
		const result = tortureNote(kind, text, own, ROUNDS);
		counts.pairs += result.pairs;
		counts.conflicts += result.conflicts;
		counts.unreadable += result.unreadable;
		if (result.faults.length > 0 && keep !== undefined)
			keepCase(join(keep, `case-${index}`), result);
		for (const fault of result.faults) {
			faults.push(
				`case ${index} (${path}): ${fault}\n    edits: ${result.edits.join(", ")}\n    changes: ${result.changes.join(", ")}`,
			);
		}
	}
	tell(
		`${counts.pairs} pairs over ${notes.length} notes: ${counts.conflicts} with a conflict, ${counts.unreadable} left alone as unreadable`,
	);
	return faults;
};

function keepCase(folder: string, { last }: ChainResult): void {
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of Object.entries(last ?? {})) {
		writeFileSync(join(folder, `${name}.md`), String(text));
	}
}
