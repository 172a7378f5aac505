import { readEvalArgument } from "./eval-expression";
import type { EvalValue } from "./eval-values";
import type { Pipeline } from "./pipeline";
import { stripQuotes, unescapeSpl } from "./quoted-text";
import { isStageEnd, type SplReader } from "./spl-reader";
import type { SplToken } from "./spl-token";

/** One argument of a command. Offsets are those of the expanded text. */
export type StageItem = { readonly start: number; readonly end: number } & (
	| { readonly kind: "name"; readonly text: string; readonly isQuoted: boolean }
	| { readonly kind: "option"; readonly name: string; readonly value: string }
	/** A function over one field; `argument` is null where it is an expression or there is none, `value` what stands in `eval(…)`. */
	| {
			readonly kind: "call";
			readonly name: string;
			readonly argument: string | null;
			readonly value?: EvalValue;
	  }
	| { readonly kind: "comma" }
);

const NO_STOPS: ReadonlySet<string> = new Set();

/**
 * Reads a command's arguments up to the end of the stage, a square bracket, one of the words in `stops` (`where`, or an option as
 * `search=`), or what can be no argument: names, texts, `option=value`, functions and commas.
 */
export function readItems(
	reader: SplReader,
	pipeline: Pipeline,
	stops: ReadonlySet<string> = NO_STOPS,
): readonly StageItem[] {
	const { cursor } = reader;
	const items: StageItem[] = [];
	while (!isStageEnd(cursor)) {
		const token = cursor.peek();
		if (token === undefined) break;
		if (token.kind === "word" && stops.size > 0) {
			const word = token.text.toLowerCase();
			if (stops.has(cursor.is("=", 1) ? `${word}=` : word)) break;
		}
		if (token.kind === "macro") reader.takeMacro(false);
		else if (token.kind === "symbol") {
			if (token.text !== ",") break;
			cursor.take();
			items.push({ kind: "comma", start: token.start, end: token.end });
		} else items.push(readItem(reader, pipeline));
	}
	return items;
}

/** Gives the value of an option in lower-case name, undefined where it is not given. */
export function optionOf(items: readonly StageItem[], name: string): string | undefined {
	const found = items.find((item) => item.kind === "option" && item.name.toLowerCase() === name);
	return found?.kind === "option" ? found.value : undefined;
}

/** Gives the plain names among items, without commas and options. */
export function namesOf(items: readonly StageItem[]): readonly string[] {
	const names: string[] = [];
	for (const item of items) if (item.kind === "name") names.push(item.text);
	return names;
}

/** Whether an item is this word, in any case and without quotes; `word` is in lower case. */
export function isWordItem(item: StageItem | undefined, word: string): boolean {
	if (item?.kind !== "name" || item.isQuoted || item.text.length !== word.length) return false;
	return item.text.toLowerCase() === word;
}

/** Reads one argument: a name or text, an option with its value, or a function. */
export function readItem(reader: SplReader, pipeline: Pipeline): StageItem {
	const { cursor } = reader;
	const start = cursor.offset;
	const first = cursor.take();
	let name = nameOf(first);
	// Names that quotes interrupt (`datamodel=A."B"`).
	while (cursor.peek()?.isGlued === true && isNamePiece(cursor.peek()))
		name += nameOf(cursor.take());
	if (cursor.is("=") && cursor.peek()?.kind === "symbol") {
		cursor.take();
		const value = readOptionValue(reader);
		return { kind: "option", name, value, start, end: cursor.lastEnd };
	}
	if (cursor.is("(") && first?.kind === "word") {
		const { argument, value } = readCall(reader, pipeline);
		const end = cursor.lastEnd;
		return value === undefined
			? { kind: "call", name, argument, start, end }
			: { kind: "call", name, argument, value, start, end };
	}
	const isQuoted = first?.kind !== "word";
	return { kind: "name", text: name, isQuoted, start, end: cursor.lastEnd };
}

/** Reads what stands behind `=`: a word, a text, several without a space between them, or what stands in brackets. */
function readOptionValue(reader: SplReader): string {
	const { cursor } = reader;
	if (cursor.is("(")) {
		const { offset } = cursor;
		cursor.take();
		takeBalanced(reader);
		return reader.text.slice(offset, cursor.lastEnd);
	}
	if (cursor.is('"("')) return readQuotedBrackets(reader);
	let value = "";
	for (let token = cursor.peek(); isNamePiece(token); token = cursor.peek()) {
		if (value !== "" && !token.isGlued) break;
		if (token.kind === "macro") reader.takeMacro(false);
		else cursor.take();
		value += nameOf(token);
		if (value === "") break;
	}
	return value;
}

/** Reads an expression between brackets that stand in quotes of their own: `reset_after="("action==\"a\"")"`. */
function readQuotedBrackets(reader: SplReader): string {
	const { cursor } = reader;
	const { offset } = cursor;
	while (!isStageEnd(cursor) && !cursor.is('")"')) cursor.take();
	cursor.eat('")"');
	return reader.text.slice(offset, cursor.lastEnd);
}

/** Reads a function's argument and its closing bracket. */
function readCall(
	reader: SplReader,
	pipeline: Pipeline,
): { readonly argument: string | null; readonly value?: EvalValue } {
	const { cursor } = reader;
	cursor.take();
	if (cursor.isWord("eval") && cursor.is("(", 1)) {
		cursor.take();
		cursor.take();
		const value = readEvalArgument(reader, pipeline);
		cursor.expect(")");
		takeBalanced(reader);
		return { argument: null, value };
	}
	const first = cursor.peek();
	const isOne = cursor.is(")", 1) && first !== undefined && first.kind !== "symbol";
	const argument = isOne ? nameOf(first) : null;
	takeBalanced(reader);
	return { argument };
}

/** Takes everything up to the round bracket that closes the one taken before, and that bracket. */
function takeBalanced(reader: SplReader): void {
	const { cursor } = reader;
	for (let depth = 1; depth > 0;) {
		const token = cursor.peek();
		if (token === undefined || (token.kind === "symbol" && token.text === "|")) {
			cursor.report("query-syntax", "error", "a bracket is not closed");
			return;
		}
		if (token.kind === "symbol" && (token.text === "(" || token.text === "[")) depth++;
		else if (token.kind === "symbol" && (token.text === ")" || token.text === "]")) depth--;
		cursor.take();
	}
}

function isNamePiece(token: SplToken | undefined): token is SplToken {
	return token !== undefined && token.kind !== "symbol";
}

/** Gives what a token names: without quotes, with escapes resolved; empty where there is none. */
export function nameOf(token: SplToken | undefined): string {
	if (token === undefined) return "";
	switch (token.kind) {
		case "string":
			return unescapeSpl(stripQuotes(token.text), true);
		case "field":
			return token.text.slice(1, -1);
		case "broken":
			return "";
		default:
			return token.text;
	}
}
