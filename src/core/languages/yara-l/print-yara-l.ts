import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../../model/predicate";
import { readGlob } from "../syntax/globs";
import { escapeRegex } from "../syntax/lower-regex";
import { printLogic, wordStyle } from "../syntax/print-logic";
import { quoteText } from "../syntax/quote-text";

const SIGNS: Readonly<Partial<Record<PredicateOperator, string>>> = {
	ne: "!=",
	lt: "<",
	le: "<=",
	gt: ">",
	ge: ">=",
};
const FUNCTIONS: Readonly<Partial<Record<PredicateOperator, string>>> = {
	contains: "strings.contains",
	starts_with: "strings.starts_with",
	ends_with: "strings.ends_with",
	cidr_match: "net.ip_in_range_cidr",
	regex_match: "re.regex",
};

/**
 * Writes a condition as a search has it, its fields without an event variable. `parseYaraL` gives it again where YARA-L can say it: it has no
 * wildcards and no list of values in a comparison.
 */
export function printCondition(condition: Condition): string {
	return printLogic(condition, wordStyle(printPredicate));
}

function printPredicate(predicate: Predicate): string {
	const { op, terms, field, transform } = predicate;
	const name = field ?? "raw";
	const subject = transform === null ? name : `${transform}(${name})`;
	if (op === "exists") return `${subject} != null`;
	if (op === "is_null") return `${subject} = null`;
	const isFolded = predicate.isCaseSensitive === false;
	const values = terms.map(({ value }) => value);
	if (op === "in" && values.length !== 1)
		return `${subject} in (${values.map(printValue).join(", ")})${isFolded ? " nocase" : ""}`;
	const tests = values.map((value) => printTest(subject, op, value, isFolded));
	return tests.length === 1 ? tests.join("") : `(${tests.join(" or ")})`;
}

const LISTS: Readonly<Partial<Record<PredicateOperator, string>>> = {
	in: "in",
	regex_match: "in regex",
	cidr_match: "in cidr",
};

function printTest(
	subject: string,
	op: PredicateOperator,
	value: PredicateValue,
	isFolded: boolean,
): string {
	const folding = isFolded ? " nocase" : "";
	const list = LISTS[op];
	if (list !== undefined && typeof value === "object" && value !== null && "list" in value)
		return `${subject} ${list} ${printValue(value)}${folding}`;
	if (op === "in") return `${subject} in (${printValue(value)})${folding}`;
	if (op === "wildcard" && typeof value === "string")
		return `re.regex(${subject}, ${printRegex(toRegex(value))})${folding}`;
	const test = FUNCTIONS[op];
	if (test === undefined) return `${subject} ${SIGNS[op] ?? "="} ${printValue(value)}${folding}`;
	if (op === "regex_match" && typeof value === "string")
		return `${test}(${subject}, ${printRegex(value)})${folding}`;
	const inner = isFolded ? `strings.to_lower(${subject})` : subject;
	return `${test}(${inner}, ${printValue(value)})`;
}

function toRegex(glob: string): string {
	const pieces = readGlob(glob).map((piece) =>
		typeof piece === "string" ? escapeRegex(piece) : piece.wildcard === "*" ? ".*" : ".",
	);
	return `^${pieces.join("")}$`;
}

function printRegex(source: string): string {
	return source.includes("`") ? quoteText(source) : `\`${source}\``;
}

function printValue(value: PredicateValue): string {
	if (typeof value === "string") return quoteText(value);
	if (typeof value !== "object" || value === null) return String(value);
	return "ref" in value ? value.ref : `%${value.list}`;
}
