import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../../model/predicate";
import { readGlob } from "../syntax/globs";
import { printLogic, wordStyle } from "../syntax/print-logic";

const RANGES: Readonly<Partial<Record<PredicateOperator, string>>> = {
	lt: "<",
	le: "<=",
	gt: ">",
	ge: ">=",
};

/**
 * Writes a condition in Kuery. `parseKuery` gives it again where Kuery can say it: it has no regular expressions, no `?`, no functions, and
 * leaves letter case to the mapping.
 */
export function printCondition(condition: Condition): string {
	return printLogic(condition, { ...wordStyle(printPredicate), always: "*" });
}

function printPredicate(predicate: Predicate): string {
	const { op, terms } = predicate;
	const values = terms.map(({ value }) => printValue(value, op));
	const [first = '""'] = values;
	if (predicate.field === null) return values.length > 1 ? `(${values.join(" or ")})` : first;
	const field = printBare(predicate.field);
	if (op === "exists") return `${field}: *`;
	if (op === "is_null") return `${field}: null`;
	if (op === "ne") return `not ${field}: ${first}`;
	const range = RANGES[op];
	if (range !== undefined) return `${field} ${range} ${first}`;
	return `${field}: ${values.length > 1 ? `(${values.join(" or ")})` : first}`;
}

function printValue(value: PredicateValue, op: PredicateOperator): string {
	if (typeof value === "string") {
		if (op === "starts_with") return `${printBare(value)}*`;
		if (op === "ends_with") return `*${printBare(value)}`;
		if (op === "contains") return `*${printBare(value)}*`;
		if (op === "wildcard") return printGlob(value);
		return `"${value.replace(/[\\"]/g, "\\$&").replace(/[\n\r]/g, escapeBreak)}"`;
	}
	if (typeof value !== "object" || value === null) return String(value);
	return "ref" in value ? value.ref : value.list;
}

function printGlob(value: string): string {
	const pieces = readGlob(value);
	return pieces
		.map((piece) => (typeof piece === "string" ? printBare(piece) : piece.wildcard))
		.join("");
}

/** Writes text without quotes: what Kuery gives a meaning is escaped, white space and keywords included. */
function printBare(text: string): string {
	return text
		.replace(/[\\():<>"*{}]/g, "\\$&")
		.replace(/[\0-\x20\xa0\u200b\ufeff]/g, escapeUnit)
		.replace(/^(?:and|or|not)$/i, "\\$&");
}

function escapeBreak(character: string): string {
	return character === "\n" ? "\\n" : "\\r";
}

function escapeUnit(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
