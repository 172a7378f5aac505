import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { ALWAYS, combine, leaf, opaque } from "../syntax/conditions";
import { lowerLuceneRegex } from "../syntax/lucene-regex";
import type { TokenCursor } from "../syntax/token-cursor";
import { ORDER_SIGNS } from "../syntax/comparison-signs";
import { readLuceneTerm, readLuceneText, readLuceneValue } from "./read-lucene-term";
import type { LuceneToken } from "./scan-lucene";

/** Walks over the tokens of Lucene's syntax. */
export type LuceneCursor = TokenCursor<LuceneToken>;

/** The field that a term or a group of terms stands behind. */
export interface LuceneField {
	readonly name: string;
	/** Of the name. */
	readonly span: Span;
}

/** Reads one term, phrase, expression or range, without its field but with its suffix. What cannot start one is skipped and reported. */
export function parseTerm(cursor: LuceneCursor, field: LuceneField | undefined): Condition {
	const token = cursor.peek();
	const start = field?.span.start ?? cursor.offset;
	const sign = token?.text ?? "";
	if (token?.kind === "sign" && (sign === "[" || sign === "{")) return parseRange(cursor, field);
	if (field !== undefined && (sign === "-" || sign === "+") && isGluedWord(cursor))
		return parseSigned(cursor, field);
	if (token === undefined || (token.kind === "sign" && !ORDER_SIGNS.has(sign)))
		return refuse(cursor);
	cursor.take();
	const bound = ORDER_SIGNS.get(sign);
	if (token.kind === "sign" && bound !== undefined) {
		const limit = cursor.peek();
		if (limit === undefined || limit.kind === "sign") return refuse(cursor);
		const text = takeAttached(cursor);
		return make(field, bound, [{ value: readLuceneValue(text), at: limit.start }], start, cursor);
	}
	if (token.kind === "regex") return lowerRegex(cursor, field, token, start);
	if (token.kind === "quoted" && (token.text.length < 2 || !token.text.endsWith('"'))) {
		const { end } = token;
		cursor.fail("the phrase is never closed", {
			start: token.start,
			end,
		});
	}
	const written = token.kind === "word" ? finishWord(cursor, token) : token.text;
	const suffix = takeSuffix(cursor);
	const at = token.start;
	const test = PRESENCE.get(field?.name ?? "");
	if (test !== undefined && field !== undefined) {
		const named = { ...field, name: readLuceneText(written) };
		return make(named, test, [], start, cursor);
	}
	if (suffix) {
		const transform = token.kind === "quoted" ? "proximity" : "fuzzy";
		return make(field, "match", [{ value: readLuceneText(written), at }], start, cursor, transform);
	}
	if (token.kind === "quoted") return literal(cursor, field, written, at, start);
	const { op, value } = readLuceneTerm(written);
	if (op === "eq") return literal(cursor, field, written, at, start);
	if (op === "exists" && field === undefined) return ALWAYS;
	return make(field, op, value === null ? [] : [{ value, at }], start, cursor);
}

/** What asks whether a field is there; the second until Elasticsearch 5. */
const PRESENCE: ReadonlyMap<string, "exists" | "is_null"> = new Map([
	["_exists_", "exists"],
	["_missing_", "is_null"],
]);

/** `field:-5`: the sign has to be escaped; it is reported and kept. */
function parseSigned(cursor: LuceneCursor, field: LuceneField): Condition {
	cursor.report("query-syntax", "warning", "a sign before a value needs a backslash before it");
	const at = cursor.offset;
	cursor.take();
	cursor.take();
	const written = cursor.text.slice(at, cursor.lastEnd);
	takeSuffix(cursor);
	return literal(cursor, field, written, at, field.span.start);
}

function isGluedWord(cursor: LuceneCursor): boolean {
	const word = cursor.peek(1);
	return word?.kind === "word" && word.start === cursor.peek()?.end && !cursor.is(":", 2);
}

function literal(
	cursor: LuceneCursor,
	field: LuceneField | undefined,
	written: string,
	at: number,
	start: number,
): Condition {
	if (/^(?:and|or|not)$/.test(written)) {
		const message = `in lower case \u201C${written}\u201D is a term, not an operator`;
		cursor.report("query-syntax", "warning", message, { start: at, end: cursor.lastEnd });
	}
	if (field === undefined)
		return make(field, "match", [{ value: readLuceneText(written), at }], start, cursor);
	return make(field, "eq", [{ value: readLuceneValue(written), at }], start, cursor);
}

/** `[` and `]` take their bound in, `{` and `}` leave it out; `*` is no bound. */
function parseRange(cursor: LuceneCursor, field: LuceneField | undefined): Condition {
	const start = field?.span.start ?? cursor.offset;
	const takesLow = cursor.take()?.text === "[";
	const low = cursor.take();
	if (!cursor.eat("TO")) cursor.expect("TO");
	const high = cursor.is("]") || cursor.is("}") ? undefined : cursor.take();
	const takesHigh = !cursor.is("}");
	if (!cursor.eat("]") && !cursor.eat("}")) {
		cursor.expect("]");
		while (!cursor.isAtEnd && !cursor.is("]") && !cursor.is("}")) cursor.skip();
		cursor.skip();
	}
	takeSuffix(cursor);
	const parts: Condition[] = [];
	const add = (op: PredicateOperator, bound: LuceneToken | undefined): void => {
		if (bound === undefined || bound.text === "*") return;
		const term = { value: readLuceneValue(bound.text), at: bound.start };
		parts.push(make(field, op, [term], start, cursor));
	};
	add(takesLow ? "ge" : "gt", low);
	add(takesHigh ? "le" : "lt", high);
	if (parts.length > 0) return combine("and", parts);
	return field === undefined ? ALWAYS : make(field, "exists", [], start, cursor);
}

function lowerRegex(
	cursor: LuceneCursor,
	field: LuceneField | undefined,
	token: LuceneToken,
	start: number,
): Condition {
	takeSuffix(cursor);
	const text = token.text.slice(1, -1).replaceAll("\\/", "/");
	const lowered = field === undefined ? undefined : lowerLuceneRegex(text);
	const { op, value } = lowered ?? { op: "regex_match" as const, value: text };
	return make(field, op, value === null ? [] : [{ value, at: token.start }], start, cursor);
}

/** A colon inside of a value has to be escaped; it is reported and kept. */
function finishWord(cursor: LuceneCursor, token: LuceneToken): string {
	if (!isGlued(cursor)) return token.text;
	cursor.report("query-syntax", "warning", "a colon in a value needs a backslash before it");
	while (isGlued(cursor)) cursor.take();
	return cursor.text.slice(token.start, cursor.lastEnd);
}

function isGlued(cursor: LuceneCursor): boolean {
	const next = cursor.peek();
	if (next?.start !== cursor.lastEnd) return false;
	return next.text === ":" || next.kind === "word" || next.kind === "regex";
}

function takeAttached(cursor: LuceneCursor): string {
	const token = cursor.take();
	const text =
		token === undefined ? "" : token.kind === "word" ? finishWord(cursor, token) : token.text;
	takeSuffix(cursor);
	return text;
}

/** Takes what stands behind a term; gives whether one of it loosens the comparison. A boost does not. */
function takeSuffix(cursor: LuceneCursor): boolean {
	let loosens = false;
	while (cursor.peek()?.kind === "suffix") {
		if (cursor.take()?.text.startsWith("~") === true) loosens = true;
	}
	return loosens;
}

function make(
	field: LuceneField | undefined,
	op: PredicateOperator,
	terms: readonly PredicateTerm[],
	start: number,
	cursor: LuceneCursor,
	transform: string | null = null,
): Condition {
	return leaf({
		field: field?.name ?? null,
		op,
		terms,
		isCaseSensitive: null,
		transform,
		origin: "event",
		source: null,
		span: { start, end: cursor.lastEnd },
	});
}

function refuse(cursor: LuceneCursor): Condition {
	const token = cursor.peek();
	const start = cursor.offset;
	const found = token === undefined ? "the end" : `\u201C${token.text}\u201D`;
	cursor.fail(`expected a term, found ${found}`);
	if (token === undefined || token.text === ")")
		return opaque("", "a term is missing", { start, end: start });
	cursor.skip();
	return opaque(token.text, "not Lucene syntax", { start, end: token.end });
}
