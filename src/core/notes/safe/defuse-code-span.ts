import { breakLiveTemplates } from "./fence-code";

const JOINER = "\u2060";

/** What makes a plugin run a code span: Dataview and Datacore queries, Meta Bind fields, Buttons, JS Engine. */
const LIVE_START = /^\s*(?=\$?=|(?:INPUT|VIEW|BUTTON)\[|button-|(?:dv|js|!js|tp)[:=\s])/;

/**
 * Properties of our notes, to which an inline field would add a value. Other words before `::` in code are left alone unless a space
 * follows: `sekurlsa::logonpasswords` and the like have to stay as they can be copied.
 */
const PROPERTIES: ReadonlySet<string> = new Set(
	(
		"name attack_id parent version attack_version url title rule_id vendor language status level confidence author license source " +
		"source_ref filename runbook_id logsrc_product logsrc_service logsrc_category tactics platforms techniques data_sources " +
		"tables aliases alias tags tag created last_modified cssclass cssclasses"
	).split(" "),
);

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

/** Whether the colons at an offset would end the key of a field that matters. */
function endsFieldKey(content: string, colon: number, isFirst: boolean): boolean {
	const first = Math.max(0, colon - KEY_LIMIT);
	let start = colon;
	while (start > first && /[\p{L}\p{N}\p{M}\s_/\-\uD800-\uDFFF]/u.test(content[start - 1] ?? ""))
		start--;
	const key = content.slice(start, colon).trim().toLowerCase().replace(/\s+/g, "_");
	const before = content[start - 1];
	const isField = before === "[" || before === "(" || (before === undefined && isFirst);
	if (!isField || key === "") return false;
	return PROPERTIES.has(key) || /\s/.test(content[colon + 2] ?? " ");
}
