import { suggestName } from "../../text/suggest-name";

/** What people write who come from SQL. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
	["SELECT", "TABLE"],
	["ORDER", "SORT"],
	["HAVING", "WHERE"],
	["UNNEST", "FLATTEN"],
	["DSC", "DESC"],
]);

/**
 * Says what was meant by a misspelt word of the language at a place where a query could not be read on, or directly before it: a
 * misspelt clause is taken for a field, and reading goes on behind it. Undefined where none of `words` is near.
 */
export function suggestWord(
	text: string,
	at: number,
	words: readonly string[],
): string | undefined {
	if (words.length === 0) return undefined;
	const rest = text.slice(at, at + 80);
	if (words.includes("GROUP BY") && /^\s*GROUP(?:\s{2,}|[\t\r\n])BY\b/i.test(rest)) {
		return "GROUP BY is written with one blank between its words";
	}
	const here = wordAt(text, at);
	const meant = here === undefined ? undefined : nearest(here, words);
	if (meant !== undefined) return `did you mean ${meant}?`;
	const before = wordBefore(text, at);
	if (before?.toUpperCase() === "SORT") {
		return 'a SORT that stands first is read as a field: put FROM "" before it';
	}
	const instead = before === undefined ? undefined : nearest(before, words);
	return instead === undefined ? undefined : `did you mean ${instead} for "${before ?? ""}"?`;
}

/** The word at a place, as a whole: the `OR` of `ORDER` is read for itself. */
function wordAt(text: string, at: number): string | undefined {
	let start = at;
	while (start > 0 && at - start < 40 && /\p{L}/u.test(text.charAt(start - 1))) start--;
	return /^\s*([\p{L}_-]+)/u.exec(text.slice(start, at + 80))?.[1];
}

/** The word that ends before a place, with only blanks between; a part of a longer expression is none. */
function wordBefore(text: string, at: number): string | undefined {
	let end = at;
	while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
	let start = end;
	while (start > 0 && end - start < 40 && /[\p{L}_-]/u.test(text.charAt(start - 1))) start--;
	const isApart = start === 0 || /\s/.test(text.charAt(start - 1));
	return end < at && start < end && isApart ? text.slice(start, end) : undefined;
}

function nearest(word: string, words: readonly string[]): string | undefined {
	const upper = word.toUpperCase();
	const half = words.find((known) => known.startsWith(`${upper} `));
	if (half !== undefined) return half;
	// A keyword, which is read in any case, is not the fault.
	if (words.includes(upper)) return undefined;
	const foreign = FOREIGN.get(upper);
	if (foreign !== undefined) return foreign;
	return suggestName(word, words);
}
