import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../../model/predicate";
import { printLogic, wordStyle } from "../syntax/print-logic";

const COMPARISONS: Readonly<Partial<Record<PredicateOperator, string>>> = {
	ne: "!=",
	lt: "<",
	le: "<=",
	gt: ">",
	ge: ">=",
};
const FUNCTIONS: Readonly<Partial<Record<PredicateOperator, string>>> = {
	contains: "stringContains",
	starts_with: "startsWith",
	ends_with: "endsWith",
};
const PLAIN_FIELD = /^[a-z_@$][\w@$]*(?:\.[\w@$]+|\[\d+\])*$/i;
const KEYWORDS = /^(?:and|or|not|in|like|regex|true|false|null|where|by|with|until)$/i;
const ESCAPES: ReadonlyMap<string, string> = new Map([
	["\n", "\\n"],
	["\r", "\\r"],
	["\t", "\\t"],
	['"', '\\"'],
	["\\", "\\\\"],
]);

/**
 * Writes a condition as an EQL expression (what stands behind `where`). `parseEql` gives it again where EQL can say it; where a rule of
 * another language leaves letter case to the mapping, case is folded.
 */
export function printCondition(condition: Condition): string {
	return printLogic(condition, wordStyle(printPredicate));
}

function printPredicate(predicate: Predicate): string {
	const { op, terms } = predicate;
	const subject = printSubject(predicate);
	const folds = predicate.isCaseSensitive !== true;
	const values = terms.map(({ value }) => printValue(value));
	const [first = "null"] = values;
	switch (op) {
		case "is_null":
			return `${subject} == null`;
		case "exists":
			return `${subject} != null`;
		case "ne":
		case "lt":
		case "le":
		case "gt":
		case "ge":
			return `${subject} ${COMPARISONS[op] ?? ""} ${first}`;
		case "in":
			return `${subject} ${predicate.isCaseSensitive === false ? "in~" : "in"} (${values.join(", ")})`;
		case "cidr_match":
			return `cidrMatch(${[subject, ...values].join(", ")})`;
		case "regex_match":
			return `${subject} ${folds ? "regex~" : "regex"} ${printList(values)}`;
		case "eq":
			if (values.length === 1 && (!folds || typeof terms[0]?.value !== "string"))
				return `${subject} == ${first}`;
			return `${subject} ${folds ? ":" : "like"} ${printList(values)}`;
		case "match":
		case "contains":
		case "starts_with":
		case "ends_with":
		case "wildcard":
			return printPattern(predicate, subject);
	}
}

function printPattern({ op, terms, isCaseSensitive }: Predicate, subject: string): string {
	const [only] = terms;
	const name = FUNCTIONS[op];
	// A function takes wildcards literally, and values that are no literal.
	const needsFunction = terms.some(({ value }) => typeof value !== "string" || /[*?]/.test(value));
	if (needsFunction && name !== undefined && only !== undefined)
		return `${name}${isCaseSensitive === false ? "~" : ""}(${subject}, ${printValue(only.value)})`;
	const globs = terms.map(({ value }) =>
		printValue(typeof value === "string" ? surround(value, op) : value),
	);
	return `${subject} ${isCaseSensitive === true ? "like" : ":"} ${printList(globs)}`;
}

function surround(value: string, op: PredicateOperator): string {
	if (op === "wildcard") return value;
	const opens = op === "starts_with" ? "" : "*";
	return opens + value + (op === "ends_with" ? "" : "*");
}

function printSubject({ field, transform }: Predicate): string {
	const name = field ?? "_all";
	const isPlain = PLAIN_FIELD.test(name) && !KEYWORDS.test(name);
	const written = isPlain ? name : `\`${name.replaceAll("`", "``")}\``;
	return transform === null ? written : `${transform}(${written})`;
}

function printList(values: readonly string[]): string {
	return values.length === 1 ? (values[0] ?? "") : `(${values.join(", ")})`;
}

function printValue(value: PredicateValue): string {
	if (typeof value === "string") return `"${value.replace(/["\\\p{Cc}]/gu, escapeCharacter)}"`;
	if (typeof value !== "object" || value === null) return String(value);
	return "ref" in value ? value.ref : value.list;
}

function escapeCharacter(character: string): string {
	return ESCAPES.get(character) ?? `\\u{${character.charCodeAt(0).toString(16)}}`;
}
