import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { combine, negate } from "../syntax/conditions";
import { ANY_RUN, lowerGlob } from "../syntax/globs";
import { mirrorComparison } from "../syntax/mirror-comparison";
import { evaluateConstant } from "./kql-constants";
import type { KqlField } from "./kql-fields";
import { columnField, computedField, describeField } from "./kql-fields";
import { readListTerms } from "./kql-lists";
import { fieldLeaf, readTerm } from "./kql-predicates";
import type { KqlView } from "./kql-session";
import type { KqlExpression } from "./kql-tree";

type Comparison = Extract<KqlExpression, { kind: "comparison" }>;

/** The operator, and whether letter case counts. Source: Kusto query language reference, "String operators" and "Numerical operators". */
const MEANINGS: ReadonlyMap<string, readonly [PredicateOperator, boolean | null]> = new Map([
	["==", ["eq", true]],
	["=", ["eq", true]],
	["=~", ["eq", false]],
	["!=", ["ne", true]],
	["<>", ["ne", true]],
	["!~", ["ne", false]],
	[">", ["gt", null]],
	[">=", ["ge", null]],
	["<", ["lt", null]],
	["<=", ["le", null]],
	["has", ["match", false]],
	["contains", ["contains", false]],
	["startswith", ["starts_with", false]],
	["hasprefix", ["starts_with", false]],
	["endswith", ["ends_with", false]],
	["hassuffix", ["ends_with", false]],
	["matches regex", ["regex_match", true]],
	["like", ["wildcard", false]],
	[":", ["match", false]],
] as const);

/** Operators whose sides may change places. */
const SYMMETRIC = /^(?:[=<>]|!\W)/;

/** Lowers a comparison of two values. */
export function lowerComparison(comparison: Comparison, view: KqlView): Condition {
	const { left, right } = comparison;
	const field = describeShadowed(left, [right], view) ?? describeField(left, view);
	if (field !== undefined && !isConstantCall(left, view))
		return compare(field, comparison.operator, right, comparison, view);
	const { operator } = comparison;
	const other = SYMMETRIC.test(operator) ? describeField(right, view) : undefined;
	if (other !== undefined)
		return compare(other, mirrorComparison(operator), left, comparison, view);
	const made = computedField(view.session.textOf(left));
	return compare(made, comparison.operator, right, comparison, view);
}

/** `let Host = "x"; T | where Host == Host`: the left one is the column. */
function describeShadowed(
	left: KqlExpression,
	values: readonly KqlExpression[],
	{ columns, scope }: KqlView,
): KqlField | undefined {
	const [only] = values;
	if (left.kind !== "name" || only?.kind !== "name" || only.name !== left.name) return undefined;
	if (values.length > 1 || scope.find(left.name) === undefined) return undefined;
	return columnField(left.name, columns.describe(left.name));
}

/** Lowers `field == value` and its kin, where the field is known; `operator` is as written. */
function compare(
	field: KqlField,
	operator: string,
	value: KqlExpression,
	span: Span,
	view: KqlView,
): Condition {
	const term = readTerm(value, view);
	const known = MEANINGS.get(operator);
	if (known !== undefined) return compareTerm(field, operator, known[0], term, known[1], span);
	// `!has`, `has_cs`, `notlike`.
	const name = operator.replace(/^!|^not|_?cs$/g, "");
	const [op, isCaseSensitive] = MEANINGS.get(name) ?? ["eq", null];
	const isCased = operator.endsWith("cs") || isCaseSensitive;
	const condition = compareTerm(field, name, op, term, isCased, span);
	return /^!|^not/.test(operator) ? negate(condition) : condition;
}

function compareTerm(
	field: KqlField,
	operator: string,
	op: PredicateOperator,
	term: PredicateTerm,
	isCaseSensitive: boolean | null,
	span: Span,
): Condition {
	const { value, at } = term;
	if (value === null || (typeof value === "object" && "ref" in value && value.ref === "null")) {
		if (op === "eq") return fieldLeaf(field, "is_null", [], null, span);
		if (op === "ne") return fieldLeaf(field, "exists", [], null, span);
	}
	if (typeof value === "number" || typeof value === "boolean")
		return fieldLeaf(field, op, [term], null, span);
	if (typeof value !== "string") return fieldLeaf(field, op, [term], isCaseSensitive, span);
	if (op === "regex_match") {
		return fieldLeaf(field, op, [term], !value.startsWith("(?i)"), span);
	}
	if (op === "wildcard" || operator === ":")
		return lowerSearched(
			field,
			value,
			at,
			op === "wildcard" ? "eq" : "match",
			isCaseSensitive,
			span,
		);
	return fieldLeaf(field, op, [term], isCaseSensitive, span);
}

/** Lowers a value in which `*` stands for any text; `plain` is the operator of one without any. */
export function lowerSearched(
	field: KqlField,
	value: string,
	at: number,
	plain: PredicateOperator,
	isCaseSensitive: boolean | null,
	span: Span,
): Condition {
	const pieces = value.split("*").flatMap((piece) => [piece, ANY_RUN]);
	const lowered = lowerGlob(pieces.slice(0, -1));
	if (lowered.value === null) return fieldLeaf(field, "exists", [], null, span);
	const op = lowered.op === "eq" ? plain : lowered.op;
	return fieldLeaf(field, op, [{ value: lowered.value, at }], isCaseSensitive, span);
}

/** Lowers `in`, `has_any`, `has_all` and their negations. */
export function lowerListed(
	listed: Extract<KqlExpression, { kind: "listed" }>,
	view: KqlView,
): Condition {
	const isNegated = listed.operator.startsWith("!");
	const operator = isNegated ? listed.operator.slice(1) : listed.operator;
	const condition = lowerList(listed, operator, view);
	return isNegated ? negate(condition) : condition;
}

function lowerList(
	listed: Extract<KqlExpression, { kind: "listed" }>,
	operator: string,
	view: KqlView,
): Condition {
	const { left, items } = listed;
	const described = describeShadowed(left, items, view) ?? describeField(left, view);
	if (described === undefined && operator.startsWith("in")) {
		const swapped = lowerSwapped(listed, operator === "in", view);
		if (swapped !== undefined) return swapped;
	}
	const field = described ?? computedField(view.session.textOf(left));
	const terms = readListTerms(items, view);
	if (operator.startsWith("in")) return fieldLeaf(field, "in", terms, operator === "in", listed);
	if (operator === "has_any" || terms.length < 2)
		return fieldLeaf(field, "match", terms, false, listed);
	return combine(
		"and",
		terms.map((term) => fieldLeaf(field, "match", [term], false, listed)),
	);
}

/** `"x" in (ColumnA, ColumnB)` asks each column. */
function lowerSwapped(
	{ left, items, start, end }: Extract<KqlExpression, { kind: "listed" }>,
	isCaseSensitive: boolean,
	view: KqlView,
): Condition | undefined {
	const constant = evaluateConstant(left, view.scope);
	if (constant?.kind !== "scalar") return undefined;
	const parts: Condition[] = [];
	for (const item of items) {
		if (item.kind === "subquery") return undefined;
		if (item.kind === "name" && view.scope.find(item.name) !== undefined) return undefined;
		const field = describeField(item, view);
		if (field === undefined) return undefined;
		parts.push(fieldLeaf(field, "eq", [constant.term], isCaseSensitive, { start, end }));
	}
	return parts.length === 0 ? undefined : combine("or", parts);
}

/** Lowers `between (a .. b)`. */
export function lowerBetween(
	between: Extract<KqlExpression, { kind: "between" }>,
	view: KqlView,
): Condition {
	const { left, from, to, isNegated } = between;
	const field = describeField(left, view) ?? computedField(view.session.textOf(left));
	const condition = combine("and", [
		fieldLeaf(field, "ge", [readTerm(from, view)], null, between),
		fieldLeaf(field, "le", [readTerm(to, view)], null, between),
	]);
	return isNegated ? negate(condition) : condition;
}

function isConstantCall(expression: KqlExpression, { scope }: KqlView): boolean {
	return expression.kind === "call" && evaluateConstant(expression, scope) !== undefined;
}
