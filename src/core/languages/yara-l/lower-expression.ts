import type { Condition } from "../../model/detection";
import type { PredicateOperator } from "../../model/predicate";
import { ALWAYS, combine, negate, opaque } from "../syntax/conditions";
import { mirrorComparison } from "../syntax/mirror-comparison";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import { lowerCall } from "./lower-call";
import type { Lowering, Subject } from "./make-predicate";
import { makeLeaf, makeRegex, subjectOf, valueOf } from "./make-predicate";
import type { Comparison, Expression } from "./yara-l-tree";

/**
 * Turns an expression into a condition. A comparison that only binds a placeholder or joins two events restricts nothing by itself; under a
 * `not` it is a test.
 */
export function lowerExpression(
	expression: Expression,
	lowering: Lowering,
	isNegated = false,
): Condition {
	switch (expression.kind) {
		case "logic": {
			const { op, items } = expression;
			const parts = items.map((item) => lowerExpression(item, lowering, isNegated));
			if (op === "and") return combine(op, parts);
			const tests = parts.filter((part, at) => part !== ALWAYS || !isBinding(items[at], lowering));
			return combine(op, tests);
		}
		case "at-least": {
			const { count, items } = expression;
			const parts = items.map((item) => lowerExpression(item, lowering, true));
			return { kind: "at-least", count, parts };
		}
		case "not":
			return negate(lowerExpression(expression.item, lowering, true));
		case "comparison":
			return lowerComparison(expression, lowering, isNegated);
		case "call":
			return lowerCall(expression, lowering) ?? lowerTruth(expression, lowering);
		case "field":
			// Fields that are true or false lie in others: a word alone is a slip, or another language.
			if (expression.variable === null && !expression.path.includes("."))
				return giveUp("a word alone is no condition", expression, lowering);
			return lowerTruth(expression, lowering);
		case "placeholder":
			return lowerTruth(expression, lowering);
		case "literal":
			if (expression.value === true) return ALWAYS;
			return giveUp("a value alone is no condition", expression, lowering);
		case "broken":
			return makeOpaque(expression, expression.reason, lowering);
		case "regex":
		case "list":
		case "literals":
		case "arithmetic":
			return giveUp("an expression that is neither true nor false", expression, lowering);
	}
}

function isBinding(expression: Expression | undefined, { bindings }: Lowering): boolean {
	return expression?.kind === "comparison" && bindings.isBinding(expression);
}

function lowerTruth(expression: Expression, lowering: Lowering): Condition {
	const subject = subjectOf(expression, lowering);
	return makeLeaf(expression, subject, "eq", [true], expression, lowering);
}

const OPERATORS: ReadonlyMap<string, PredicateOperator> = new Map([
	...COMPARISON_SIGNS,
	["in", "in"],
	["in regex", "regex_match"],
	["in cidr", "cidr_match"],
]);
function lowerComparison(
	comparison: Comparison,
	lowering: Lowering,
	isNegated: boolean,
): Condition {
	const isJoining = lowering.bindings.isBinding(comparison);
	if (isJoining && !isNegated) return ALWAYS;
	const { op: written, nocase } = comparison;
	const isTurned = isJoining
		? comparison.left.kind === "placeholder"
		: isConstant(comparison.left) && !isConstant(comparison.right);
	const left = isTurned ? comparison.right : comparison.left;
	const right = isTurned ? comparison.left : comparison.right;
	const op = isTurned ? mirrorComparison(written) : written;
	for (const side of [left, right])
		if (side.kind === "broken") return makeOpaque(comparison, side.reason, lowering);
	const call = lowerBoolean(left, right, op, lowering);
	if (call !== undefined) return call;
	const plain = subjectOf(left, lowering);
	const subject = nocase ? { ...plain, isFolded: true } : plain;
	if (op.startsWith("in")) return lowerMembership(comparison, subject, right, lowering);
	if (right.kind === "regex") {
		const found = makeRegex(comparison, subject, right.source, right, lowering);
		return op === "!=" ? negate(found) : found;
	}
	const value = valueOf(right, lowering);
	if (value === null && (op === "=" || op === "!="))
		return makeLeaf(comparison, subject, op === "=" ? "is_null" : "exists", [], right, lowering);
	return makeLeaf(comparison, subject, OPERATORS.get(op) ?? "eq", [value], right, lowering);
}

/** `re.regex(…) = true` is the call itself. */
function lowerBoolean(
	left: Expression,
	right: Expression,
	op: string,
	lowering: Lowering,
): Condition | undefined {
	if (left.kind !== "call" || right.kind !== "literal" || typeof right.value !== "boolean")
		return undefined;
	if (op !== "=" && op !== "!=") return undefined;
	const call = lowerCall(left, lowering);
	if (call === undefined) return undefined;
	return right.value === (op === "=") ? call : negate(call);
}

function lowerMembership(
	comparison: Comparison,
	subject: Subject,
	right: Expression,
	lowering: Lowering,
): Condition {
	const op = OPERATORS.get(comparison.op) ?? "in";
	if (right.kind === "list") {
		const entries = lowering.listEntries(right.name, right);
		const value = { list: right.name, ...(entries === undefined ? {} : { entries }) };
		return makeLeaf(comparison, subject, op, [value], right, lowering);
	}
	const items = right.kind === "literals" ? right.items : [right];
	const values = items.map((item) => valueOf(item, lowering));
	return makeLeaf(comparison, subject, op, values, right, lowering);
}

function isConstant({ kind }: Expression): boolean {
	return kind === "literal" || kind === "regex" || kind === "list" || kind === "literals";
}

function giveUp(reason: string, expression: Expression, lowering: Lowering): Condition {
	lowering.tell(reason, expression);
	return makeOpaque(expression, reason, lowering);
}

function makeOpaque({ start, end }: Expression, reason: string, { text }: Lowering): Condition {
	return opaque(text.slice(start, end), reason, { start, end });
}
