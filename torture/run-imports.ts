import { applyImport } from "../src/core/ingest/apply-import";
import { planImport } from "../src/core/ingest/plan-import";
import type { ImportPlan } from "../src/core/ingest/import-plan";
import type { MemoryNotes } from "../src/core/ports/memory-notes";
import { changeSources } from "./change-sources";
import { listFaults } from "./check-merge";
import { createHost, listNotes, makeVault, openSources } from "./draft-notes";
import { editVault } from "./edit-vault";
import { openPool } from "./load-sources";
import { createRandom, seedOf } from "./random";
import type { Section } from "./section";

/** Imports that one vault goes through. */
const ROUNDS = 6;

/** The share of the pairs that go through whole imports, where moves, deletions and the kept bases play a part. */
const SHARE = 0.1;

/** Vaults that a person edits while their sources change, import after import. */
export const tortureImports: Section = async ({ root, corpora, seed, pairs, tell }) => {
	const counts = { vaults: 0, imports: 0, pairs: 0, conflicts: 0 };
	const faults: string[] = [];
	const draw = openPool(root, corpora);
	while (counts.pairs < pairs * SHARE && faults.length < 20) {
		const own = seedOf(seed, counts.vaults++);
		const random = createRandom(own);
		let sources = draw(random, { techniques: 30, rules: 60, atomics: 12 });
		const vault = await makeVault(sources);
		for (let round = 0; round < ROUNDS; round++) {
			editVault(vault, random, `zp${own}s${round}`, 2);
			sources = changeSources(sources, random, `up${own}r${round}`, 2);
			const before = new Map(vault.notes);
			const host = createHost(vault);
			const plan = await planImport(openSources(sources), host);
			await applyImport(plan, host);
			counts.imports++;
			counts.pairs += plan.notes.filter(
				({ before: text, after }) => text !== undefined && text !== after,
			).length;
			counts.conflicts += plan.notes.filter(({ action }) => action === "conflict").length;
			const found = [...checkPlan(plan), ...checkVault(before, vault, plan)];
			vault.written.length = 0;
			await applyImport(await planImport(openSources(sources), host), host);
			if (vault.written.length > 0)
				found.push(`a second import writes ${vault.written.join(", ")}`);
			faults.push(...found.map((fault) => `vault ${counts.vaults - 1}, import ${round}: ${fault}`));
		}
	}
	tell(
		`${counts.pairs} changed notes in ${counts.imports} imports into ${counts.vaults} vaults, ${counts.conflicts} with a conflict`,
	);
	return faults;
};

function checkPlan({ notes }: ImportPlan): string[] {
	return notes.flatMap(({ path, before, after, conflicts }) => {
		if (before === undefined || before === after) return [];
		const gaveUp = conflicts.some(({ what }) => what === "The whole note");
		// What the base was is the import's own affair: every line of the person's has to stay that carries their mark.
		const faults = listFaults({ base: before, mine: before, theirs: before, after }).filter(
			(fault) => !fault.startsWith("the line "),
		);
		return [...faults, ...(gaveUp ? ["the merge gave up"] : [])].map(
			(fault) => `${path}: ${fault}`,
		);
	});
}

/** Notes are where the person has them, and what no plan names is as it was. */
function checkVault(
	before: ReadonlyMap<string, string>,
	vault: MemoryNotes,
	plan: ImportPlan,
): string[] {
	const planned = new Map(plan.notes.map((note) => [note.path, note]));
	const faults: string[] = [];
	for (const [path, text] of before) {
		const now = vault.notes.get(path);
		if (now === undefined) faults.push(`${path} is gone`);
		else if (now !== text && planned.get(path)?.after !== now)
			faults.push(`${path} was changed without a plan`);
	}
	for (const [path] of listNotes(vault)) {
		if (!before.has(path) && planned.get(path)?.action !== "create")
			faults.push(`${path} was made without a plan`);
	}
	return faults;
}
