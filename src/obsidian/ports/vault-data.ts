import type { App } from "obsidian";
import type { NoteStore } from "../../core/ports/notes";
import { makeFoldersFor } from "./vault-folders";

/** The part of the notes port that deals in bytes. */
type DataStore = Pick<NoteStore, "readData" | "writeData" | "renameData" | "removeData">;

/** Where a file stands while another takes its place: adapters refuse to rename one file over another. */
const aside = (path: string): string => `${path}.old`;

/** Files of the vault that are no notes. They go through the adapter: the vault may not have noticed them yet. */
export function createVaultData(app: App): DataStore {
	const { adapter } = app.vault;
	const remove = async (path: string): Promise<void> => {
		if (await adapter.exists(path)) await adapter.remove(path);
	};
	return {
		async readData(path) {
			// After a crash in the middle of a replacement, the file still stands aside.
			for (const place of [path, aside(path)]) {
				if (await adapter.exists(place)) return new Uint8Array(await adapter.readBinary(place));
			}
			return undefined;
		},
		async writeData(path, bytes) {
			await makeFoldersFor(app, path);
			await adapter.writeBinary(path, exactBuffer(bytes));
		},
		async renameData(from, to) {
			if (!(await adapter.exists(from))) return;
			await makeFoldersFor(app, to);
			if (await adapter.exists(to)) {
				await remove(aside(to));
				await adapter.rename(to, aside(to));
			}
			await adapter.rename(from, to);
			await remove(aside(to));
		},
		async removeData(path) {
			await remove(path);
			await remove(aside(path));
		},
	};
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
	const copy = new Uint8Array(bytes.length);
	copy.set(bytes);
	return copy.buffer;
}
