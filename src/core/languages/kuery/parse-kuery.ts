import type { Condition, QueryParser } from "../../model/detection";
import type { PredicateOperator, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { ALWAYS, combine, leaf, opaque } from "../syntax/conditions";
import { readLogicSign } from "../syntax/logic-signs";
import { parseLogic } from "../syntax/parse-logic";
import type { LogicGrammar, LogicOperator } from "../syntax/parse-logic";
import { TokenCursor } from "../syntax/token-cursor";
import { groupByOperator } from "../syntax/group-by-operator";
import type { OperatorValue } from "../syntax/group-by-operator";
import { mergeAlternatives } from "../syntax/merge-alternatives";
import { ORDER_SIGNS } from "../syntax/comparison-signs";
import { findNoEscape, readKueryLiteral, readKueryText } from "./read-kuery-literal";
import { scanKuery } from "./scan-kuery";
import type { KueryToken } from "./scan-kuery";

type Cursor = TokenCursor<KueryToken>;

const OR: LogicOperator = { kind: "or", power: 1, tokens: 1 };
const AND: LogicOperator = { kind: "and", power: 2, tokens: 1 };
const NOT_POWER = 3;

/**
 * Parses Kuery, Kibana's query language (KQL in its interface), after the grammar of `kbn-es-query` 8.x.
 *
 * Reports as `query-syntax` what Kibana would refuse; a missing `and` between two conditions is read as one.
 */
export const parseKuery: QueryParser = (text) => {
	const cursor = new TokenCursor(text, scanKuery(text));
	const condition = cursor.isAtEnd ? ALWAYS : parseGroup(cursor, grammarFor(""), 0, undefined);
	return {
		detection: { kind: "event", condition },
		sources: [],
		problems: cursor.problems,
		tokens: cursor.account,
	};
};

/** Reads conditions up to a closing bracket, or the end of the text where `closing` is undefined. */
function parseGroup(
	cursor: Cursor,
	grammar: LogicGrammar<KueryToken>,
	depth: number,
	closing: string | undefined,
): Condition {
	const parts: Condition[] = [];
	while (!cursor.isAtEnd) {
		if (isClosing(cursor)) {
			if (closing !== undefined && parts.length > 0) break;
			const what = cursor.peek()?.text ?? "";
			cursor.fail(`\u201C${what}\u201D closes nothing`);
			if (closing !== undefined) break;
			cursor.skip();
			if (parts.length > 0 && readOperator(cursor) !== undefined) cursor.skip();
			continue;
		}
		if (parts.length > 0) cursor.fail("expected \u201Cand\u201D or \u201Cor\u201D");
		parts.push(parseLogic(cursor, grammar, depth));
	}
	return parts.length === 0 ? missing(cursor) : combine("and", parts);
}

/** `prefix` stands before every field: the path of a nested query, with its dot. */
function grammarFor(prefix: string): LogicGrammar<KueryToken> {
	const grammar: LogicGrammar<KueryToken> = {
		operatorAt: readOperator,
		isNot,
		notPower: NOT_POWER,
		operand(cursor, depth) {
			if (!cursor.is("(")) return parseExpression(cursor, prefix, depth);
			cursor.take();
			const inner = parseGroup(cursor, grammar, depth + 1, ")");
			cursor.expect(")");
			return inner;
		},
	};
	return grammar;
}

function parseExpression(cursor: Cursor, prefix: string, depth: number): Condition {
	const start = cursor.offset;
	const isUnjoined = cursor.isReported;
	const name = takeLiteral(cursor, false);
	if (name === undefined) return refuse(cursor);
	const span = { start, end: cursor.lastEnd };
	if (cursor.eat(":")) return parseValues(cursor, prefix + readKueryText(name), span, depth);
	if (ORDER_SIGNS.has(cursor.peek()?.text ?? ""))
		return parseRange(cursor, prefix + readKueryText(name), span);
	const isFollowed = cursor.isAtEnd || isClosing(cursor) || readOperator(cursor) !== undefined;
	// Beside something that cannot be read, a value alone says nothing.
	if (isUnjoined || !isFollowed) return opaque(name, "a value alone", span);
	return keyword(name, span);
}

/** Reads what stands behind `field:`; `field` is the span of its name. */
function parseValues(cursor: Cursor, name: string, field: Span, depth: number): Condition {
	if (cursor.eat("{")) {
		const inner = parseGroup(cursor, grammarFor(`${name}.`), depth + 1, "}");
		cursor.expect("}");
		return inner;
	}
	if (ORDER_SIGNS.has(cursor.peek()?.text ?? "")) {
		cursor.report("query-syntax", "warning", "a range takes no \u201C:\u201D");
		return parseRange(cursor, name, field);
	}
	const alternatives = parseAlternatives(cursor, name, field);
	if (alternatives !== undefined) return alternatives;
	const grammar: LogicGrammar<KueryToken> = {
		operatorAt: readOperator,
		isNot,
		notPower: NOT_POWER,
		operand(inside, level) {
			if (inside.eat("(")) {
				const inner = parseGroup(inside, grammar, level + 1, ")");
				inside.expect(")");
				return inner;
			}
			const at = inside.offset;
			const written = takeLiteral(inside, true);
			if (written === undefined) return refuse(inside);
			const { op, value } = readKueryLiteral(written);
			return kueryLeaf(name, op, value === undefined ? [] : [{ value, at }], field);
		},
	};
	// Above every operator: an `or` behind a value without brackets joins whole conditions.
	const values = parseLogic(cursor, grammar, depth + 1, NOT_POWER);
	return mergeAlternatives(values, { start: field.start, end: cursor.lastEnd });
}

/**
 * Reads one value, or `(a or b or c)`: one predicate for each operator, in the order in which these first occur. Undefined, and the cursor
 * where it was, for any other list.
 */
function parseAlternatives(cursor: Cursor, name: string, field: Span): Condition | undefined {
	const before = cursor.index;
	const told = cursor.problems.length;
	const values: OperatorValue[] = [];
	const isList = cursor.eat("(");
	let written: string | undefined;
	do {
		if (values.length > 0) cursor.take();
		const at = cursor.offset;
		written = isNot(cursor) ? undefined : takeLiteral(cursor, true);
		if (written === undefined) break;
		const { op, value } = readKueryLiteral(written);
		values.push({ op, value, at });
	} while (isList && cursor.isWord("or"));
	if (written === undefined || (isList && !cursor.eat(")"))) {
		cursor.rewind(before);
		cursor.problems.length = told;
		return undefined;
	}
	const span = { start: field.start, end: cursor.lastEnd };
	const leaves = groupByOperator(values, (op, terms) =>
		name === "*" && op === "exists" ? ALWAYS : kueryLeaf(name, op, terms, span),
	);
	return combine("or", leaves);
}

function parseRange(cursor: Cursor, name: string, field: Span): Condition {
	const op = ORDER_SIGNS.get(cursor.take()?.text ?? "") ?? "ge";
	const at = cursor.offset;
	const written = takeLiteral(cursor, true);
	if (written === undefined) return refuse(cursor);
	const { op: kind, value } = readKueryLiteral(written);
	const bound = kind === "eq" && value !== undefined ? value : readKueryText(written);
	return kueryLeaf(name, op, [{ value: bound, at }], { start: field.start, end: cursor.lastEnd });
}

/** A value without a field is looked for everywhere. */
function keyword(written: string, span: Span): Condition {
	const { op, value } = readKueryLiteral(written);
	if (op === "exists") return ALWAYS;
	const isPlain = op === "eq" || op === "is_null";
	const text = isPlain || value === undefined ? readKueryText(written) : value;
	return kueryLeaf(null, isPlain ? "match" : op, [{ value: text, at: span.start }], span);
}

function kueryLeaf(
	field: string | null,
	op: PredicateOperator,
	terms: readonly PredicateTerm[],
	span: Span,
): Condition {
	// Looked for in all fields, a value is a keyword.
	const isAnywhere = field === "*";
	return leaf({
		field: isAnywhere ? null : field,
		op: isAnywhere && op === "eq" ? "match" : op,
		terms,
		isCaseSensitive: null,
		transform: null,
		origin: "event",
		source: null,
		span,
	});
}

/**
 * Takes one value or name: a quotation, or a run of unquoted words up to a keyword or sign; gives it as written. As a value the run ends
 * before a word that a sign follows: that is the next field, and an operator is missing.
 */
function takeLiteral(cursor: Cursor, isValue: boolean): string | undefined {
	const first = cursor.peek();
	if (first === undefined || first.kind === "sign") return undefined;
	cursor.take();
	if (first.kind === "quoted") {
		if (first.text.length < 2 || !first.text.endsWith('"')) {
			const { start, end } = first;
			cursor.fail("the quotation is never closed", { start, end });
		}
		return first.text;
	}
	for (let next = cursor.peek(); next?.kind === "word"; next = cursor.peek()) {
		if (isJoining(next.text) || isNot(cursor) || (isValue && isName(cursor, 0))) break;
		if (signAt(cursor) !== undefined) break;
		cursor.take();
	}
	const text = cursor.text.slice(first.start, cursor.lastEnd);
	const escape = findNoEscape(text);
	if (escape !== undefined) {
		const start = first.start + escape.at;
		const message = `a backslash in front of \u201C${escape.before}\u201D has to be doubled`;
		const span = { start, end: start + 1 };
		cursor.report("query-syntax", "warning", message, span);
	}
	return text;
}

function isName(cursor: Cursor, ahead: number): boolean {
	const next = cursor.peek(ahead + 1)?.text ?? "";
	return next === ":" || ORDER_SIGNS.has(next);
}

/** At the start of a condition these words are values, as they are in Kibana; `operatorAt` is only asked behind one. */
function readOperator(cursor: Cursor): LogicOperator | undefined {
	if (cursor.isWord("and")) return AND;
	if (cursor.isWord("or")) return OR;
	const operator = signAt(cursor);
	if (operator !== undefined) readLogicSign(cursor);
	return operator;
}

/** `&&` and `||` are words in Kuery; before another condition, where Kibana refuses them, they can only be operators. */
function signAt(cursor: Cursor): LogicOperator | undefined {
	if (!cursor.is("&&") && !cursor.is("||")) return undefined;
	if (!isName(cursor, 1) && !cursor.is("(", 1)) return undefined;
	return cursor.is("&&") ? AND : OR;
}

function isJoining(word: string): boolean {
	return word.length < 4 && /^(?:and|or)$/i.test(word);
}

/** `not` before something that can be turned round; else it is a word like others. */
function isNot(cursor: Cursor): boolean {
	if (!cursor.isWord("not")) return false;
	const next = cursor.peek(1);
	return next !== undefined && (next.kind !== "sign" || next.text === "(");
}

function isClosing(cursor: Cursor): boolean {
	return cursor.is(")") || cursor.is("}");
}

/** Reports what no condition can start with, and keeps it as an opaque leaf. A closing bracket stays for its group. */
function refuse(cursor: Cursor): Condition {
	const token = cursor.peek();
	if (token === undefined || isClosing(cursor)) return missing(cursor);
	const span = { start: token.start, end: token.end };
	cursor.fail(`expected a value, found \u201C${token.text}\u201D`);
	cursor.skip();
	return opaque(token.text, "not Kuery", span);
}

function missing(cursor: Cursor): Condition {
	const at = cursor.lastEnd;
	cursor.fail("a condition is missing here");
	return opaque("", "a condition is missing", { start: at, end: at });
}
