import { planImport } from "../src/core/ingest/plan-import";
import { openBases } from "../src/core/notes/bases/open-bases";
import type { MemoryNotes } from "../src/core/ports/memory-notes";
import { createMemoryNotes } from "../src/core/ports/memory-notes";
import type { NoteStore } from "../src/core/ports/notes";
import { createNodeCodec } from "../src/node/codec";
import { changeSources } from "./change-sources";
import { createHost, importInto, makeVault, openSources } from "./draft-notes";
import { editVault } from "./edit-vault";
import type { DrawSources, Sources } from "./load-sources";
import type { Random } from "./random";

/** A vault before an import, what it is to be after it, and the sources. */
export interface Scene {
	readonly before: MemoryNotes;
	readonly after: MemoryNotes;
	readonly sources: Sources;
	/** Writes, renames and removals of the import. */
	readonly writes: number;
	/** The text that each note is to get. */
	readonly planned: ReadonlyMap<string, string>;
}

/** Makes a vault that a person has edited, and sources that say something new. */
export async function setScene(draw: DrawSources, random: Random, seed: number): Promise<Scene> {
	const first = draw(random, { techniques: 8, rules: 20, atomics: 4 });
	const before = random.oneIn(5) ? createMemoryNotes() : await makeVault(first);
	editVault(before, random, `zp${seed}s900`, 3);
	const sources = changeSources(first, random, `up${seed}`, 2);
	const after = cloneVault(before);
	const plan = await planImport(openSources(sources), createHost(after));
	const counter = countWrites(after);
	await importInto(counter.store, sources);
	const planned = new Map(plan.notes.map((note) => [note.path, note.after]));
	return { before, after, sources, writes: counter.count(), planned };
}

/** A vault with the same notes and files. */
export function cloneVault(vault: MemoryNotes): MemoryNotes {
	const copy = createMemoryNotes(Object.fromEntries(vault.notes));
	for (const [path, bytes] of vault.data) copy.data.set(path, bytes);
	return copy;
}

function countWrites(store: NoteStore): { readonly store: NoteStore; count(): number } {
	let count = 0;
	const tell = <T>(work: () => Promise<T>): Promise<T> => {
		count++;
		return work();
	};
	return {
		count: () => count,
		store: {
			...store,
			writeNote: (path, text, expected) => tell(() => store.writeNote(path, text, expected)),
			writeData: (path, bytes) => tell(() => store.writeData(path, bytes)),
			renameData: (from, to) => tell(() => store.renameData(from, to)),
			removeData: (path) => tell(() => store.removeData(path)),
		},
	};
}

/** Differences between the vault of an import that nothing disturbed and another one; reports and the undo's journal tell their own story. */
export async function compareVaults(wanted: MemoryNotes, vault: MemoryNotes): Promise<string[]> {
	const isOwn = (path: string): boolean =>
		path.includes("/Reports/") || path.includes("last-import.journal");
	const faults: string[] = [];
	for (const path of new Set([...wanted.notes.keys(), ...vault.notes.keys()])) {
		if (!isOwn(path) && wanted.notes.get(path) !== vault.notes.get(path))
			faults.push(`${path} is not what the undisturbed import made of it`);
	}
	for (const path of new Set([...wanted.data.keys(), ...vault.data.keys()])) {
		const [one, other] = [wanted.data.get(path), vault.data.get(path)];
		const isSame = (await showData(path, one)) === (await showData(path, other));
		if (!isOwn(path) && !isSame) faults.push(`${path} is not what the undisturbed import wrote`);
	}
	return faults;
}

/** A file's content as text; of merge bases the texts by id, since where a note lay when it was written makes no difference. */
async function showData(path: string, bytes: Uint8Array | undefined): Promise<string | undefined> {
	if (bytes === undefined) return undefined;
	const bases = path.endsWith(".bases") ? await openBases(bytes, createNodeCodec()) : undefined;
	if (bases === undefined) return Buffer.from(bytes).toString("latin1");
	return JSON.stringify(
		await Promise.all(bases.ids.map(async (id) => [id, await bases.textOf(id)])),
	);
}
