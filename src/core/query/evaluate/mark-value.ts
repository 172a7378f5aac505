import type { LinkValue, Value } from "../../model/value";
import { isLink } from "../value";
import type { TextStyle } from "../values/text-style";
import type { Ordering } from "../values/value-order";

/** What decides whether two values are the same: what links mean, and the language of texts. */
export interface Sameness extends Pick<Ordering, "normalise"> {
	readonly style: TextStyle;
}

/**
 * Texts of which English collation (UTS 10, CLDR root) finds no two equal that are not the same: printable ASCII, letters of Latin, Cyrillic,
 * Han and Hangul in one piece, and pictures without the marks that only vary them.
 */
const PLAIN =
	/^[\x20-\x7e\u00c0-\u024f\u0400-\u045f\u4e00-\u9fa5\uac00-\ud7a3\u{1f300}-\u{1faff}]*$/u;

/**
 * Gives what values that `=` finds the same have in common, and no others; undefined where only comparing can tell: other languages, texts
 * beyond the usual letters, NaN, dates, durations, lists and objects.
 */
export function markValue(value: Value, sameness: Sameness): Value | undefined {
	if (!/^en\b/i.test(sameness.style.locale)) return undefined;
	if (typeof value === "string") return PLAIN.test(value) ? value : undefined;
	if (typeof value === "number") return Number.isNaN(value) ? undefined : value;
	if (value === null || typeof value === "boolean") return value;
	return isLink(value) ? markLink(value, sameness) : undefined;
}

/** Begins with a sign that no plain text holds. */
function markLink(link: LinkValue, sameness: Sameness): string | undefined {
	const path = sameness.normalise(link.path);
	const part = link.subpath ?? "";
	return PLAIN.test(path) && PLAIN.test(part) ? `\n${path}\n${link.type}\n${part}` : undefined;
}
