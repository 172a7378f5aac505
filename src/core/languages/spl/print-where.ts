import type { Predicate, PredicateValue } from "../../model/predicate";
import { readGlob } from "../syntax/globs";
import { escapeRegex, lowerRegex } from "../syntax/lower-regex";
import { quote } from "./print-search";

const SIGNS: ReadonlyMap<Predicate["op"], string> = new Map([
	["eq", "="],
	["ne", "!="],
	["gt", ">"],
	["ge", ">="],
	["lt", "<"],
	["le", "<="],
]);

/**
 * Writes a leaf as an expression of `where` does, undefined where that has no way to say it. Letter case counts there, so that
 * comparisons without it become regular expressions that switch it off.
 */
export function printWhereLeaf(predicate: Predicate): string | undefined {
	const { op, terms, isCaseSensitive } = predicate;
	if (predicate.field === null || isCaseSensitive === null) return undefined;
	const subject = printSubject(predicate);
	if (op === "exists" || op === "is_null") {
		if (terms.length > 0 || !isCaseSensitive) return undefined;
		return op === "exists" ? `isnotnull(${subject})` : `isnull(${subject})`;
	}
	if (op === "in") return printList(predicate, subject);
	const [term] = terms;
	if (term === undefined || terms.length > 1) return undefined;
	const { value } = term;
	const sign = SIGNS.get(op);
	if (typeof value === "string" && !isCaseSensitive) return printFolded(op, value, subject);
	const folded = isCaseSensitive ? subject : `lower(${subject})`;
	if (sign !== undefined) {
		const text = value === null ? undefined : printOperand(value);
		return text === undefined ? undefined : `${folded}${sign}${text}`;
	}
	return typeof value === "string" ? printPattern(op, value, subject) : undefined;
}

function printList({ terms, isCaseSensitive }: Predicate, subject: string): string | undefined {
	const values = terms.map(({ value }) => printOperand(value));
	if (values.length === 0 || values.includes(undefined) || isCaseSensitive !== true)
		return undefined;
	return `${subject} IN (${values.join(", ")})`;
}

function printSubject({ field, transform }: Predicate): string {
	const name = printField(field ?? "");
	return transform === null ? name : `${transform}(${name})`;
}

/** Operators on texts, letter case counting. */
function printPattern(op: Predicate["op"], value: string, subject: string): string | undefined {
	if (value === "") return undefined;
	switch (op) {
		case "contains":
			return `like(${subject}, ${quoteLike(["%", value, "%"])})`;
		case "starts_with":
			return `like(${subject}, ${quoteLike(["", value, "%"])})`;
		case "ends_with":
			return `like(${subject}, ${quoteLike(["%", value, ""])})`;
		case "wildcard":
			return `like(${subject}, "${readGlob(value)
				.map((piece) => {
					if (typeof piece === "string") return escapeLike(piece);
					return piece.wildcard === "*" ? "%" : "_";
				})
				.join("")}")`;
		case "regex_match":
			return lowerRegex(value).op === op ? `match(${subject}, ${quote(value)})` : undefined;
		case "cidr_match":
			return `cidrmatch(${quote(value)}, ${subject})`;
		default:
			return undefined;
	}
}

/** Operators on texts without letter case. */
function printFolded(op: Predicate["op"], value: string, subject: string): string | undefined {
	if (op === "regex_match") {
		const lowered = lowerRegex(value);
		return lowered.op === op && lowered.isCaseFolded
			? `match(${subject}, ${quote(value)})`
			: undefined;
	}
	const [start, end] =
		op === "eq" || op === "starts_with" || op === "ends_with" || op === "contains"
			? [
					op === "ends_with" || op === "contains" ? "" : "^",
					op === "eq" || op === "ends_with" ? "$" : "",
				]
			: [undefined, undefined];
	if (start === undefined || value === "") return undefined;
	return `match(${subject}, ${quote(`(?i)${start}${escapeRegex(value)}${end}`)})`;
}

function printOperand(value: PredicateValue): string | undefined {
	switch (typeof value) {
		case "string":
			return quote(value);
		case "number":
			return Number.isFinite(value) && !/e/i.test(String(value)) ? String(value) : undefined;
		case "boolean":
			return value ? "true()" : "false()";
		default:
			if (value === null) return "null()";
			return "ref" in value ? value.ref : undefined;
	}
}

/** Writes a field, between single quotes where it is no plain name. */
function printField(field: string): string {
	const isPlain =
		/^[A-Za-z_]\w*$/.test(field) &&
		!/^(?:and|or|not|in|like|is|between|true|false|null)$/i.test(field);
	return isPlain ? field : `'${field}'`;
}

function quoteLike([start = "", text = "", end = ""]: readonly string[]): string {
	return `"${start}${escapeLike(text)}${end}"`;
}

function escapeLike(text: string): string {
	return text.replace(/[\\"%_]/g, "\\$&");
}
