import { readQuoted } from "../../index/literals/inline-value";
import { readLink } from "../../index/literals/link-literal";
import { endOfName, endOfTag } from "../../index/literals/names";
import type { LinkValue } from "../../model/value";
import type { Source } from "./ast";
import type { Cursor } from "./cursor";
import { parseBrackets } from "./parse-brackets";
import { SOURCE_WORDS } from "./source-words";

const OPERATOR = /and|or|&|\|/iy;
const DEEPEST = 200;

/** Reads what stands behind `FROM`: sources joined by `and` and `or`, which bind equally and group to the left. */
export function parseSource(cursor: Cursor): Source | undefined {
	if (cursor.depth >= DEEPEST) {
		cursor.expect("fewer nested sources");
		return undefined;
	}
	cursor.depth++;
	let left = parseAtom(cursor);
	while (left !== undefined) {
		const end = cursor.at;
		cursor.skipBlanks();
		const word = cursor.match(OPERATOR)?.toLowerCase();
		if (word === undefined) cursor.expect('"and", "or"');
		cursor.skipBlanks();
		const right = word === undefined ? undefined : parseAtom(cursor);
		if (right === undefined) {
			cursor.at = end;
			break;
		}
		const type = word === "and" || word === "&" ? "and" : "or";
		left = { type, left, right, span: { start: left.span.start, end: cursor.at } };
	}
	cursor.depth--;
	return left;
}

function parseAtom(cursor: Cursor): Source | undefined {
	const atom =
		parseBrackets(cursor, parseSource) ??
		parseNot(cursor) ??
		parseOutgoing(cursor) ??
		parseIncoming(cursor) ??
		parseFolder(cursor) ??
		parseTag(cursor) ??
		parseCsv(cursor) ??
		parseWord(cursor);
	if (atom === undefined) {
		for (const kind of ['a "folder"', "a #tag", "a [[link]]"]) cursor.expect(kind);
		const words = [...SOURCE_WORDS.keys()];
		cursor.expect(`a table (${words.join(", ")})`, words);
	}
	return atom;
}

function parseNot(cursor: Cursor): Source | undefined {
	const start = cursor.at;
	if (cursor.depth >= DEEPEST || !(cursor.take("-") || cursor.take("!"))) return undefined;
	cursor.depth++;
	const source = parseAtom(cursor);
	cursor.depth--;
	if (source !== undefined) return { type: "not", source, span: { start, end: cursor.at } };
	cursor.at = start;
	return undefined;
}

function parseOutgoing(cursor: Cursor): Source | undefined {
	const start = cursor.at;
	if (!cursor.take("outgoing(")) return undefined;
	cursor.skipBlanks();
	const link = takeLink(cursor);
	if (link === undefined) cursor.expect("a [[link]]");
	else if (cursor.take(")")) {
		const span = { start, end: cursor.at };
		return { type: "link", target: link.path, direction: "outgoing", span };
	} else cursor.expect('")"');
	cursor.at = start;
	return undefined;
}

function parseIncoming(cursor: Cursor): Source | undefined {
	const start = cursor.at;
	const link = takeLink(cursor);
	if (link === undefined) return undefined;
	const span = { start, end: cursor.at };
	return { type: "link", target: link.path, direction: "incoming", span };
}

function parseFolder(cursor: Cursor): Source | undefined {
	const start = cursor.at;
	const path = takeQuoted(cursor);
	if (path === undefined) return undefined;
	return { type: "folder", path, span: { start, end: cursor.at } };
}

function parseTag(cursor: Cursor): Source | undefined {
	const start = cursor.at;
	const end = endOfTag(cursor.text, start);
	if (end === undefined) return undefined;
	cursor.at = end;
	return { type: "tag", tag: cursor.text.slice(start, end), span: { start, end } };
}

function parseCsv(cursor: Cursor): Source | undefined {
	const start = cursor.at;
	if (!cursor.take("csv(")) return undefined;
	cursor.skipBlanks();
	const path = takeQuoted(cursor);
	if (path !== undefined && cursor.take(")")) {
		return { type: "csv", path, span: { start, end: cursor.at } };
	}
	cursor.at = start;
	return undefined;
}

/**
 * A word of the language; as part of a longer name it is none. `Rules` is none either: it is a folder that lacks its quotes, which
 * Dataview refuses too.
 */
function parseWord(cursor: Cursor): Source | undefined {
	const start = cursor.at;
	const end = endOfName(cursor.text, start);
	if (end === undefined) return undefined;
	const word = cursor.text.slice(start, end);
	const lower = word.toLowerCase();
	const meant = word === lower || word === word.toUpperCase() ? SOURCE_WORDS.get(lower) : undefined;
	if (meant === undefined) return undefined;
	cursor.at = end;
	return { ...meant, span: { start, end } };
}

function takeLink(cursor: Cursor): LinkValue | undefined {
	const found = readLink(cursor.text, cursor.at, false);
	if (found !== undefined) cursor.at = found.end;
	return found?.value;
}

function takeQuoted(cursor: Cursor): string | undefined {
	const found = readQuoted(cursor.text, cursor.at);
	if (found !== undefined) cursor.at = found.end;
	return found?.value;
}
