import type { MemoryNotes } from "../src/core/ports/memory-notes";
import type { NoteStore } from "../src/core/ports/notes";
import type { Random } from "./random";

/** What can go wrong with a disk while an import writes. */
export const FAULTS = [
	"disk full from one write on",
	"disk full for a while",
	"notes read-only",
	"single writes fail",
	"sync client renames notes",
	"sync client changes notes",
	"sync client deletes notes",
	"sync client locks a file of bases",
] as const;

/** One of them. */
export type Fault = (typeof FAULTS)[number];

/** A vault on such a disk; `writes` is about how many writes there will be. */
export function createFaultyNotes(
	vault: MemoryNotes,
	fault: Fault,
	random: Random,
	writes: number,
): NoteStore {
	const first = random.below(writes);
	let count = 0;
	const fail = (): Promise<never> => Promise.reject(new Error("ENOSPC: no space left on device"));
	const guard = <T>(isNote: boolean, work: () => Promise<T>): Promise<T> => {
		const at = count++;
		const isFull =
			(fault === "disk full from one write on" && at >= first) ||
			(fault === "disk full for a while" && at >= first && at < first + 3) ||
			(fault === "notes read-only" && isNote) ||
			(fault === "single writes fail" && random.oneIn(6)) ||
			(fault === "sync client locks a file of bases" && !isNote && at >= first);
		return isFull ? fail() : work();
	};
	return {
		...vault,
		writeNote(path, text, expected) {
			if (random.oneIn(3)) disturb(vault, path, fault, random);
			return guard(true, () => vault.writeNote(path, text, expected));
		},
		writeData: (path, bytes) => guard(false, () => vault.writeData(path, bytes)),
		renameData: (from, to) => guard(false, () => vault.renameData(from, to)),
		removeData: (path) => guard(false, () => vault.removeData(path)),
	};
}

/** What a sync client does to a note just before it is written. */
function disturb({ notes }: MemoryNotes, path: string, fault: Fault, random: Random): void {
	const text = notes.get(path);
	if (text === undefined || path.includes("/Reports/")) return;
	if (fault === "sync client renames notes") {
		notes.delete(path);
		notes.set(path.replace(/\.md$/, ` (conflict ${random.below(1000)}).md`), text);
	} else if (fault === "sync client changes notes") {
		notes.set(path, `${text}\nFrom another device zp0s${random.below(1_000_000)}x0\n`);
	} else if (fault === "sync client deletes notes") notes.delete(path);
}
