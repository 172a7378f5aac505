import { stripQuotes, unescapeSpl } from "./quoted-text";
import type { SearchValue } from "./search-values";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { SplToken } from "./spl-token";

/**
 * Reads a value of a search: a word, a string, or several that stand without a space between them; `CASE(x)`, `TERM(x)`, `PREFIX(x)`;
 * another function's call is kept as a reference. In a list a comma ends it.
 */
export function readSearchValue(reader: SplReader, isInList: boolean): SearchValue {
	const { cursor } = reader;
	const first = cursor.peek();
	const at = reader.placeOf(cursor.offset);
	if (first === undefined || first.kind === "symbol") {
		cursor.report("query-syntax", "error", "a value is missing here");
		return { text: "", isQuoted: true, isCaseSensitive: false, isReference: false, at };
	}
	if (isCall(first, cursor.peek(1))) return readCall(reader, first, at);
	let text = "";
	let isQuoted = false;
	let isOpen = false;
	let token: SplToken | undefined = first;
	do {
		if (token.kind === "macro") reader.takeMacro(false);
		else cursor.take();
		isQuoted ||= token.kind === "string";
		text += valueOf(token);
		isOpen = token.text === "(";
		token = cursor.peek();
	} while (
		token?.isGlued === true &&
		token.kind !== "broken" &&
		(isPart(token, isInList) ? !isJoin(token) : isEmptyPair(token, cursor.peek(1), isOpen)) &&
		!(token.text === "," && isSeparator(cursor.peek(1), cursor.peek(2)))
	);
	const isReference = first.kind === "macro" || /^\$[\w.:{}-]+\$$/.test(text);
	return { text, isQuoted, isCaseSensitive: false, isReference, at };
}

/** Reads the values up to the bracket that closes a list, and that bracket; commas may be left out. */
export function readValueList(reader: SplReader): readonly SearchValue[] {
	const { cursor } = reader;
	const values: SearchValue[] = [];
	while (!isStageEnd(cursor) && !cursor.is(")")) {
		if (cursor.eat(",")) continue;
		if (cursor.peek()?.kind === "broken") cursor.skip();
		else if (cursor.peek()?.kind === "symbol") {
			cursor.report("query-syntax", "error", "this is no value of a list");
			cursor.skip();
		} else values.push(readSearchValue(reader, true));
	}
	cursor.expect(")");
	return values;
}

/** Whether a function's name stands here, and its bracket after it. */
function isCall(name: SplToken, bracket: SplToken | undefined): boolean {
	return (
		name.kind === "word" &&
		bracket?.text === "(" &&
		bracket.isGlued &&
		/^[A-Za-z_]\w*$/.test(name.text)
	);
}

function readCall(reader: SplReader, name: SplToken, at: number): SearchValue {
	const { cursor } = reader;
	const directive = name.text.toUpperCase();
	const isDirective = directive === "TERM" || directive === "CASE" || directive === "PREFIX";
	cursor.take();
	cursor.take();
	const { offset } = cursor;
	for (let depth = 1; depth > 0 && !isStageEnd(cursor);) {
		const token = cursor.take();
		if (token?.kind !== "symbol") continue;
		if (token.text === "(") depth++;
		else if (token.text === ")") depth--;
	}
	const end = cursor.lastEnd;
	if (!isDirective) {
		const call = reader.text.slice(name.start, end);
		return { text: call, isQuoted: false, isCaseSensitive: false, isReference: true, at };
	}
	const text = reader.text.slice(offset, end).replace(/\)$/, "").trimEnd();
	const isQuoted = text.startsWith('"');
	const inner = isQuoted ? stripQuotes(text) : text;
	return {
		text: unescapeSpl(inner, isQuoted),
		isQuoted: true,
		isCaseSensitive: directive === "CASE",
		isReference: false,
		at,
	};
}

/** Whether a token that follows without a space belongs to the value. */
function isPart(token: SplToken, isInList: boolean): boolean {
	if (token.kind !== "symbol") return true;
	return !"()[]|".includes(token.text) && !(isInList && token.text === ",");
}

/** Whether a comma ends a value, for what follows it: a space, or another comparison. */
function isSeparator(next: SplToken | undefined, sign: SplToken | undefined): boolean {
	return next?.isGlued !== true || (sign?.kind === "symbol" && /^[!<>=]/.test(sign.text));
}

/** Whether brackets with nothing in them stand inside of a word, and so belong to it: `*GetCurrent()*`. */
function isEmptyPair(token: SplToken, next: SplToken | undefined, isOpen: boolean): boolean {
	if (token.text === ")") return isOpen;
	return token.text === "(" && next?.text === ")" && next.isGlued;
}

/** Whether a word that follows a string without a space joins conditions. */
function isJoin(token: SplToken): boolean {
	return token.kind === "word" && /^(?:or|and|not|by)$/i.test(token.text);
}

function valueOf(token: SplToken): string {
	switch (token.kind) {
		case "string":
			return unescapeSpl(stripQuotes(token.text), true);
		case "word":
			return unescapeSpl(token.text, false);
		default:
			return token.text;
	}
}
