import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../../model/predicate";
import { ANY_ONE, ANY_RUN } from "../syntax/globs";
import type { GlobPiece } from "../syntax/globs";
import type { PrintedScalar } from "./print-yaml";
import { showSigmaString } from "./sigma-strings";

/** A predicate as an entry of a selection. */
export interface PrintedItem {
	/** Field and modifiers; null for keywords. */
	readonly key: string | null;
	readonly values: readonly PrintedScalar[];
}

const MODIFIERS: Readonly<Record<PredicateOperator, readonly string[]>> = {
	eq: [],
	in: [],
	wildcard: [],
	is_null: [],
	match: ["contains"],
	contains: ["contains"],
	starts_with: ["startswith"],
	ends_with: ["endswith"],
	ne: ["neq"],
	regex_match: ["re"],
	cidr_match: ["cidr"],
	gt: ["gt"],
	ge: ["gte"],
	lt: ["lt"],
	le: ["lte"],
	exists: ["exists"],
};

const DATE_PARTS = ["minute", "hour", "day", "week", "month", "year"];

/** Prints a predicate, or gives undefined for one that a Sigma selection cannot state. A list behind `in` is a plain list of values. */
export function printItem(predicate: Predicate): PrintedItem | undefined {
	const { field, op, terms, transform, isCaseSensitive } = predicate;
	if (field === "" || field?.includes("|") === true) return undefined;
	if (transform !== null && !DATE_PARTS.includes(transform)) return undefined;
	if (op === "ne" && terms.length > 1) return undefined;
	const values = terms.map((term) => printValue(op, term.value));
	if (!values.every((value) => value !== undefined)) return undefined;
	const kinds = new Set(terms.map((term) => kindOf(term.value)));
	if (kinds.size > 1) return undefined;
	const [kind] = kinds;
	if (field === null) {
		const isKeyword = op === "match" && transform === null && kind !== "ref";
		if (!isKeyword) return undefined;
		if (kind !== "list" && isCaseSensitive !== true) return { key: null, values };
	}
	const words = field === null ? [] : [...MODIFIERS[op]];
	if (kind === "ref") words.unshift("fieldref");
	if (kind === "list") words.push("expand");
	if (isCaseSensitive === true && kind === "scalar" && op !== "regex_match") words.push("cased");
	if (op === "regex_match" && isCaseSensitive === false) words.push("i");
	if (transform !== null) words.unshift(transform);
	const key = [field ?? "", ...words].join("|");
	if (op === "exists") return { key, values: [true] };
	return { key, values: op === "is_null" ? [null] : values };
}

/**
 * Prints alternatives of one field that differ in their wildcards as a plain list (`*a`, `b*`, null); undefined where they differ in more,
 * or where reading the list would join two of them.
 */
export function printMixedItem(parts: readonly Condition[]): PrintedItem | undefined {
	const values: PrintedScalar[] = [];
	const operators = new Set<PredicateOperator>();
	let field: string | null | undefined;
	for (const part of parts) {
		if (part.kind !== "predicate") return undefined;
		const { predicate } = part;
		const isPlain = predicate.transform === null && predicate.isCaseSensitive === false;
		if (!isPlain || operators.has(predicate.op) || (field ?? predicate.field) !== predicate.field)
			return undefined;
		field = predicate.field;
		operators.add(predicate.op);
		const printed = printPlainValues(predicate);
		if (printed === undefined) return undefined;
		for (const value of printed) values.push(value);
	}
	if (field === undefined || field === null || field === "" || field.includes("|"))
		return undefined;
	return { key: field, values };
}

function printPlainValues({ op, terms }: Predicate): readonly PrintedScalar[] | undefined {
	if (op === "is_null") return [null];
	if (op === "exists") return ["*"];
	const around = PLAIN[op];
	if (around === undefined) return undefined;
	const values: PrintedScalar[] = [];
	for (const { value } of terms) {
		if (typeof value === "object") return undefined;
		if (typeof value !== "string") {
			if (op !== "eq") return undefined;
			values.push(value);
		} else {
			const pieces = op === "wildcard" ? readActiveGlob(value) : [value];
			values.push(showSigmaString([...around.before, ...pieces, ...around.after]));
		}
	}
	return values;
}

const PLAIN: Partial<Record<PredicateOperator, { before: GlobPiece[]; after: GlobPiece[] }>> = {
	eq: { before: [], after: [] },
	wildcard: { before: [], after: [] },
	contains: { before: [ANY_RUN], after: [ANY_RUN] },
	starts_with: { before: [], after: [ANY_RUN] },
	ends_with: { before: [ANY_RUN], after: [] },
};

function kindOf(value: PredicateValue): "scalar" | "ref" | "list" {
	if (typeof value !== "object" || value === null) return "scalar";
	return "ref" in value ? "ref" : "list";
}

function printValue(op: PredicateOperator, value: PredicateValue): PrintedScalar | undefined {
	if (typeof value === "object" && value !== null) {
		if ("ref" in value) return value.ref;
		return /^[\p{L}\p{N}_]+$/u.test(value.list) ? `%${value.list}%` : undefined;
	}
	if (typeof value !== "string") return value;
	switch (op) {
		case "wildcard":
			return showSigmaString(readActiveGlob(value));
		case "match":
			return printKeyword(value);
		case "regex_match":
		case "cidr_match":
			return value;
		default:
			return showSigmaString([value]);
	}
}

/** Paths make a backslash before a wildcard a plain one nearly always (`C:\\Users\\*\\a`), so every wildcard is taken as active here. */
function readActiveGlob(value: string): readonly GlobPiece[] {
	return value
		.split(/([*?])/)
		.map((part) => (part === "*" ? ANY_RUN : part === "?" ? ANY_ONE : part))
		.filter((part) => part !== "");
}

/** A keyword's inner wildcards are active again when it is read; those at its ends are part of it. */
function printKeyword(value: string): string {
	const isOpen = value.startsWith("*") || value.endsWith("*");
	return showSigmaString(isOpen ? [value] : readActiveGlob(value));
}
