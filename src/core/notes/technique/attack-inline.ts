import { countBackticks, indexBackticks, writeCodeSpan, type BacktickRuns } from "./code-span";
import { decodeEntities, readEntity } from "./html-entities";
import { Pieces } from "./pieces";
import { completeAttackUrl, readTechniqueUrl } from "./technique-url";

/** What stands in a text's place of citations and links. */
export interface AttackTextHandlers {
	/** Markdown for a citation. */
	cite(name: string): string;
	/** Markdown for a link to a technique, undefined where the link stays as it is. */
	link(technique: string, label: string): string | undefined;
	/** Whether the text's object lists a work of this name. */
	knows(name: string): boolean;
}

interface Scan {
	readonly text: string;
	readonly handlers: AttackTextHandlers;
	readonly backticks: BacktickRuns;
	readonly out: Pieces;
	/** Offset behind what was written; what follows stays as it is and is still to be added. */
	written: number;
	/** Tags that nothing closes any more, to look for an end only once. */
	readonly unclosed: Set<string>;
}

/** Signs that may mean something. */
const SPECIAL = /[`<&[]|\( {0,3}[Cc]itation:/g;
const CITATION = /\( {0,3}[Cc]itation: {0,3}/y;
const LINK = /\[([^[\]\n]{0,400})\]\(([^()\s<>]{1,1000})\)/y;
const CODE_END = /<\/code>/gi;
const PRE_END = /<\/pre>/gi;
const TAG = /<(\/?)(code|pre|br|strong|em|div|ul|ol|li|[abip])(\s[^<>\n]{0,400}|\/)?>/iy;

/**
 * Reads the inline parts of an ATT&CK text: citations, links to techniques, code in backticks and in `<code>`, simple HTML, entities.
 * Gives Markdown that is not yet safe.
 */
export function scanAttackText(text: string, handlers: AttackTextHandlers): string {
	SPECIAL.lastIndex = 0;
	if (!SPECIAL.test(text)) return text;
	const out = new Pieces();
	const backticks = indexBackticks(text);
	const scan: Scan = { text, handlers, backticks, out, written: 0, unclosed: new Set() };
	let at = 0;
	for (;;) {
		SPECIAL.lastIndex = at;
		const next = SPECIAL.exec(text)?.index;
		if (next === undefined) break;
		const end = readSpecial(scan, next);
		if (end !== undefined) scan.written = end;
		at = end ?? next + 1;
	}
	writeUpTo(scan, text.length);
	return out.join();
}

/** Writes what stands at an offset and all before it, and gives the offset behind it; undefined where it stays as it is. */
function readSpecial(scan: Scan, at: number): number | undefined {
	switch (scan.text[at]) {
		case "`":
			return readBackticks(scan, at);
		case "<":
			return readTag(scan, at);
		case "&":
			return readCharacter(scan, at);
		case "[":
			return readLink(scan, at);
		default:
			return readCitation(scan, at);
	}
}

function writeUpTo({ text, out, written }: Scan, at: number): void {
	out.push(text.slice(written, at));
}

function readBackticks(scan: Scan, at: number): number {
	const { text, out, backticks } = scan;
	writeUpTo(scan, at);
	const length = countBackticks(text, at);
	const close = backticks.nextRun(length, at + length);
	const content = close === -1 ? "" : text.slice(at + length, close);
	const isFence = length > 2 && out.isLineStart() && content.includes("\n");
	if (close === -1 || (!isFence && /\n\s*\n/.test(content))) {
		out.push((length > 2 ? "\\" : "") + text.slice(at, at + length));
		return at + length;
	}
	if (isFence) out.push(text.slice(at, close + length));
	else out.pushCode(writeCodeSpan(content));
	return close + length;
}

function readTag(scan: Scan, at: number): number | undefined {
	TAG.lastIndex = at;
	const match = TAG.exec(scan.text);
	if (match === null) return undefined;
	const [all, slash, name = "", attributes = ""] = match;
	const end = at + all.length;
	const isEnd = slash === "/";
	const { out, text } = scan;
	writeUpTo(scan, at);
	switch (name.toLowerCase()) {
		case "code":
		case "pre":
			return isEnd ? end : readCode(scan, end, name.toLowerCase());
		case "br":
			out.push("\n");
			return text[end] === "\n" ? end + 1 : end;
		case "b":
		case "strong":
			return writeEmphasis(scan, end, "**", isEnd);
		case "i":
		case "em":
			return writeEmphasis(scan, end, "*", isEnd);
		case "a":
			return isEnd ? end : readAnchor(scan, end, attributes);
		case "li":
			if (!isEnd) out.push(out.isLineStart() ? "- " : "\n- ");
			return end;
		default:
			out.push(isEnd || /^[pd]/i.test(name) ? "\n\n" : "\n");
			return end;
	}
}

/** Reads the code behind its opening tag; code of several lines that fills its paragraph becomes a fence. */
function readCode(scan: Scan, from: number, name: string): number {
	const { text, out } = scan;
	const to = scan.unclosed.has(name) ? -1 : indexOfEnd(text, name, from);
	if (to === -1) {
		scan.unclosed.add(name);
		return from;
	}
	const end = to + name.length + "</>".length;
	const code = decodeEntities(text.slice(from, to)).replace(/<br ?\/?>\n?/gi, "\n");
	const lines = code.replace(/^\s*\n/, "").trimEnd();
	const fillsParagraph = out.isLineStart() && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 80));
	if (lines.includes("\n") && fillsParagraph) {
		const marks = "`".repeat(
			Math.max(3, ...(lines.match(/`+/g) ?? []).map((run) => run.length + 1)),
		);
		out.push(`\n${marks}text\n${lines}\n${marks}\n`);
	} else out.pushCode(writeCodeSpan(code));
	return end;
}

function indexOfEnd(text: string, name: string, from: number): number {
	const pattern = name === "code" ? CODE_END : PRE_END;
	pattern.lastIndex = from;
	return pattern.exec(text)?.index ?? -1;
}

/** Spaces just inside the marks would keep them from being read as emphasis: they go outside. */
function writeEmphasis({ text, out }: Scan, at: number, marks: string, isEnd: boolean): number {
	if (isEnd) {
		const spaces = out.trimSpaces();
		out.push(marks + spaces);
		return at;
	}
	let end = at;
	while (text[end] === " ") end++;
	out.push((end > at && !out.endsInSpace() ? " " : "") + marks);
	return end;
}

function readAnchor(scan: Scan, from: number, attributes: string): number {
	const { text } = scan;
	const url = /\bhref ?= ?["']?([^"'<>\s]+)/i.exec(attributes)?.[1];
	const rest = text.slice(from, from + 500);
	const to = rest.search(/<\/a>/i);
	const label = to === -1 ? "" : rest.slice(0, to);
	if (url === undefined || to === -1 || /[[\]<\n]/.test(label)) return from;
	writeLink(scan, label, url);
	return from + to + "</a>".length;
}

function writeLink({ out, handlers }: Scan, label: string, url: string): void {
	const technique = readTechniqueUrl(url);
	const link = technique === undefined ? undefined : handlers.link(technique, label);
	out.push(link ?? `[${label}](${completeAttackUrl(url)})`);
}

function readCharacter(scan: Scan, at: number): number | undefined {
	const { text, out } = scan;
	const entity = readEntity(text, at);
	if (entity === undefined) return undefined;
	const { character, length } = entity;
	const isSign =
		"\\`*_[]<".includes(character) || (character === "&" && /[#\w]/.test(text[at + length] ?? ""));
	writeUpTo(scan, at);
	out.push((isSign ? "\\" : "") + character);
	return at + length;
}

function readLink(scan: Scan, at: number): number | undefined {
	const { text, out } = scan;
	if (text[at + 1] === "^") {
		// Not one of our footnotes.
		writeUpTo(scan, at);
		out.push("\\[");
		return at + 1;
	}
	LINK.lastIndex = at;
	const match = LINK.exec(text);
	if (match === null) return undefined;
	const [all, label = "", url = ""] = match;
	// What needs no change is read on as text.
	const isTechnique = readTechniqueUrl(url) !== undefined;
	if (!isTechnique && completeAttackUrl(url) === url) return undefined;
	writeUpTo(scan, at);
	writeLink(scan, label, url);
	return at + all.length;
}

function readCitation(scan: Scan, at: number): number | undefined {
	const { out, handlers } = scan;
	const citation = findCitation(scan, at);
	if (citation === undefined) return undefined;
	const { name, end } = citation;
	writeUpTo(scan, at);
	if (!out.isLineStart()) out.trimSpaces();
	out.push(handlers.cite(name));
	return end;
}

function findCitation(
	{ text, handlers }: Scan,
	at: number,
): { readonly name: string; readonly end: number } | undefined {
	CITATION.lastIndex = at;
	const lead = CITATION.exec(text)?.[0];
	if (lead === undefined) return undefined;
	const start = at + lead.length;
	const name = readName(text.slice(start, start + 400), handlers);
	if (name === undefined || name.trim() === "") return undefined;
	return { name: name.trim(), end: start + name.length + 1 };
}

/** The name up to the bracket that closes the citation; names may hold brackets themselves. */
function readName(rest: string, handlers: AttackTextHandlers): string | undefined {
	const first = rest.indexOf(")");
	const plain = rest.slice(0, first);
	if (first === -1 || plain.includes("\n")) return undefined;
	if (!plain.includes("(") || handlers.knows(plain.trim())) return plain;
	const line = rest.split("\n", 1)[0] ?? "";
	let depth = 0;
	for (let at = 0; at < line.length; at++) {
		if (line[at] === "(") depth++;
		if (line[at] === ")" && depth-- === 0) return line.slice(0, at);
	}
	return plain;
}
