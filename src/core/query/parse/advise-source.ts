import type { FaultPlace } from "./fault-place";
import { SOURCE_WORDS } from "./source-words";

/** Words that end a path without quotes. */
const END = /^(?:and|or|where|sort|group|flatten|limit)$/i;
/** What people write behind `FROM`, or between two sources. */
const START = /^(?:["#(]|\[\[)/;

/** Says what to write instead where a source, or what joins two, could not be read; `suggestion` is the word that a misspelt one may mean. */
export function adviseOnSource(
	{ before, rest, expected }: FaultPlace,
	suggestion: string | undefined,
): string | undefined {
	if (expected.includes('"and", "or"')) return adviseOnJoint(before, rest);
	if (!expected.includes('a "folder"')) return undefined;
	if (/^not\b/i.test(rest)) return 'write - or ! for "not": -#tag';
	if (rest.startsWith("[[")) return "a link ends with ]]";
	if (/^\[\s*[^\s[\]]/.test(rest)) return "a link is written [[Note]]";
	if (/^from\b/i.test(rest)) return "FROM stands but once";
	if (/^outgoing\b/i.test(rest)) return "write outgoing([[Note]])";
	const path = barePath(rest);
	if (path === undefined) return undefined;
	const word = path.toLowerCase();
	if (SOURCE_WORDS.has(word)) return `did you mean ${word}, or the folder "${path}"?`;
	if (suggestion !== undefined) return suggestion;
	const tag = /\s/.test(path) ? "" : `, or the tag #${path}`;
	return `did you mean the folder "${path}"${tag}?`;
}

function adviseOnJoint(before: string, rest: string): string | undefined {
	if (/(?:^|\s)#\s*$/.test(before)) return "a tag has no blank behind its #";
	if (/^not\b/i.test(rest)) return 'write "and -#tag" for "not #tag"';
	if (rest.startsWith(",") || START.test(rest)) return 'sources are joined by "and" or "or"';
	return undefined;
}

/** More than a folder's name would have. */
const LONGEST_PATH = 200;

/** A folder or note without its quotes: all up to the next word of the language, on the same line. */
function barePath(rest: string): string | undefined {
	const [line = ""] = rest.slice(0, LONGEST_PATH).split(/["#[\]()\n]/, 1);
	const words = line.split(/\s+/);
	const end = words.findIndex((word) => END.test(word));
	const path = words
		.slice(0, end === -1 ? undefined : end)
		.join(" ")
		.trim()
		.replace(/^\/|\/$/g, "");
	return /^[\p{L}\d_]/u.test(path) ? path : undefined;
}
