import type { Span } from "../../text/span";
import { breakOff, giveUp } from "../syntax/broken-node";
import { DEEPEST } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import { isSection } from "./is-section";
import { judgeQuotes, readLiteral, readRegexSource } from "./read-literal";
import type { YaraLToken } from "./scan-yara-l";
import type { Expression } from "./yara-l-tree";

/** A rule's tokens. */
export type YaraLCursor = TokenCursor<YaraLToken>;

/**
 * How tightly operators bind: `or` least, then `and`, comparisons, `+ -`, `* / %`; `not` stands between `and` and the comparisons.
 * Source: Google SecOps, YARA-L 2.0 language syntax.
 */
const POWERS: ReadonlyMap<string, number> = new Map([
	["or", 1],
	["and", 2],
	...["=", "==", "!=", "<", "<=", ">", ">=", "in"].map((op) => [op, 4] as const),
	["+", 5],
	["-", 5],
	["*", 6],
	["/", 6],
	["%", 6],
]);
const NOT_POWER = 3;
const COMPARISON = 4;
/** Above every operator. */
const TIGHTEST = 7;

/** Reads one expression of at least the given power. Takes or skips at least one token where there is one. */
export function readExpression(cursor: YaraLCursor, depth = 0, power = 0): Expression {
	if (depth > DEEPEST) return giveUp(cursor);
	let left = readUnary(cursor, depth);
	for (;;) {
		const isNotIn = cursor.isWord("not") && cursor.isWord("in", 1);
		const op = isNotIn ? "in" : operatorAt(cursor);
		const own = POWERS.get(op);
		if (own === undefined && isStray(cursor, left)) return readStray(cursor, left, depth);
		if (own === undefined || own < power) return left;
		if (own === COMPARISON && left.kind === "comparison") {
			cursor.fail("a comparison cannot be compared");
			cursor.skip();
			return left;
		}
		if (isNotIn) {
			cursor.take();
			const item = readComparison(cursor, left, op, depth);
			left = { kind: "not", item, start: item.start, end: item.end };
		} else if (own === COMPARISON) left = readComparison(cursor, left, op, depth);
		else left = readChain(cursor, left, own, depth);
	}
}

/** What may be an operator at the cursor, in lower case; nothing where a longer word or a value stands. */
function operatorAt(cursor: YaraLCursor): string {
	const token = cursor.peek();
	if (token === undefined || token.text.length > 3) return "";
	return token.kind === "symbol"
		? token.text
		: token.kind === "word"
			? token.text.toLowerCase()
			: "";
}

/** Reads operands joined by operators of one power into one node, so that long chains stay flat. */
function readChain(
	cursor: YaraLCursor,
	first: Expression,
	power: number,
	depth: number,
): Expression {
	const items = [first];
	const op = operatorAt(cursor);
	while (POWERS.get(operatorAt(cursor)) === power) {
		cursor.take();
		items.push(readExpression(cursor, depth + 1, power + 1));
	}
	const span = { start: first.start, end: cursor.lastEnd };
	if (op === "and" || op === "or") return { kind: "logic", op, items, ...span };
	const broken = items.find(({ kind }) => kind === "broken");
	if (broken !== undefined) return { ...broken, ...span };
	return { kind: "arithmetic", items, ...span };
}

function readComparison(
	cursor: YaraLCursor,
	left: Expression,
	op: string,
	depth: number,
): Expression {
	cursor.take();
	let full = op === "==" ? "=" : op;
	if (op === "in" && (cursor.isWord("regex") || cursor.isWord("cidr")))
		full = `in ${cursor.take()?.text.toLowerCase() ?? ""}`;
	const right = readCompared(cursor, depth);
	const nocase = cursor.eatWord("nocase");
	const span = { start: left.start, end: cursor.lastEnd };
	return { kind: "comparison", op: full, left, right, nocase, ...span };
}

/** Reads the right side of a comparison. Where the next line holds one of its own, this one has no value. */
function readCompared(cursor: YaraLCursor, depth: number): Expression {
	const { index, lastEnd } = cursor;
	const right = readExpression(cursor, depth + 1, COMPARISON + 1);
	const isNext = POWERS.get(operatorAt(cursor)) === COMPARISON;
	if (!isNext || !cursor.text.slice(lastEnd, right.start).includes("\n")) return right;
	cursor.rewind(index);
	return readMissing(cursor, { start: lastEnd, end: lastEnd });
}

function readMissing(cursor: YaraLCursor, span: Span): Expression {
	cursor.fail("a value is missing here", span);
	return { kind: "broken", reason: "a value is missing", ...span };
}

/** Words that may follow a field in a section of its own. */
const BEHIND_FIELD: ReadonlySet<string> = new Set(
	"over by before after every as asc desc".split(" "),
);

/** Whether a word that is no operator stands between a field and a value, as in `$e.a contains "b"`. */
function isStray(cursor: YaraLCursor, { kind }: Expression): boolean {
	const [word, value] = [cursor.peek(), cursor.peek(1)];
	if (kind !== "field" || word?.kind !== "word" || value === undefined) return false;
	if (value.kind === "word" || value.kind === "symbol") return false;
	if (BEHIND_FIELD.has(word.text.toLowerCase())) return false;
	return !cursor.text.slice(cursor.lastEnd, value.start).includes("\n");
}

function readStray(cursor: YaraLCursor, { start }: Expression, depth: number): Expression {
	const word = cursor.peek()?.text ?? "";
	cursor.fail(`\u201C${word}\u201D is no operator`);
	cursor.take();
	readOperand(cursor, depth);
	return { kind: "broken", reason: "an unknown operator", start, end: cursor.lastEnd };
}

function readUnary(cursor: YaraLCursor, depth: number): Expression {
	const start = cursor.offset;
	if (cursor.isWord("not") || cursor.is("!")) {
		cursor.take();
		const item = readExpression(cursor, depth + 1, NOT_POWER);
		return { kind: "not", item, start, end: cursor.lastEnd };
	}
	if (cursor.isWord("of", 1) && cursor.is("[", 2)) return readChoice(cursor, depth);
	if ((cursor.isWord("any") || cursor.isWord("all")) && isOperandStart(cursor, 1)) {
		// Either way the values of a repeated field are compared one by one.
		cursor.take();
		return { ...readOperand(cursor, depth), start };
	}
	return readOperand(cursor, depth);
}

/** `any of [ … ]`, `all of [ … ]`, `2 of [ … ]`. */
function readChoice(cursor: YaraLCursor, depth: number): Expression {
	const start = cursor.offset;
	const quantifier = cursor.take()?.text.toLowerCase() ?? "";
	cursor.take();
	cursor.take();
	const items = readItems(cursor, "]", depth);
	cursor.expect("]");
	const span = { start, end: cursor.lastEnd };
	if (quantifier === "any") return { kind: "logic", op: "or", items, ...span };
	if (quantifier === "all") return { kind: "logic", op: "and", items, ...span };
	const count = Number(quantifier);
	if (count > 0) return { kind: "at-least", count, items, ...span };
	const reason = `\u201C${quantifier} of\u201D is no quantifier`;
	cursor.fail(reason, span);
	return { kind: "broken", reason, ...span };
}

function isOperandStart(cursor: YaraLCursor, ahead: number): boolean {
	const token = cursor.peek(ahead);
	return token?.kind === "word" && !POWERS.has(token.text.toLowerCase());
}

function readOperand(cursor: YaraLCursor, depth: number): Expression {
	const token = cursor.peek();
	const start = cursor.offset;
	if (token === undefined) return breakOff(cursor, "the expression ends too early", BETWEEN, start);
	if (isSection(cursor)) return readMissing(cursor, { start, end: start });
	switch (token.kind) {
		case "string":
		case "raw":
		case "regex":
			return readQuoted(cursor, token);
		case "number":
			cursor.take();
			return { kind: "literal", value: readLiteral(token), start, end: token.end };
		case "word":
			return readName(cursor, depth);
		case "symbol":
			break;
	}
	if (token.text === "(" || token.text === "[") return readGroup(cursor, depth);
	if (token.text === "-") {
		cursor.take();
		const item = readExpression(cursor, depth + 1, TIGHTEST);
		const value = item.kind === "literal" && typeof item.value === "number" ? -item.value : null;
		return value === null
			? { kind: "arithmetic", items: [item], start, end: cursor.lastEnd }
			: { kind: "literal", value, start, end: cursor.lastEnd };
	}
	return breakOff(cursor, `\u201C${token.text}\u201D cannot stand here`, BETWEEN, start);
}

function readQuoted(cursor: YaraLCursor, token: YaraLToken): Expression {
	const { start, end, kind, text } = token;
	const quotes = judgeQuotes(token);
	if (quotes === "foreign") cursor.fail("read as if in straight double quotation marks");
	if (quotes === "open")
		cursor.fail(`this ${kind === "regex" ? "regular expression" : "text"} has no closing mark`);
	cursor.take();
	if (quotes === "open") return { kind: "broken", reason: "a text without an end", start, end };
	if (kind === "regex") return { kind, source: readRegexSource(text), start, end };
	return { kind: "literal", value: readLiteral(token), start, end };
}

/** `( … )` around an expression or, with commas, a list of literals; `[ … ]` is always a list. */
function readGroup(cursor: YaraLCursor, depth: number): Expression {
	const start = cursor.offset;
	const open = cursor.take()?.text;
	const close = open === "(" ? ")" : "]";
	const items = readItems(cursor, close, depth);
	cursor.expect(close);
	const [only] = items;
	if (open === "(" && items.length === 1 && only !== undefined) return only;
	return { kind: "literals", items, start, end: cursor.lastEnd };
}

function readItems(cursor: YaraLCursor, close: string, depth: number): readonly Expression[] {
	const items: Expression[] = [];
	while (!cursor.isAtEnd && !cursor.is(close)) {
		const item = readExpression(cursor, depth + 1);
		// A named argument (`window: 30d`) sets how a metric is counted; the function is about none of them.
		if (cursor.eat(":")) readExpression(cursor, depth + 1);
		else items.push(item);
		if (!cursor.eat(",")) break;
	}
	return items;
}

/** A word: `true`, a function's call, an event's field, a placeholder or a list. */
function readName(cursor: YaraLCursor, depth: number): Expression {
	const first = cursor.take();
	const start = first?.start ?? 0;
	const word = first?.text ?? "";
	const lower = word.toLowerCase();
	if (lower === "true" || lower === "false")
		return { kind: "literal", value: lower === "true", start, end: cursor.lastEnd };
	if (lower === "null") return { kind: "literal", value: null, start, end: cursor.lastEnd };
	const read = readPath(cursor);
	// `udm.` before a field says what it is anyway.
	const path = word.startsWith("$") && read.startsWith("udm.") ? read.slice("udm.".length) : read;
	if (word.startsWith("%"))
		return { kind: "list", name: word.slice(1) + (path && `.${path}`), start, end: cursor.lastEnd };
	if (cursor.is("(") && !word.startsWith("$")) {
		cursor.take();
		const items = readItems(cursor, ")", depth);
		cursor.expect(")");
		const nocase = cursor.eatWord("nocase");
		const name = path === "" ? word : `${word}.${path}`;
		const broken = items.find(({ kind }) => kind === "broken");
		if (broken !== undefined) return { ...broken, start, end: cursor.lastEnd };
		return { kind: "call", name, items, nocase, start, end: cursor.lastEnd };
	}
	if (word.startsWith("$")) {
		return path === ""
			? { kind: "placeholder", name: word, start, end: cursor.lastEnd }
			: { kind: "field", variable: word, path, start, end: cursor.lastEnd };
	}
	if (word.startsWith("#")) return { kind: "placeholder", name: word, start, end: cursor.lastEnd };
	const whole = lower === "udm" && path !== "" ? path : path === "" ? word : `${word}.${path}`;
	return { kind: "field", variable: null, path: whole, start, end: cursor.lastEnd };
}

/** Reads `.a.b["k"]`, as it is spelled but for the first dot. */
function readPath(cursor: YaraLCursor): string {
	let path = "";
	for (;;) {
		if (cursor.is(".") && cursor.peek(1)?.kind === "word") {
			cursor.take();
			path += `${path === "" ? "" : "."}${cursor.take()?.text ?? ""}`;
		} else if (cursor.is("[") && cursor.is("]", 2)) {
			cursor.take();
			path += `[${cursor.take()?.text ?? ""}]`;
			cursor.take();
		} else return path;
	}
}

/** What ends the expression that is broken, and belongs to what it stands in. */
const BETWEEN = new Set([")", "]", "}", ","]);
