import type { NoteStore } from "../../src/core/ports/notes";

/** What a vault throws once it is killed. */
export class KilledError extends Error {}

/** A vault that stops taking writes, renames and removals after a number of them, as if the process had been killed. */
export function createKillableNotes(vault: NoteStore, writes: number): NoteStore {
	let left = writes;
	const guard = <T>(work: () => Promise<T>): Promise<T> =>
		left-- <= 0 ? Promise.reject(new KilledError()) : work();
	return {
		...vault,
		writeNote: (path, text, expected) => guard(() => vault.writeNote(path, text, expected)),
		trashNote: (path, expected) => guard(() => vault.trashNote(path, expected)),
		writeData: (path, bytes) => guard(() => vault.writeData(path, bytes)),
		renameData: (from, to) => guard(() => vault.renameData(from, to)),
		removeData: (path) => guard(() => vault.removeData(path)),
	};
}
