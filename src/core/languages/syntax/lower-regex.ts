import type { PredicateOperator } from "../../model/predicate";
import { isEscaped } from "./is-escaped";

/** What a regular expression asks for, in the plainest operator that says it. */
export interface LoweredRegex {
	readonly op: Extract<
		PredicateOperator,
		"eq" | "contains" | "starts_with" | "ends_with" | "regex_match"
	>;
	/** Literal text, or under `regex_match` the expression as it is. */
	readonly value: string;
	/** Whether it begins by switching letter case off (`(?i)`). */
	readonly isCaseFolded: boolean;
}

/**
 * Lowers a regular expression that only is literal text, with `.*` or anchors at its ends, to equality, contains, starts with or ends with.
 *
 * The expression may be found anywhere in a value. Line breaks in a value, which a dot does not match, are left out of account.
 */
export function lowerRegex(regex: string): LoweredRegex {
	const isCaseFolded = regex.startsWith("(?i)");
	let from = isCaseFolded ? 4 : 0;
	let to = regex.length;
	let isOpenStart = true;
	let isOpenEnd = true;
	if (regex[from] === "^") {
		from++;
		isOpenStart = false;
	}
	if (regex[to - 1] === "$" && !isEscaped(regex, to - 1) && to > from) {
		to--;
		isOpenEnd = false;
	}
	if (regex.startsWith(".*", from) && regex[from + 2] !== "?" && regex[from + 2] !== "+") {
		from += 2;
		isOpenStart = true;
	}
	if (to - 2 >= from && regex.endsWith(".*", to) && !isEscaped(regex, to - 2)) {
		to -= 2;
		isOpenEnd = true;
	}
	const value = readLiteral(regex, from, to);
	if (value === undefined || value === "") return { op: "regex_match", value: regex, isCaseFolded };
	const op = isOpenStart
		? isOpenEnd
			? "contains"
			: "ends_with"
		: isOpenEnd
			? "starts_with"
			: "eq";
	return { op, value, isCaseFolded };
}

/** Writes literal text as a regular expression that matches it alone. */
export function escapeRegex(text: string): string {
	return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

/** Gives the text that a stretch matches, undefined where it holds anything but literal characters and escaped signs. */
function readLiteral(regex: string, from: number, to: number): string | undefined {
	let text = "";
	for (let at = from; at < to; at++) {
		const character = regex[at] ?? "";
		if ("^$.|?*+()[]{}".includes(character)) return undefined;
		if (character !== "\\") {
			text += character;
			continue;
		}
		const escaped = at + 1 < to ? (regex[++at] ?? "") : "";
		if (!/^[^A-Za-z0-9\s]$/.test(escaped)) return undefined;
		text += escaped;
	}
	return text;
}
