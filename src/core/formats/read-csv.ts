import { withoutByteOrderMark } from "./json";

/** A record of a CSV text. */
export interface CsvRecord {
	/** Without their quotes. */
	readonly cells: readonly string[];
	/** 1-based, of its first character. */
	readonly line: number;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** A quote that nothing closes would make one cell of the rest. */
const LONGEST_CELL = 1_000_000;

/**
 * Takes CSV apart (RFC 4180), with what writers do to it: a byte order mark, line breaks in any form and inside quotes, `;`, tab or `|`
 * as delimiter (told by the first line, or a line `sep=;` before it), the line `#TYPE …` that Windows PowerShell puts first. Empty lines are left out.
 */
export function readCsv(text: string): readonly CsvRecord[] {
	const bare = withoutByteOrderMark(text);
	const [first = ""] = bare.split(/\r\n|\r|\n/, 1);
	const stated = /^sep=(.)$/i.exec(first)?.[1];
	const records = splitRecords(bare, stated ?? findDelimiter(bare));
	const isNote = ({ cells: [start = ""] }: CsvRecord): boolean =>
		start.startsWith("#TYPE ") || /^sep=.?$/i.test(start);
	return records.filter((record) => !isNote(record));
}

/** The one that stands most often outside of quotes in the first line that is no note. */
function findDelimiter(text: string): string {
	const line = text.split(/\r\n|\r|\n/, 3).find((part) => part !== "" && !part.startsWith("#TYPE"));
	const bare = (line ?? "").replace(/"[^"]*"/g, "");
	let best: string = DELIMITERS[0];
	let most = 0;
	for (const delimiter of DELIMITERS) {
		const count = bare.split(delimiter).length - 1;
		if (count > most) [best, most] = [delimiter, count];
	}
	return best;
}

function splitRecords(text: string, delimiter: string): CsvRecord[] {
	const records: CsvRecord[] = [];
	let cells: string[] = [];
	let at = 0;
	let line = 1;
	let start = 1;
	const close = (): void => {
		if (cells.length > 1 || cells[0] !== "") records.push({ cells, line: start });
		cells = [];
		start = line;
	};
	while (at < text.length) {
		const cell = readCell(text, at, delimiter);
		cells.push(cell.value);
		line += cell.lines;
		at = cell.end;
		const sign = text[at];
		if (sign === delimiter) {
			at++;
			if (at === text.length) cells.push("");
		} else {
			at += text.startsWith("\r\n", at) ? 2 : 1;
			line++;
			close();
		}
	}
	if (cells.length > 0) close();
	return records;
}

interface Cell {
	readonly value: string;
	/** Offset of the delimiter or line break behind it. */
	readonly end: number;
	/** Line breaks in it. */
	readonly lines: number;
}

function readCell(text: string, start: number, delimiter: string): Cell {
	if (text[start] === '"') {
		const quoted = readQuoted(text, start);
		if (quoted !== undefined) {
			// What stands behind the closing quote belongs to the cell: some writers put blanks there.
			const end = endOfPlain(text, quoted.end, delimiter);
			return { ...quoted, value: quoted.value + text.slice(quoted.end, end).trim(), end };
		}
	}
	const end = endOfPlain(text, start, delimiter);
	return { value: text.slice(start, end).trim(), end, lines: 0 };
}

/** Undefined where no quote closes it within bounds: the quote is then a sign like others. */
function readQuoted(text: string, start: number): Cell | undefined {
	let value = "";
	let from = start + 1;
	for (;;) {
		const close = text.indexOf('"', from);
		if (close === -1 || close - start > LONGEST_CELL) return undefined;
		value += text.slice(from, close);
		if (text[close + 1] !== '"') {
			return { value, end: close + 1, lines: value.split(/\r\n|\r|\n/).length - 1 };
		}
		value += '"';
		from = close + 2;
	}
}

function endOfPlain(text: string, start: number, delimiter: string): number {
	let end = start;
	while (end < text.length) {
		const sign = text[end];
		if (sign === delimiter || sign === "\n" || sign === "\r") return end;
		end++;
	}
	return end;
}
