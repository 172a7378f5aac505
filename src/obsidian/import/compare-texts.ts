import { diffLines } from "../../core/notes/merge/diff-lines";

/** One line of a comparison; `number` is its 1-based line in the old text, or in the new one where it was added. */
export interface DiffLine {
	readonly kind: "same" | "added" | "removed";
	readonly text: string;
	readonly number: number;
}

/** Compares two texts line by line: removed lines stand before the added ones that took their place. */
export function compareTexts(before: string, after: string): DiffLine[] {
	const old = splitLines(before);
	const now = splitLines(after);
	const lines: DiffLine[] = [];
	let at = 0;
	for (const { start, end, from, to } of diffLines(old, now)) {
		take(lines, "same", old, at, start);
		take(lines, "removed", old, start, end);
		take(lines, "added", now, from, to);
		at = end;
	}
	take(lines, "same", old, at, old.length);
	return lines;
}

/** A line break at the end ends the last line, and starts no further one. */
function splitLines(text: string): string[] {
	const lines = text.split("\n");
	if (lines[lines.length - 1] === "") lines.pop();
	return lines;
}

function take(
	lines: DiffLine[],
	kind: DiffLine["kind"],
	texts: readonly string[],
	start: number,
	end: number,
): void {
	for (let index = start; index < end; index++) {
		lines.push({ kind, text: texts[index] ?? "", number: index + 1 });
	}
}

/** A stretch of a comparison as it is shown: lines with a few unchanged ones around, or how many are left out. */
export type DiffPart =
	| { readonly kind: "lines"; readonly lines: readonly DiffLine[] }
	| { readonly kind: "skipped"; readonly count: number };

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

/** Leaves out long stretches of unchanged lines. */
export function foldDiff(lines: readonly DiffLine[]): DiffPart[] {
	const shown = new Uint8Array(lines.length);
	for (const [index, line] of lines.entries()) {
		if (line.kind !== "same") shown.fill(1, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
	}
	const parts: DiffPart[] = [];
	for (let at = 0; at < lines.length;) {
		let end = at;
		while (end < lines.length && shown[end] === shown[at]) end++;
		if (shown[at] === 1) parts.push({ kind: "lines", lines: lines.slice(at, end) });
		else parts.push({ kind: "skipped", count: end - at });
		at = end;
	}
	return parts;
}
