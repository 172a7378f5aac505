import type { QueryBlock } from "../markdown/query-block";
import type { MarkdownOutline } from "../markdown/outline-markdown";
import { trimMarks } from "../plain-names";
import { readProductName } from "../markdown/product-names";
import { recogniseKql } from "./recognise-kql";
import { skimKql } from "./skim-kql";

/** A line that goes on with a query, and is no row of a table. */
const PIPED =
	/^[ \t]*\|[ \t]*(?:where|filter|extend|project|summarize|join|union|mv-expand|parse|invoke|evaluate)\b(?![^\n]*\|[ \t\r]*$)/m;
/** A line that a query can begin with, and prose cannot. */
const OPENING = /^[ \t]*(?:\/\/|(?:let|union|search|find)[ \t(])/;
/** A line that names a table, or calls a function, and says nothing else. */
const NAMING = /^[ \t]*[A-Za-z_]\w*(?:\([^()\n]*\))?[ \t]*(?:\/\/[^\n]*)?$/;

/**
 * Finds queries in KQL that no fence holds: the whole text under a heading that `announces` them or names a product; where there is none,
 * paragraphs of piped lines, also such as stand between two backticks.
 */
export function findUnfenced(
	whole: string,
	outline: MarkdownOutline,
	announces: (heading: string) => boolean,
): readonly QueryBlock[] {
	const blocks: QueryBlock[] = [];
	const bare: QueryBlock[] = [];
	const text = hideFences(whole, outline);
	for (let index = -1; index < outline.headings.length; index++) {
		const heading = outline.headings[index];
		const product = heading === undefined ? undefined : readProductName(heading.text);
		const announced = product !== undefined || announces(heading?.text ?? "");
		const start = heading?.end ?? 0;
		const end = outline.headings[index + 1]?.start ?? text.length;
		const place = { heading: index, product: product ?? null, caption: null, announced };
		const block = announced ? readBlock(text, start, end, place) : undefined;
		if (block !== undefined) blocks.push(block);
		else for (const found of findBare(text.slice(start, end), start, text, place)) bare.push(found);
	}
	return blocks.length > 0 ? blocks : bare;
}

/** Fences whose language is another one hold no queries; their lines are left empty. */
function hideFences(text: string, { fences }: MarkdownOutline): string {
	const parts: string[] = [];
	let from = 0;
	for (const { start, end } of fences) {
		parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]/g, " "));
		from = end;
	}
	return parts.length === 0 ? text : parts.join("") + text.slice(from);
}

type Place = Omit<QueryBlock, "start" | "end" | "tokens">;

/** Reads what stands between two offsets as a query, undefined where it is none. */
function readBlock(text: string, from: number, to: number, place: Place): QueryBlock | undefined {
	const body = text.slice(from, to);
	const start = from + (body.length - body.trimStart().length);
	const end = Math.max(start, from + body.trimEnd().length);
	const tokens = skimKql(text.slice(start, end));
	return recogniseKql(tokens, false) === "query" ? { ...place, start, end, tokens } : undefined;
}

/** Finds the queries among the paragraphs of a section; a blank line before a pipe parts none. */
function findBare(body: string, offset: number, text: string, place: Place): readonly QueryBlock[] {
	const blocks: QueryBlock[] = [];
	if (!PIPED.test(body)) return blocks;
	let start = 0;
	for (const paragraph of listParagraphs(body)) {
		const piped = PIPED.exec(paragraph)?.index;
		const opening = piped === undefined ? undefined : findOpening(paragraph.slice(0, piped));
		if (opening !== undefined) {
			const end = start + trimMarks(paragraph, " \t\r\n`", "end").length;
			const block = readBlock(text, offset + start + opening, offset + end, place);
			if (block !== undefined) blocks.push(block);
		}
		start += paragraph.length;
	}
	return blocks;
}

/** Splits a text behind its blank lines, but not before a pipe. */
function listParagraphs(body: string): readonly string[] {
	const paragraphs: string[] = [];
	let from = 0;
	for (const gap of body.matchAll(/\n\s*\n[ \t]*/g)) {
		const end = gap.index + gap[0].length;
		if (body[end] === "|") continue;
		paragraphs.push(body.slice(from, end));
		from = end;
	}
	return [...paragraphs, body.slice(from)];
}

/** Gives the offset of the line with which a query begins that a pipe follows, undefined where there is none. */
function findOpening(above: string): number | undefined {
	let named: number | undefined;
	let start = 0;
	for (const whole of above.split("\n")) {
		const line = whole.replace(/^[ \t]*`+/, "").trimEnd();
		const at = start + whole.indexOf(line);
		if (OPENING.test(line)) return at;
		if (NAMING.test(line)) named = at;
		start += whole.length + 1;
	}
	return named;
}
