import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateTerm } from "../../model/predicate";
import { escapeRegex } from "../syntax/lower-regex";
import { readGlob } from "../syntax/globs";

/** A plain path of columns; any other name stands in brackets and quotes. */
const PLAIN_NAME = /^(?!(?:and|or|not)$)[a-z_]\w*(?:\.[a-z_]\w*|\[\d+\])*$/i;

/** Operators between a field and one value: where letter case counts, and where it does not. */
const BETWEEN: ReadonlyMap<PredicateOperator, readonly [string, string]> = new Map([
	["eq", ["==", "=~"]],
	["ne", ["!=", "!~"]],
	["contains", ["contains_cs", "contains"]],
	["starts_with", ["startswith_cs", "startswith"]],
	["ends_with", ["endswith_cs", "endswith"]],
	["match", ["has_cs", "has"]],
	["gt", [">", ">"]],
	["ge", [">=", ">="]],
	["lt", ["<", "<"]],
	["le", ["<=", "<="]],
] as const);

/**
 * Writes a condition as an expression of KQL.
 *
 * Parsing gives the condition again, but for what the language cannot say: a wildcard becomes a regular expression, several values of an
 * operator without lists an `or`, `at-least` a sum, and an opaque leaf its own text.
 */
export function printCondition(condition: Condition): string {
	switch (condition.kind) {
		case "predicate":
			return printPredicate(condition.predicate);
		case "and":
		case "or":
			return condition.parts.map(printPart).join(` ${condition.kind} `);
		case "not":
			return `not(${printCondition(condition.part)})`;
		case "at-least": {
			const counts = condition.parts.map((part) => `toint(${printCondition(part)})`);
			return `${counts.join(" + ")} >= ${condition.count}`;
		}
		case "always":
			return "true";
		case "opaque":
			return condition.text;
	}
}

function printPart(condition: Condition): string {
	const printed = printCondition(condition);
	return condition.kind === "and" || condition.kind === "or" ? `(${printed})` : printed;
}

function printPredicate(predicate: Predicate): string {
	const { field, op, terms, isCaseSensitive, transform } = predicate;
	const name = field === null ? "*" : printName(field);
	const operand = transform === null ? name : `${transform}(${name})`;
	switch (op) {
		case "exists":
			return `isnotempty(${operand})`;
		case "is_null":
			return `isempty(${operand})`;
		case "in":
			return `${operand} ${isCaseSensitive === false ? "in~" : "in"} ${printList(terms)}`;
		case "cidr_match":
			return printRange(operand, terms);
		case "match":
			if (terms.length !== 1 || isList(terms[0])) return `${operand} has_any ${printList(terms)}`;
			break;
		case "eq":
			if (isCaseSensitive === null && terms[0]?.value === true && terms.length === 1)
				return operand;
			break;
		default:
	}
	const parts = terms.map((term) => printComparison(operand, predicate, term));
	return parts.length === 1 ? parts.join("") : `(${parts.join(" or ")})`;
}

function printComparison(
	operand: string,
	{ op, isCaseSensitive }: Predicate,
	{ value }: PredicateTerm,
): string {
	const operators = BETWEEN.get(op);
	if (operators !== undefined)
		return `${operand} ${operators[isCaseSensitive === false ? 1 : 0]} ${printValue(value)}`;
	if (typeof value !== "string") return `${operand} matches regex ${printValue(value)}`;
	const pattern = op === "wildcard" ? writeWildcard(value) : value;
	const isFolded = isCaseSensitive === false && !pattern.startsWith("(?i)");
	return `${operand} matches regex ${printValue(isFolded ? `(?i)${pattern}` : pattern)}`;
}

function writeWildcard(pattern: string): string {
	const pieces = readGlob(pattern).map((piece) => {
		if (typeof piece === "string") return escapeRegex(piece);
		return piece.wildcard === "*" ? "[\\s\\S]*" : "[\\s\\S]";
	});
	return `^${pieces.join("")}$`;
}

function printRange(operand: string, terms: readonly PredicateTerm[]): string {
	const [first] = terms;
	const family = typeof first?.value === "string" && first.value.includes(":") ? "ipv6" : "ipv4";
	const values = terms.map(({ value }) => printValue(value)).join(", ");
	return `${family}_is_in_${terms.length === 1 ? "" : "any_"}range(${operand}, ${values})`;
}

function isList(term: PredicateTerm | undefined): boolean {
	return typeof term?.value === "object" && term.value !== null && "list" in term.value;
}

function printList(terms: readonly PredicateTerm[]): string {
	return `(${terms.map(({ value }) => printValue(value)).join(", ")})`;
}

function printName(name: string): string {
	const isConstant = name === "true" || name === "false" || name === "null";
	return PLAIN_NAME.test(name) && !isConstant ? name : `[${printText(name)}]`;
}

function printValue(value: PredicateTerm["value"]): string {
	if (value === null) return "dynamic(null)";
	if (typeof value === "string") return printText(value);
	if (typeof value === "object") return "ref" in value ? value.ref : value.list;
	return String(value);
}

function printText(text: string): string {
	const escaped = text.replace(/[\\"\p{Cc}]/gu, (character) => {
		if (character === "\\" || character === '"') return `\\${character}`;
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
	});
	return `"${escaped}"`;
}
