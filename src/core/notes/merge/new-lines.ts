import { readRow } from "../document/table-row";
import { readExpectedLine } from "../runbook/expected-lines";
import { MASK } from "../runbook/secret-input";
import { diffLines } from "./diff-lines";
import type { LineConflict } from "./merge-lines";
import { trimBlank } from "./merge-lines";

/** Lists what upstream has that other lines have not, a conflict for each place; lines come without breaks. */
export function listNewLines(
	before: readonly string[],
	upstream: readonly string[],
): readonly LineConflict[] {
	const lines = upstream.filter((line) => !isWrittenAnew(line));
	return diffLines(before.map(withoutLab), lines.map(withoutLab))
		.map(({ from, to }) => ({ upstream: trimBlank(lines.slice(from, to)), before: [] }))
		.filter(({ upstream: text }) => text.length > 0);
}

/** Lines that say what is derived from upstream's own, or mask it, are nothing that upstream wrote. */
function isWrittenAnew(line: string): boolean {
	const expected = readExpectedLine(line);
	if (expected !== undefined) return expected.text !== "" && expected.isDerived;
	return line.startsWith("|") && readRow(line)?.includes(MASK) === true;
}

/** A row of inputs is the same whatever a lab has in its own column, the last. */
function withoutLab(line: string): string {
	const cells = line.startsWith("|") ? readRow(line) : undefined;
	return cells?.length === 5 ? cells.slice(0, 4).join("|") : line;
}
