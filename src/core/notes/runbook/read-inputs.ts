import { readRow } from "../document/table-row";
import type { ArgumentValue } from "./fill-arguments";
import { MASK } from "./secret-input";

/** One input of a test as its note's table has it, as plain text. */
export interface RunbookInput {
	readonly name: string;
	readonly description: string;
	readonly type: string;
	/** "" where there is none; null where it is masked. */
	readonly default: string | null;
	/** What the person filled in for their lab, "" where nothing. */
	readonly lab: string;
	/** Of its row, 1-based in the note. */
	readonly line: number;
}

const COLUMNS = ["name", "description", "type", "default", "lab"] as const;
type Column = (typeof COLUMNS)[number];

/** A backslash before a sign of ASCII stands for the sign (CommonMark 0.31.2, 2.4). */
const ESCAPED = /\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g;

/**
 * Reads a table of inputs from a section's lines; `firstLine` is the note's line of the first. Columns are known by their headings.
 *
 * What imports wrote is Markdown; what a person wrote (the lab's column, and all of it where `isOwn`) is taken as it stands, so that a
 * path keeps its backslashes.
 */
export function readInputTable(
	lines: readonly string[],
	firstLine: number,
	isOwn: boolean,
): readonly RunbookInput[] {
	const start = lines.findIndex((line) => readRow(line) !== undefined);
	const head = (readRow(lines[start] ?? "") ?? []).map(columnOf);
	if (!head.includes("name")) return [];
	const inputs: RunbookInput[] = [];
	for (let at = start + 2; at < lines.length; at++) {
		const cells = readRow(lines[at] ?? "");
		if (cells === undefined) break;
		const cell = (column: Column): string => cells[head.indexOf(column)] ?? "";
		const read = isOwn ? readOwnCell : readWrittenCell;
		const name = read(cell("name"));
		if (name === "") continue;
		const value = read(cell("default"));
		inputs.push({
			name,
			description: read(cell("description")),
			type: read(cell("type")),
			default: value === MASK ? null : value,
			lab: readOwnCell(cell("lab")),
			line: firstLine + at,
		});
	}
	return inputs;
}

/** What stands for each input of a test: the lab's value, else the default; undefined where a person has to say it. */
export function listValues(inputs: readonly RunbookInput[]): readonly ArgumentValue[] {
	return inputs.map(({ name, type, lab, default: value }) => {
		const known = lab === "" ? (value ?? "") : lab;
		return { name, type, value: known === "" ? undefined : known };
	});
}

function columnOf(heading: string): Column | undefined {
	const words = heading.toLowerCase();
	if (/\blab\b/.test(words)) return "lab";
	return COLUMNS.find((column) => words.startsWith(column));
}

function readWrittenCell(cell: string): string {
	return cell
		.replace(/<br ?\/?>/gi, "\n")
		.replace(ESCAPED, "$1")
		.replaceAll("&lt;", "<")
		.replaceAll("&#92;", "\\");
}

/** A code span is its code; a bar has to be escaped in a table whatever it stands in. */
function readOwnCell(cell: string): string {
	const code = /^(`{1,3})([^`]+)\1$/.exec(cell)?.[2];
	return (code ?? cell).replaceAll("\\|", "|").trim();
}
