import { stripBreak } from "../document/lines";
import { readRow } from "../document/table-row";
import type { NoteSection } from "../document/parse-note";
import { parseNote } from "../document/parse-note";
import type { UpstreamPlace } from "./upstream-section";

/**
 * Whether a merged note lacks a line below the front matter that the person added or changed, or a property of theirs.
 *
 * What the section on upstream says (`place`) does not count: it is written anew. A property counts where the base has it not.
 */
export function losesText(
	base: string,
	mine: string,
	merged: string,
	place: UpstreamPlace | undefined,
): boolean {
	const before = parseNote(base);
	const own = parseNote(mine);
	const after = parseNote(merged);
	if (!after.lines.ok) return true;
	const keys = new Set(after.lines.chunks.map(({ key }) => key));
	const known = new Set(before.lines.ok ? before.lines.chunks.map(({ key }) => key) : []);
	if (own.lines.ok && own.lines.chunks.some(({ key }) => !keys.has(key) && !known.has(key))) {
		return true;
	}
	const sections = own.sections.filter(
		(_, index) => place === undefined || index < place.first || index >= place.first + place.count,
	);
	const there = countLines(after.sections);
	return listAdded(countLines(before.sections), sections).some(
		([line, count]) => count > (there.get(line) ?? 0),
	);
}

function listAdded(
	before: ReadonlyMap<string, number>,
	sections: readonly NoteSection[],
): (readonly [string, number])[] {
	return [...countLines(sections)]
		.map(([line, count]) => [line, count - (before.get(line) ?? 0)] as const)
		.filter(([line, count]) => count > 0 && line !== "");
}

function countLines(sections: readonly NoteSection[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { heading, body } of sections) {
		for (const raw of [...heading, ...body]) {
			const line = stripBreak(raw).trim();
			for (const part of partsOf(line)) counts.set(part, (counts.get(part) ?? 0) + 1);
		}
	}
	return counts;
}

/** The rows of tables are merged by cell, so what is looked for is what stands in a cell. */
function partsOf(line: string): readonly string[] {
	const cells = line.startsWith("|") ? readRow(line) : undefined;
	return cells === undefined ? [line] : cells.filter((cell) => cell !== "");
}
