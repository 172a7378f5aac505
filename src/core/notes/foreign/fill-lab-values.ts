import { splitLines } from "../document/lines";
import { readRunbook } from "../runbook/read-runbook";
import type { RunbookTest } from "../runbook/read-runbook";

/** A row whose last cell is empty, as far as that cell. */
const EMPTY_LAST = /^(\|.*[^\\]\|) *\|[ \t]*(?=\r?\n?$)/;

/**
 * Fills in the lab's values that another note of the same tests has: by the test's GUID and the input's name, where the note's own cell is
 * empty. Nothing else changes; linear in both.
 */
export function fillLabValues(text: string, other: string): string {
	const values = new Map(
		readRunbook(other).flatMap((test) =>
			test.inputs.flatMap(({ name, lab }) =>
				lab === "" || test.guid === null ? [] : [[keyOf(test, name), lab] as const],
			),
		),
	);
	if (values.size === 0) return text;
	const lines = splitLines(text);
	for (const test of readRunbook(text)) {
		for (const { name, lab, line } of test.inputs) {
			const value = lab === "" ? values.get(keyOf(test, name)) : undefined;
			if (value === undefined || value.includes("\n")) continue;
			const cell = value.replaceAll("|", "\\|");
			lines[line - 1] = (lines[line - 1] ?? "").replace(
				EMPTY_LAST,
				(_, start: string) => `${start} ${cell} |`,
			);
		}
	}
	return lines.join("");
}

function keyOf({ guid }: RunbookTest, input: string): string {
	return `${guid ?? ""} ${input}`;
}
