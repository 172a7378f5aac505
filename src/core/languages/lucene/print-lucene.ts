import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../../model/predicate";
import { readGlob } from "../syntax/globs";
import { printLogic } from "../syntax/print-logic";

const BOUNDS: Readonly<Partial<Record<PredicateOperator, string>>> = {
	lt: "<",
	le: "<=",
	gt: ">",
	ge: ">=",
};

/**
 * Writes a condition in Lucene's query syntax. `parseLucene` gives it again where that syntax can say it: it leaves letter case to the
 * mapping, and has no functions.
 */
export function printCondition(condition: Condition): string {
	return printLogic(condition, {
		and: "AND",
		or: "OR",
		not: "NOT",
		always: "*:*",
		groupsNot: true,
		leaf: printPredicate,
	});
}

function printPredicate(predicate: Predicate): string {
	const { op, terms, field } = predicate;
	const values = terms.map(({ value }) => printValue(value, op));
	const [first = '""'] = values;
	const list = values.length > 1 ? `(${values.join(" OR ")})` : first;
	if (field === null) return list;
	const name = printBare(field);
	if (op === "exists") return `_exists_:${name}`;
	if (op === "is_null") return `NOT _exists_:${name}`;
	if (op === "ne") return `NOT ${name}:${first}`;
	return `${name}:${BOUNDS[op] ?? ""}${list}`;
}

function printValue(value: PredicateValue, op: PredicateOperator): string {
	if (typeof value !== "string") {
		if (typeof value !== "object" || value === null) return String(value).replace(/^-/, "\\-");
		return "ref" in value ? value.ref : value.list;
	}
	switch (op) {
		case "starts_with":
			return `${printBare(value)}*`;
		case "ends_with":
			return `*${printBare(value)}`;
		case "contains":
			return `*${printBare(value)}*`;
		case "wildcard":
			return readGlob(value)
				.map((piece) => (typeof piece === "string" ? printBare(piece) : piece.wildcard))
				.join("");
		case "regex_match":
			return `/${value.replaceAll("/", "\\/")}/`;
		default:
			return `"${value.replace(/["\\]/g, "\\$&").replace(/[\n\r]/g, escapeUnit)}"`;
	}
}

/** Writes a term without quotes: what the syntax gives a meaning is escaped, white space included. */
function printBare(text: string): string {
	return text
		.replace(/[-+=&|><!(){}[\]^"~*?:\\/]/g, "\\$&")
		.replace(/[\0-\x20\xa0\u3000\ufeff]/g, escapeUnit)
		.replace(/^(?:AND|OR|NOT)$/, (word) => `\\${word}`);
}

function escapeUnit(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
