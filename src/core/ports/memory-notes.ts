import type { NoteEntry, NoteStore } from "./notes";

/** A vault in memory: the notes port's twin for tests and dry runs. */
export interface MemoryNotes extends NoteStore {
	readonly notes: Map<string, string>;
	readonly data: Map<string, Uint8Array>;
	/** Every path that was written, in order, notes and data alike. */
	readonly written: string[];
}

/** Makes a vault in memory from paths and texts. */
export function createMemoryNotes(initial: Readonly<Record<string, string>> = {}): MemoryNotes {
	const notes = new Map(Object.entries(initial));
	const data = new Map<string, Uint8Array>();
	const written: string[] = [];
	return {
		notes,
		data,
		written,
		listNotes: () => Promise.resolve(listEntries(notes)),
		readNote: (path) => Promise.resolve(notes.get(path)),
		writeNote(path, text, expected) {
			if (notes.get(path) !== expected) return Promise.resolve(false);
			notes.set(path, text);
			written.push(path);
			return Promise.resolve(true);
		},
		trashNote(path, expected) {
			if (notes.get(path) !== expected) return Promise.resolve(false);
			notes.delete(path);
			written.push(path);
			return Promise.resolve(true);
		},
		readData: (path) => Promise.resolve(data.get(path)),
		writeData(path, bytes) {
			data.set(path, bytes);
			written.push(path);
			return Promise.resolve();
		},
		renameData(from, to) {
			const bytes = data.get(from);
			if (bytes !== undefined) {
				data.set(to, bytes);
				data.delete(from);
			}
			return Promise.resolve();
		},
		removeData(path) {
			data.delete(path);
			return Promise.resolve();
		},
	};
}

function listEntries(notes: ReadonlyMap<string, string>): NoteEntry[] {
	return [...notes]
		.map(([path, text]) => ({ path, size: text.length, modified: 0, created: 0 }))
		.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
