import type { Predicate, PredicateValue } from "../../model/predicate";
import { readGlob } from "../syntax/globs";
import { readPlainNumber } from "../syntax/plain-values";
import { isSubnet } from "./search-values";

const SIGNS: ReadonlyMap<Predicate["op"], string> = new Map([
	["gt", ">"],
	["ge", ">="],
	["lt", "<"],
	["le", "<="],
]);

/**
 * Writes a leaf as a search does, undefined where a search has no way to say it: a search knows no expressions, no regular expressions, no
 * single-character wildcard and no literal asterisk, and compares without letter case.
 */
export function printSearchLeaf(predicate: Predicate): string | undefined {
	const { field, op, terms, isCaseSensitive } = predicate;
	if (predicate.transform !== null) return undefined;
	if (field === null) return printKeyword(predicate);
	if (isCaseSensitive !== false) return undefined;
	const name = printName(field);
	if (op === "exists") return terms.length === 0 ? `${name}=*` : undefined;
	const sign = SIGNS.get(op);
	const values = terms.map(({ value }) =>
		sign === undefined ? printValue(op, value) : printPlain(value),
	);
	if (!isComplete(values) || values.length === 0) return undefined;
	if (op === "in") return `${name} IN (${values.join(", ")})`;
	if (op === "ne") return values.length === 1 ? `${name}!=${values[0] ?? ""}` : undefined;
	if (sign !== undefined)
		return values.length === 1 ? `${name}${sign}${values[0] ?? ""}` : undefined;
	if (values.length === 1) return `${name}=${values[0] ?? ""}`;
	return op === "eq" ? undefined : `${name} IN (${values.join(", ")})`;
}

function printKeyword({ op, terms, isCaseSensitive }: Predicate): string | undefined {
	const [term] = terms;
	if (op !== "match" || terms.length !== 1 || typeof term?.value !== "string") return undefined;
	if (isCaseSensitive === null || term.value === "" || /^\*+$/.test(term.value)) return undefined;
	return isCaseSensitive ? `CASE(${quote(term.value)})` : quote(term.value);
}

/** Writes a value so that it is lowered to this operator again. */
function printValue(op: Predicate["op"], value: PredicateValue): string | undefined {
	if (typeof value === "number")
		return op === "eq" || op === "ne" || op === "in" ? printPlain(value) : undefined;
	if (typeof value !== "string") return printReference(value);
	switch (op) {
		case "eq":
		case "ne":
		case "in":
			return value.includes("*") || isSubnet(value) ? undefined : quote(value);
		case "cidr_match":
			return isSubnet(value) ? quote(value) : undefined;
		case "contains":
			return isPlainText(value) ? quote(`*${value}*`) : undefined;
		case "starts_with":
			return isPlainText(value) ? quote(`${value}*`) : undefined;
		case "ends_with":
			return isPlainText(value) ? quote(`*${value}`) : undefined;
		case "wildcard":
			return printWildcard(value);
		default:
			return undefined;
	}
}

function printWildcard(value: string): string | undefined {
	let text = "";
	for (const piece of readGlob(value)) {
		if (typeof piece === "string") {
			if (piece.includes("*")) return undefined;
			text += piece;
		} else if (piece.wildcard === "?") return undefined;
		else text += "*";
	}
	return quote(text);
}

function printPlain(value: PredicateValue): string | undefined {
	if (typeof value === "number")
		return readPlainNumber(String(value)) === value ? String(value) : undefined;
	return typeof value === "string" ? quote(value) : printReference(value);
}

/** A name between dollar signs; every other reference is an expression. */
function printReference(value: PredicateValue): string | undefined {
	if (value === null || typeof value !== "object" || !("ref" in value)) return undefined;
	return /^\$[\w.:-]+\$$/.test(value.ref) ? value.ref : undefined;
}

/** Writes a field's name, in quotes where it is no plain word. */
function printName(field: string): string {
	const isPlain = /^[A-Za-z_][\w.{}:-]*$/.test(field) && !/^(?:and|or|not|in)$/i.test(field);
	return isPlain ? field : quote(field);
}

/** Writes a text between double quotes. */
export function quote(text: string): string {
	return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function isPlainText(value: string): boolean {
	return value !== "" && !value.includes("*");
}

function isComplete(values: readonly (string | undefined)[]): values is readonly string[] {
	return !values.includes(undefined);
}
