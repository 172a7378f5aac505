import type { AtomicInput } from "../../model/atomic";
import { writeRow } from "../document/table-row";
import { defuseInline } from "../safe/defuse-inline";
import { isSecretValue, MASK } from "./secret-input";

const COLUMNS = ["Name", "Description", "Type", "Default", "This lab"];

/**
 * Writes a test's inputs as a table whose last column is the person's, or "" where the test has none. A default that looks like a secret
 * is masked.
 */
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

function showDefault({ name, type, default: value }: AtomicInput): string {
	return isSecretValue(name, type, value) ? MASK : writeCell(value);
}

/** A cell is one line; `<br>` is how tables of Markdown break it. */
function writeCell(text: string): string {
	return text
		.split("\n")
		.map((line) => defuseInline(line))
		.filter((line) => line !== "")
		.join("<br>");
}
