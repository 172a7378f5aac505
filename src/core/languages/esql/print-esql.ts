import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../../model/predicate";
import { printCondition as printKuery } from "../kuery/print-kuery";
import { leaf } from "../syntax/conditions";
import type { GlobPiece } from "../syntax/globs";
import { readGlob } from "../syntax/globs";
import { printLogic, wordStyle } from "../syntax/print-logic";
import { quoteText } from "../syntax/quote-text";

const SIGNS = {
	eq: "==",
	ne: "!=",
	lt: "<",
	le: "<=",
	gt: ">",
	ge: ">=",
	regex_match: "rlike",
} as const;

/**
 * Writes a condition as `where` has it. `parseEsql` gives it again where ES|QL can say it: letter case counts or is folded by `to_lower`,
 * several patterns share one operator, and a search of the whole event is one in Kuery.
 */
export function printCondition(condition: Condition): string {
	return printLogic(condition, wordStyle(printPredicate));
}

function printPredicate(predicate: Predicate): string {
	const { op, terms } = predicate;
	if (predicate.field === null)
		return `kql(${quoteText(printKuery(leaf({ ...predicate, terms: terms.slice(0, 1) })))})`;
	const field = printSubject(predicate.field, predicate);
	const values = terms.map(({ value }) => value);
	const written = values.map(printValue).join(", ");
	switch (op) {
		case "is_null":
			return `${field} is null`;
		case "exists":
			return `${field} is not null`;
		case "in":
			return `${field} in (${written})`;
		case "match":
		case "cidr_match":
			return `${op}(${field}, ${written})`;
		case "contains":
		case "starts_with":
		case "ends_with":
			if (values.length === 1) return `${op}(${field}, ${written})`;
			return `${field} like ${printSeveral(values.map((value) => printPattern(value, op)))}`;
		case "wildcard":
			return `${field} like ${printSeveral(values.map((value) => printPattern(value, op)))}`;
		case "eq":
		case "ne":
		case "lt":
		case "le":
		case "gt":
		case "ge":
		case "regex_match":
			if (op === "eq" && values.length > 1) return `mv_intersects(${field}, [${written}])`;
			return `${field} ${SIGNS[op]} ${printSeveral(values.map(printValue))}`;
	}
}

function printSeveral(values: readonly string[]): string {
	return values.length > 1 ? `(${values.join(", ")})` : (values[0] ?? '""');
}

function printSubject(
	name: string,
	{ transform, isCaseSensitive }: Pick<Predicate, "transform" | "isCaseSensitive">,
): string {
	const field = printField(name);
	const inner = transform === null ? field : `${transform}(${field})`;
	return isCaseSensitive === false ? `to_lower(${inner})` : inner;
}

/** Words that mean something where a name could stand. */
const RESERVED =
	/^(?:and|as|asc|by|desc|false|first|in|is|last|like|not|null|nulls|on|or|rlike|true|where|with)$/i;

function printField(name: string): string {
	const parts = name.split(".");
	const isPlain = parts.every(
		(part) => /^(?:[A-Za-z]|[@_]\w)\w*$/.test(part) && !RESERVED.test(part),
	);
	return isPlain ? name : `\`${name.replaceAll("`", "``")}\``;
}

function printValue(value: PredicateValue): string {
	if (typeof value === "string") return quoteText(value);
	if (typeof value !== "object" || value === null) return String(value);
	return "ref" in value ? value.ref : value.list;
}

function printPattern(value: PredicateValue, op: PredicateOperator): string {
	if (typeof value !== "string") return printValue(value);
	const text = op === "wildcard" ? readGlob(value).map(escapePiece).join("") : escapePiece(value);
	const before = op === "contains" || op === "ends_with" ? "*" : "";
	const behind = op === "contains" || op === "starts_with" ? "*" : "";
	return quoteText(before + text + behind);
}

function escapePiece(piece: GlobPiece): string {
	return typeof piece === "string" ? piece.replace(/[*?\\]/g, "\\$&") : piece.wildcard;
}
