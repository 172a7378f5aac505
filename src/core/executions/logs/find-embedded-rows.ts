import { parseJson } from "../../formats/json";
import { asTable } from "../../formats/values";
import { indexLines } from "../../text/line-index";
import { readFields } from "./log-values";
import type { RunRow } from "./read-run-rows";
import { isRunHeader } from "./read-run-rows";

/** The rows that a text holds, and the lines of those that look like rows and cannot be read. */
export interface EmbeddedRows {
	readonly rows: readonly RunRow[];
	/** 1-based. */
	readonly damaged: readonly number[];
}

/** What an object that is a row has in it, however its quotes are written. */
const MARK = /Execution Time \((?:UTC|Local)\)/g;

/** A way in which whatever collected an object writes it. */
interface Spelling {
	/** A flat object, from its brace on: texts, and between them what is no brace. Tried at one place, where it takes each sign one way only. */
	readonly object: RegExp;
	/** Gives the object's own text. */
	readonly restore: (written: string) => string;
}

const SPELLINGS: readonly Spelling[] = [
	{
		object: /\{\s*(?:"(?:[^"\\\r\n]|\\.)*"[\s\w,:.+[\]-]*)+\}/y,
		restore: (written) => written,
	},
	// In a cell of CSV.
	{
		object: /\{\s*(?:""(?:[^"\\\r\n]|\\""|\\[^"])*""[\s\w,:.+[\]-]*)+\}/y,
		restore: (written) => written.replaceAll('""', '"'),
	},
	// In XML.
	{
		object: /\{\s*(?:&quot;(?:[^"&\\\r\n]|&(?!quot;)|\\&quot;|\\[^&])*&quot;[\s\w,:.+[\]-]*)+\}/y,
		restore: (written) => written.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
	},
	// As text in JSON: a backslash of the object is two, and line breaks are written out.
	{
		object:
			/\{(?:\s|\\[nrt])*(?:\\"(?:[^"\\\r\n]|\\\\(?:\\.|[^\\])|\\[^"\\])*\\"(?:[\s\w,:.+[\]-]|\\[nrt])*)+\}/y,
		restore(written) {
			const unescaped = parseJson(`"${written.replace(/[\r\n]/g, " ")}"`);
			return unescaped.ok ? String(unescaped.json) : "";
		},
	},
];

/**
 * Finds the JSON objects that Invoke-AtomicRedTeam's loggers for syslog and the event log send, inside whatever collected them: behind a syslog
 * header, over several lines, as text inside JSON (`\"`), CSV (`""`) or XML (`&quot;`).
 *
 * Linear in the text: the objects are flat, and where one cannot be read on, the next brace is tried. Of two braces before a quote the text
 * between is inside a text for one and outside for the other, so that at most one of them is read on past a third.
 */
export function findEmbeddedRows(text: string): EmbeddedRows {
	const marks = [...text.matchAll(MARK)].map(({ index }) => index);
	if (marks.length === 0) return { rows: [], damaged: [] };
	const lines = indexLines(text);
	const rows: RunRow[] = [];
	const covered: { readonly from: number; readonly to: number }[] = [];
	for (let at = text.indexOf("{"); at !== -1;) {
		const found = readObject(text, at);
		if (found === undefined) at = text.indexOf("{", at + 1);
		else {
			rows.push({ cells: readFields(found.table), line: lines.positionAt(at).line });
			covered.push({ from: at, to: found.end });
			at = text.indexOf("{", found.end);
		}
	}
	return { rows, damaged: listUnread(text, marks, covered).map((at) => lines.positionAt(at).line) };
}

function readObject(
	text: string,
	start: number,
): { readonly table: object; readonly end: number } | undefined {
	for (const { object, restore } of SPELLINGS) {
		object.lastIndex = start;
		const written = object.exec(text)?.[0];
		if (written === undefined) continue;
		const parsed = parseJson(restore(written));
		const table = parsed.ok ? asTable(parsed.json) : undefined;
		// An object may hold a row as text.
		if (table !== undefined && isRunHeader(Object.keys(table)))
			return { table, end: start + written.length };
	}
	return undefined;
}

/** Marks outside of what was read, one for each row: most rows have two. */
function listUnread(
	text: string,
	marks: readonly number[],
	covered: readonly { readonly from: number; readonly to: number }[],
): number[] {
	const unread: number[] = [];
	let next = 0;
	let told: number | undefined;
	for (const mark of marks) {
		while ((covered[next]?.to ?? Infinity) <= mark) next++;
		if (mark >= (covered[next]?.from ?? Infinity)) continue;
		const isSame = told !== undefined && !text.slice(told, mark).includes("{");
		if (!isSame) unread.push(mark);
		told = mark;
	}
	return unread;
}
