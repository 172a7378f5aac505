import type { Condition, QueryParser } from "../../model/detection";
import { ALWAYS, opaque } from "../syntax/conditions";
import { mergeAlternatives } from "../syntax/merge-alternatives";
import { DEEPEST } from "../syntax/parse-logic";
import { TokenCursor } from "../syntax/token-cursor";
import { joinClauses } from "./join-clauses";
import type { LuceneClause } from "./join-clauses";
import { parseTerm } from "./parse-term";
import type { LuceneCursor, LuceneField } from "./parse-term";
import { readLuceneText } from "./read-lucene-term";
import { scanLucene } from "./scan-lucene";

/**
 * Parses Lucene's classic query syntax as Elasticsearch's `query_string` takes it (8.x), with OR as the default operator.
 *
 * A term without a field is looked for everywhere. Reports as `query-syntax` what the classic parser would refuse.
 */
export const parseLucene: QueryParser = (text) => {
	const cursor: LuceneCursor = new TokenCursor(text, scanLucene(text));
	const condition = cursor.isAtEnd ? ALWAYS : parseClauses(cursor, undefined, 0);
	return {
		detection: { kind: "event", condition },
		sources: [],
		problems: cursor.problems,
		tokens: cursor.account,
	};
};

/** Reads clauses up to the bracket that closes their group; outside of groups one that closes nothing is reported. */
function parseClauses(
	cursor: LuceneCursor,
	field: LuceneField | undefined,
	depth: number,
): Condition {
	if (depth > DEEPEST) return giveUp(cursor);
	const clauses: LuceneClause[] = [];
	while (!cursor.isAtEnd) {
		if (cursor.is(")")) {
			if (depth > 0) break;
			cursor.fail("\u201C)\u201D closes nothing");
			cursor.skip();
			continue;
		}
		const conjunction = readConjunction(cursor, clauses.length === 0);
		const modifier = readModifier(cursor);
		clauses.push({ conjunction, modifier, condition: parseClause(cursor, field, depth) });
	}
	if (clauses.length === 0) {
		cursor.fail("a term is missing here");
		return opaque("", "a term is missing", { start: cursor.lastEnd, end: cursor.lastEnd });
	}
	return joinClauses(clauses);
}

function readConjunction(cursor: LuceneCursor, isFirst: boolean): LuceneClause["conjunction"] {
	const isAnd = cursor.is("AND") || cursor.is("&&");
	if (!isAnd && !cursor.is("OR") && !cursor.is("||")) return null;
	if (isFirst) cursor.report("query-syntax", "warning", "an operator has nothing before it");
	cursor.take();
	return isAnd ? "and" : "or";
}

function readModifier(cursor: LuceneCursor): LuceneClause["modifier"] {
	let modifier: LuceneClause["modifier"] = null;
	for (;;) {
		if (cursor.eat("+")) modifier ??= "required";
		else if (cursor.eat("-") || cursor.eat("!") || cursor.eat("NOT"))
			modifier = modifier === "prohibited" ? "required" : "prohibited";
		else return modifier;
	}
}

function parseClause(
	cursor: LuceneCursor,
	outer: LuceneField | undefined,
	depth: number,
): Condition {
	const first = cursor.peek();
	if (first?.kind !== "word" || !cursor.is(":", 1)) return parseValue(cursor, outer, depth);
	cursor.take();
	cursor.take();
	const span = { start: first.start, end: first.end };
	if (first.text === "*" && cursor.is("*")) {
		cursor.take();
		return ALWAYS;
	}
	if (isOperator(cursor)) {
		cursor.fail(`a value is missing behind \u201C${first.text}:\u201D`);
		return opaque(`${first.text}:`, "a value is missing", span);
	}
	// Looked for in all fields, a value is a keyword.
	const field = first.text === "*" ? undefined : { name: readLuceneText(first.text), span };
	return parseValue(cursor, field, depth);
}

function isOperator(cursor: LuceneCursor): boolean {
	return ["AND", "OR", "NOT", "&&", "||"].some((word) => cursor.is(word));
}

function parseValue(
	cursor: LuceneCursor,
	field: LuceneField | undefined,
	depth: number,
): Condition {
	if (!cursor.is("(")) return parseTerm(cursor, field);
	cursor.take();
	const inner = parseClauses(cursor, field, depth + 1);
	cursor.expect(")");
	if (cursor.peek()?.kind === "suffix") cursor.take();
	if (field === undefined) return inner;
	return mergeAlternatives(inner, { start: field.span.start, end: cursor.lastEnd });
}

function giveUp(cursor: LuceneCursor): Condition {
	const start = cursor.offset;
	cursor.report("query-too-deep", "error", `groups are nested more than ${DEEPEST} deep`);
	const text = cursor.skipUntil(() => false);
	return opaque(text, "nested too deep", { start, end: Math.max(start, cursor.lastEnd) });
}
