import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { testOf } from "../syntax/choices";
import { ALWAYS, combine, negate, opaque } from "../syntax/conditions";
import { lowerGlob, readGlob } from "../syntax/globs";
import { groupByOperator } from "../syntax/group-by-operator";
import type { OperatorValue } from "../syntax/group-by-operator";
import { mirrorComparison } from "../syntax/mirror-comparison";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import { isTestCall, lowerCall } from "./lower-call";
import type { Expression } from "./esql-tree";
import type { Lowering } from "./make-predicate";
import { itemsOf, makeLeaf, termsOf, textOf, valueOf } from "./make-predicate";
import type { Subject } from "./subject";
import { subjectOf } from "./subject";

/** Turns an expression that is true or false into a condition. */
export function lowerExpression(expression: Expression, lowering: Lowering): Condition {
	switch (expression.kind) {
		case "logic":
			return combine(
				expression.op,
				expression.items.map((item) => lowerExpression(item, lowering)),
			);
		case "not":
			return negate(lowerExpression(expression.item, lowering));
		case "comparison":
			return lowerComparison(expression, lowering);
		case "is-null": {
			const op = expression.isNegated ? "exists" : "is_null";
			return makeTest(expression, expression.item, op, [], lowering);
		}
		case "call":
		case "column":
			return lowerTest(expression, lowering) ?? askTruth(expression, lowering);
		case "literal":
			if (expression.value === true) return ALWAYS;
			return giveUp("a value alone is no condition", expression, lowering);
		case "broken":
			return opaque(textOf(expression, lowering), expression.reason, spanOf(expression));
		case "parameter":
		case "subquery":
		case "duration":
		case "list":
		case "map":
		case "arithmetic":
			return giveUp("an expression that is neither true nor false", expression, lowering);
	}
}

function askTruth(expression: Expression, lowering: Lowering): Condition {
	const terms = [{ value: true, at: expression.start }];
	return makeTest(expression, expression, "eq", terms, lowering);
}

/** Makes a predicate; a column that has its values under conditions brings the condition along that must hold. */
function makeTest(
	place: Expression,
	item: Expression,
	op: PredicateOperator,
	terms: readonly PredicateTerm[],
	lowering: Lowering,
): Condition {
	const leaf = makeLeaf(place, subjectOf(item, lowering), op, terms);
	if (item.kind !== "column") return leaf;
	const { choices, size = 0 } = lowering.columns.describe(item.name);
	if (choices === undefined || !lowering.spend(size * Math.max(1, terms.length))) return leaf;
	const values = terms.map(({ value }) => value);
	const test = testOf(choices, op, values);
	return test === undefined ? leaf : combine("and", [leaf, test]);
}

const OPERATORS: ReadonlyMap<string, PredicateOperator> = new Map([
	...COMPARISON_SIGNS,
	[":", "match"],
	["in", "in"],
]);
type Comparison = Extract<Expression, { kind: "comparison" }>;

function lowerComparison(comparison: Comparison, lowering: Lowering): Condition {
	for (const side of [comparison.left, comparison.right]) {
		if (side.kind !== "broken" || (side === comparison.right && side.end > side.start)) continue;
		return opaque(textOf(comparison, lowering), side.reason, spanOf(comparison));
	}
	if (comparison.op === "in" && isConstant(comparison.left))
		return lowerTurnedIn(comparison, lowering);
	const isTurned = isConstant(comparison.left) && !isConstant(comparison.right);
	const left = isTurned ? comparison.right : comparison.left;
	const right = isTurned ? comparison.left : comparison.right;
	const op = isTurned ? mirrorComparison(comparison.op) : comparison.op;
	const truth = lowerTruth(left, right, op, lowering);
	if (truth !== undefined) return truth;
	const plain = subjectOf(left, lowering);
	const subject = op === "=~" ? { ...plain, isFolded: true } : plain;
	if (op === "like" || op === "rlike") return lowerPattern(comparison, subject, right, lowering);
	const terms = termsOf(itemsOf(right), lowering);
	if (terms.length === 1 && terms[0]?.value === null && (op === "==" || op === "!="))
		return makeTest(comparison, left, op === "==" ? "is_null" : "exists", [], lowering);
	if (op === "=~") return makeLeaf(comparison, subject, "eq", terms);
	return makeTest(comparison, left, OPERATORS.get(op) ?? "eq", terms, lowering);
}

/** `"x" in (a, b)` asks whether any of the columns has the value. */
function lowerTurnedIn(comparison: Comparison, lowering: Lowering): Condition {
	const { left, right } = comparison;
	const tests = itemsOf(right).map((item) => {
		const [subject, value] = isConstant(item) ? [left, item] : [item, left];
		const terms = termsOf([value], lowering);
		return makeLeaf(comparison, subjectOf(subject, lowering), "eq", terms);
	});
	return combine("or", tests);
}

/** `starts_with(…) == true` is the call itself, `(a or b) == false` the turned condition. */
function lowerTruth(
	left: Expression,
	right: Expression,
	op: string,
	lowering: Lowering,
): Condition | undefined {
	if (right.kind !== "literal" || typeof right.value !== "boolean") return undefined;
	if (op !== "==" && op !== "!=") return undefined;
	const test = lowerTest(left, lowering);
	if (test === undefined) return undefined;
	return right.value === (op === "==") ? test : negate(test);
}

const TESTS: ReadonlySet<string> = new Set(["logic", "not", "comparison", "is-null"]);

/** Whether an expression can only be true or false. */
export function isTest(expression: Expression): boolean {
	return TESTS.has(expression.kind) || (expression.kind === "call" && isTestCall(expression));
}

/** Lowers what can only be true or false; undefined for the rest. A column that the query defined as a condition is that condition. */
function lowerTest(expression: Expression, lowering: Lowering): Condition | undefined {
	if (TESTS.has(expression.kind)) return lowerExpression(expression, lowering);
	if (expression.kind === "call") return lowerCall(expression, lowering);
	if (expression.kind !== "column") return undefined;
	const { test, size = 0 } = lowering.columns.describe(expression.name);
	return test !== undefined && lowering.spend(size) ? test : undefined;
}

/** One pattern or a list of them: each in the plainest operator that says it. */
function lowerPattern(
	comparison: Comparison,
	subject: Subject,
	right: Expression,
	lowering: Lowering,
): Condition {
	const patterns = itemsOf(right).map((item) => lowerOnePattern(comparison.op, item, lowering));
	const leaves = groupByOperator(patterns, (op, terms) => makeLeaf(comparison, subject, op, terms));
	return combine("or", leaves);
}

function lowerOnePattern(written: string, item: Expression, lowering: Lowering): OperatorValue {
	const value = valueOf(item, lowering);
	const at = item.start;
	if (written === "rlike") return { op: "regex_match", value, at };
	if (typeof value !== "string") return { op: "wildcard", value, at };
	const lowered = lowerGlob(readLike(value));
	return { op: lowered.op, value: lowered.value ?? undefined, at };
}

/** A backslash before a backslash is one too, since `like` has its own escapes. */
function readLike(pattern: string): ReturnType<typeof readGlob> {
	if (!pattern.includes("\\\\")) return readGlob(pattern);
	const pieces: ReturnType<typeof readGlob>[number][] = [];
	for (const [index, part] of pattern.split("\\\\").entries()) {
		if (index > 0) pieces.push("\\");
		pieces.push(...readGlob(part));
	}
	return pieces;
}

function isConstant({ kind }: Expression): boolean {
	return kind === "literal" || kind === "parameter" || kind === "duration" || kind === "list";
}

function giveUp(reason: string, expression: Expression, lowering: Lowering): Condition {
	lowering.tell(reason, expression);
	return opaque(textOf(expression, lowering), reason, spanOf(expression));
}

function spanOf({ start, end }: Expression): Span {
	return { start, end };
}
