import { breakLiveTemplates } from "./fence-code";

const JOINER = "\u2060";

/** What makes a plugin run a code span: Dataview and Datacore queries, Meta Bind fields, Buttons, JS Engine. */
const LIVE_START = /^\s*(?=\$?=|(?:INPUT|VIEW|BUTTON)\[|button-|(?:dv|js|!js|tp)[:=\s])/;

/** Characters that one inline field's key may be long. */
const KEY_LIMIT = 100;

/**
 * Gives the content of a code span so that no plugin runs it: a word joiner (U+2060) stands before what would start a query and
 * inside a Templater tag or an inline field. `isFirst` says that the span opens its line, where a field needs no bracket.
 */
export function defuseCodeSpan(content: string, isFirst: boolean): string {
	const started = content.replace(LIVE_START, (space) => space + JOINER);
	return breakFields(breakLiveTemplates(started), isFirst);
}

function breakFields(content: string, isFirst: boolean): string {
	if (!content.includes("::")) return content;
	let out = "";
	let from = 0;
	for (let at = content.indexOf("::"); at !== -1; at = content.indexOf("::", at + 1)) {
		if (!endsFieldKey(content, at, isFirst)) continue;
		out += content.slice(from, at + 1) + JOINER;
		from = at + 1;
	}
	return out + content.slice(from);
}

function endsFieldKey(content: string, colon: number, isFirst: boolean): boolean {
	for (let at = colon - 1; at >= Math.max(0, colon - KEY_LIMIT); at--) {
		const sign = content[at] ?? "";
		if (sign === "[" || sign === "(") return at < colon - 1;
		if (!/[\p{L}\p{N}\p{M}\s_/-]/u.test(sign) && !/[\uD800-\uDFFF]/.test(sign)) return false;
	}
	return isFirst;
}
