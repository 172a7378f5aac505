import { adoptNote } from "../src/core/notes/merge/adopt-note";
import { mergeNote } from "../src/core/notes/merge/merge-note";
import type { NoteKind } from "../src/core/model/note";
import type { MergedCase } from "./check-merge";
import { listFaults } from "./check-merge";
import { joinLines, splitNote } from "./note-lines";
import { editAsPerson } from "./person-edits";
import { createRandom } from "./random";
import { changeUpstream } from "./upstream-edits";

/** What one chain of edits and merges came to. */
export interface ChainResult {
	readonly pairs: number;
	readonly conflicts: number;
	/** Notes that an edit made unreadable, and that were left alone. */
	readonly unreadable: number;
	readonly faults: readonly string[];
	readonly edits: readonly string[];
	readonly changes: readonly string[];
	/** The texts of the last merge. */
	readonly last: MergedCase | undefined;
}

/** How a person's editor writes a note. */
interface Style {
	readonly mark: boolean;
	readonly breaks: "unix" | "windows" | "mixed";
	readonly isOpen: boolean;
}

/** Takes one note through some rounds of a person's edits and upstream's changes, and looks after each for what is lost. */
export function tortureNote(
	kind: NoteKind,
	drafted: string,
	seed: number,
	rounds: number,
): ChainResult {
	const random = createRandom(seed);
	const style: Style = {
		mark: random.oneIn(8),
		breaks: random.oneIn(5) ? "windows" : random.oneIn(12) ? "mixed" : "unix",
		isOpen: random.oneIn(6),
	};
	const told = { pairs: 0, conflicts: 0, unreadable: 0 };
	const faults: string[] = [];
	const edits: string[] = [];
	const changes: string[] = [];
	let last: MergedCase | undefined;
	let base = drafted;
	let mine = drafted;
	for (let round = 0; round < rounds && faults.length === 0; round++) {
		const focus = random.below(1000) / 1000;
		const own = splitNote(mine.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"), focus);
		edits.push(...editAsPerson(own, random, `zp${seed}s${round}`).edits);
		mine = dress(joinLines(own), style);
		const upstream = splitNote(base, focus);
		changes.push(...changeUpstream(upstream, random, `zq${seed}s${round}`).changes);
		const theirs = joinLines(upstream);
		const isLost = random.oneIn(10);
		const result = isLost ? adoptNote({ kind, mine, theirs }) : mergeNote({ base, mine, theirs });
		told.pairs++;
		if (!result.ok) {
			told.unreadable++;
			return { ...told, faults, edits, changes, last };
		}
		if (result.conflicts.some(({ what }) => what === "The whole note"))
			faults.push("the merge gave up on the whole note");
		told.conflicts += result.conflicts.length > 0 ? 1 : 0;
		last = { base: isLost ? "" : base, mine, theirs, after: result.text };
		const found = listFaults(last);
		faults.push(...(isLost ? found.filter((fault) => !fault.startsWith("upstream's")) : found));
		const again = mergeNote({ base: theirs, mine: result.text, theirs });
		if (!again.ok || again.text !== result.text) faults.push("a second merge changes the note");
		base = theirs;
		mine = result.text;
	}
	return { ...told, faults, edits, changes, last };
}

function dress(text: string, { mark, breaks, isOpen }: Style): string {
	const ended = isOpen ? text.trimEnd() : text;
	let line = 0;
	const broken =
		breaks === "unix"
			? ended
			: ended.replace(/\n/g, () => (breaks === "windows" || line++ % 3 === 0 ? "\r\n" : "\n"));
	return (mark ? "\uFEFF" : "") + broken;
}
