import type { AtomicInput } from "../../model/atomic";
import { defuseInline } from "../safe/defuse-inline";

const COLUMNS = ["Name", "Description", "Type", "Default", "This lab"];

/** Writes a test's inputs as a table whose last column is the person's, or "" where the test has none. */
export function writeInputTable(inputs: readonly AtomicInput[]): string {
	if (inputs.length === 0) return "";
	const rows = inputs.map((input) =>
		writeRow([
			writeCell(input.name),
			writeCell(input.description),
			writeCell(input.type),
			showDefault(input),
			"",
		]),
	);
	return [writeRow(COLUMNS), writeRow(COLUMNS.map(() => "---")), ...rows].join("\n");
}

/** What the note shows as an input's default: what upstream publishes. */
function showDefault(input: AtomicInput): string {
	return writeCell(input.default);
}

/** A cell is one line; `<br>` is how tables of Markdown break it. */
function writeCell(text: string): string {
	return text
		.split("\n")
		.map((line) => defuseInline(line))
		.filter((line) => line !== "")
		.join("<br>");
}

function writeRow(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |`;
}
