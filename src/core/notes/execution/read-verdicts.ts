import type { RuleVerdict } from "../../model/execution";
import { readOrigin, readVerdict } from "./execution-words";

type Column = "rule" | "verdict" | "how" | "evidence";

/** What the columns of a verdict table are called. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
	["rule", /^(?:rule|detection|detection rule|analytic)s?$/i],
	["verdict", /^(?:verdict|result|fired\??)$/i],
	["how", /^(?:how|method|source|by)$/i],
	["evidence", /^(?:evidence|notes?|comments?|reason|why)$/i],
];

const HEADING = /^#{1,6}[ \t](.*)$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/**
 * Reads the verdicts of rules in the body of an execution note: the rows of every table that has a column for the rule and one for the verdict, in
 * any order, with any others beside them.
 *
 * A table below a heading that names verdicts counts before all others: where there is such a heading, only its tables are read.
 */
export function readVerdicts(body: string): readonly RuleVerdict[] {
	const all: RuleVerdict[] = [];
	const headed: RuleVerdict[] = [];
	let isHeaded = false;
	let hasHeading = false;
	let isCode = false;
	let columns: ReadonlyMap<Column, number> | undefined;
	for (const raw of body.split("\n")) {
		const line = raw.trimEnd();
		if (FENCE.test(line)) isCode = !isCode;
		if (isCode) continue;
		const heading = HEADING.exec(line)?.[1];
		if (heading !== undefined) {
			isHeaded = /\bverdicts?\b/i.test(heading);
			hasHeading ||= isHeaded;
		}
		if (!line.trimStart().startsWith("|")) {
			columns = undefined;
			continue;
		}
		const cells = splitCells(line);
		if (columns === undefined) columns = readHeader(cells);
		else if (!isDelimiter(cells)) {
			const row = readRow(cells, columns);
			if (row !== undefined) (isHeaded ? headed : all).push(row);
		}
	}
	return hasHeading ? headed : all;
}

/** A table without these columns is another one; its rows give nothing. */
function readHeader(cells: readonly string[]): ReadonlyMap<Column, number> {
	const columns = new Map<Column, number>();
	for (const [index, cell] of cells.entries()) {
		const name = cell.replace(/[*_`]/g, "").trim();
		const found = COLUMNS.find(([key, pattern]) => !columns.has(key) && pattern.test(name));
		if (found !== undefined) columns.set(found[0], index);
	}
	return columns.has("rule") && columns.has("verdict") ? columns : new Map();
}

function isDelimiter(cells: readonly string[]): boolean {
	return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}

function readRow(
	cells: readonly string[],
	columns: ReadonlyMap<Column, number>,
): RuleVerdict | undefined {
	const cell = (column: Column): string => cells[columns.get(column) ?? -1]?.trim() ?? "";
	const { target, title } = readRuleCell(cell("rule"));
	if (title === "") return undefined;
	const how = plain(cell("how"));
	return {
		...{ target, title, how },
		verdict: readVerdict(cell("verdict")),
		origin: readOrigin(how),
		evidence: plain(cell("evidence")),
	};
}

/** A dash stands for nothing. */
function plain(text: string): string {
	return /^[-–—]$/.test(text) ? "" : text;
}

function readRuleCell(cell: string): { readonly target: string | null; readonly title: string } {
	const start = cell.indexOf("[[");
	const end = start === -1 ? -1 : cell.indexOf("]]", start);
	const wiki = end === -1 ? undefined : cell.slice(start + 2, end);
	if (wiki !== undefined) {
		const [link = "", alias] = wiki.split("|", 2);
		const target = link.split("#", 1)[0]?.trim() ?? "";
		const name = target.slice(target.lastIndexOf("/") + 1).replace(/\.md$/, "");
		return { target, title: (alias ?? name).trim() };
	}
	const markdown = /^[^[]*\[([^[\]]*)\]\(<?([^()<>]+)>?\)/.exec(cell);
	if (markdown !== null) {
		const [, text = "", address = ""] = markdown;
		return { target: decodeAddress(address), title: text };
	}
	return { target: null, title: plain(cell.replace(/[`*]/g, "").replace(/\\(.)/g, "$1").trim()) };
}

/** Null for an address outside of the vault. */
function decodeAddress(address: string): string | null {
	if (/^[a-z][a-z\d+.-]*:/i.test(address)) return null;
	const path = address.split("#", 1)[0] ?? "";
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** Splits a table's row; a bar in a link is the link's, escaped or not. */
function splitCells(line: string): readonly string[] {
	const row = line.trim().replace(/^\|/, "");
	const inner = row.endsWith("|") && !row.endsWith("\\|") ? row.slice(0, -1) : row;
	const cells: string[] = [];
	let cell = "";
	let isLink = false;
	const lastClose = inner.lastIndexOf("]]");
	for (let at = 0; at < inner.length; at++) {
		const sign = inner[at] ?? "";
		if (sign === "\\" && inner[at + 1] === "|") {
			cell += "|";
			at++;
		} else if (sign === "|" && !isLink) {
			cells.push(cell.trim());
			cell = "";
		} else {
			if (inner.startsWith("[[", at) && at < lastClose) isLink = true;
			else if (inner.startsWith("]]", at)) isLink = false;
			cell += sign;
		}
	}
	return [...cells, cell.trim()];
}
