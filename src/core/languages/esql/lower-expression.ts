import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateValue } from "../../model/predicate";
import type { Span } from "../../text/span";
import { ALWAYS, combine, negate, opaque } from "../syntax/conditions";
import { lowerGlob, readGlob } from "../syntax/globs";
import { mirrorComparison } from "../syntax/mirror-comparison";
import { lowerCall } from "./lower-call";
import type { Expression } from "./esql-tree";
import type { Lowering } from "./make-predicate";
import { makeLeaf, textOf, valueOf } from "./make-predicate";
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
			return makeLeaf(expression, subjectOf(expression.item, lowering), op, [], expression);
		}
		case "call":
			return (
				lowerCall(expression, lowering) ??
				makeLeaf(expression, subjectOf(expression, lowering), "eq", [true], expression)
			);
		case "column":
			return makeLeaf(expression, subjectOf(expression, lowering), "eq", [true], expression);
		case "literal":
			if (expression.value === true) return ALWAYS;
			return giveUp("a value alone is no condition", expression, lowering);
		case "broken":
			return opaque(textOf(expression, lowering), expression.reason, spanOf(expression));
		case "parameter":
		case "duration":
		case "list":
		case "map":
		case "arithmetic":
			return giveUp("an expression that is neither true nor false", expression, lowering);
	}
}

const OPERATORS: ReadonlyMap<string, PredicateOperator> = new Map([
	["==", "eq"],
	["=~", "eq"],
	["!=", "ne"],
	["<", "lt"],
	["<=", "le"],
	[">", "gt"],
	[">=", "ge"],
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
	const items = right.kind === "list" ? right.items : [right];
	const values = items.map((item) => valueOf(item, lowering));
	if (values.length === 1 && values[0] === null && (op === "==" || op === "!="))
		return makeLeaf(comparison, subject, op === "==" ? "is_null" : "exists", [], right);
	return makeLeaf(comparison, subject, OPERATORS.get(op) ?? "eq", values, right, items);
}

/** `"x" in (a, b)` asks whether any of the columns has the value. */
function lowerTurnedIn(comparison: Comparison, lowering: Lowering): Condition {
	const { left, right } = comparison;
	const items = right.kind === "list" ? right.items : [right];
	const tests = items.map((item) => {
		const [subject, value] = isConstant(item) ? [left, item] : [item, left];
		const values = [valueOf(value, lowering)];
		return makeLeaf(comparison, subjectOf(subject, lowering), "eq", values, value);
	});
	return combine("or", tests);
}

/** `starts_with(…) == true` is the call itself. */
function lowerTruth(
	left: Expression,
	right: Expression,
	op: string,
	lowering: Lowering,
): Condition | undefined {
	if (left.kind !== "call" || right.kind !== "literal" || typeof right.value !== "boolean")
		return undefined;
	if (op !== "==" && op !== "!=") return undefined;
	const call = lowerCall(left, lowering);
	if (call === undefined) return undefined;
	return right.value === (op === "==") ? call : negate(call);
}

/** One pattern or a list of them: each in the plainest operator that says it. */
function lowerPattern(
	comparison: Comparison,
	subject: Subject,
	right: Expression,
	lowering: Lowering,
): Condition {
	const items = right.kind === "list" ? right.items : [right];
	const groups = new Map<
		string,
		{ readonly op: PredicateOperator; readonly items: [PredicateValue, Expression][] }
	>();
	for (const item of items) {
		const { op, value } = lowerOnePattern(comparison.op, item, lowering);
		const known = groups.get(op) ?? { op, items: [] };
		groups.set(op, known);
		if (op !== "exists") known.items.push([value, item]);
	}
	return combine(
		"or",
		[...groups.values()].map(({ op, items: own }) =>
			makeLeaf(
				comparison,
				subject,
				op,
				own.map(([value]) => value),
				right,
				own.map(([, item]) => item),
			),
		),
	);
}

function lowerOnePattern(
	op: string,
	item: Expression,
	lowering: Lowering,
): { readonly op: PredicateOperator; readonly value: PredicateValue } {
	const value = valueOf(item, lowering);
	if (typeof value !== "string") return { op: op === "rlike" ? "regex_match" : "wildcard", value };
	return op === "rlike" ? { op: "regex_match", value } : lowerGlob(readLike(value));
}

/** A backslash before a backslash is one too, since `like` has its own escapes. */
function readLike(pattern: string): ReturnType<typeof readGlob> {
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
