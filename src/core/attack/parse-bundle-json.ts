import { asTable } from "../formats/values";
import type { Steps } from "../text/steps";

/** Characters of objects that are parsed in one piece. */
const PIECE = 512 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/**
 * Parses the JSON of a bundle as `JSON.parse` does, the members of its `objects` in pieces, since thirty megabytes at once would hold up
 * whoever waits for the screen.
 *
 * Throws what `JSON.parse` throws. `piece` is the least number of characters of objects in one piece. A text without such a list at its top level is parsed in one piece.
 */
export function* parseBundleJson(text: string, piece = PIECE): Steps<unknown> {
	const list = /"objects"\s{0,16}:\s{0,16}\[/.exec(text.slice(0, PIECE));
	if (text.length <= piece || list === null) return JSON.parse(text) as unknown;
	const start = list.index + list[0].length;
	if (!isTopLevel(text.slice(0, start))) return JSON.parse(text) as unknown;
	const objects: unknown[] = [];
	let from = start;
	let end = -1;
	for (const [at, isLast] of findMembers(text, start)) {
		if (isLast) end = at;
		else if (at - from < piece) continue;
		const members = text.slice(from, at);
		if (members.trim() !== "") objects.push(...(JSON.parse(`[${members}]`) as unknown[]));
		from = at + 1;
		yield;
	}
	if (end === -1) return JSON.parse(text) as unknown;
	const envelope: unknown = JSON.parse(`${text.slice(0, start)}${text.slice(end)}`);
	return { ...asTable(envelope), objects };
}

/** Whether a text that ends with the bracket of a list is whole once that list and one object are closed. */
function isTopLevel(start: string): boolean {
	try {
		JSON.parse(`${start}]}`);
		return true;
	} catch {
		return false;
	}
}

/** Gives the offset of each comma between two members of a list, then of the bracket that closes it. */
function* findMembers(
	text: string,
	start: number,
): Generator<readonly [at: number, isLast: boolean]> {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			at = endOfString(text, at);
			if (at === -1) return;
		} else if (code === OPEN_OBJECT || code === OPEN_LIST) depth++;
		else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
			if (depth === 0) {
				yield [at, true];
				return;
			}
			depth--;
			if (depth === 0) {
				const comma = skipBlanks(text, at + 1);
				if (text[comma] === ",") yield [comma, false];
			}
		}
	}
}

/** Offset of the quote that ends the string which starts at `start`, -1 where none does. */
function endOfString(text: string, start: number): number {
	for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
		let slashes = 0;
		while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
		if (slashes % 2 === 0) return at;
	}
	return -1;
}

function skipBlanks(text: string, start: number): number {
	let at = start;
	while (/\s/.test(text[at] ?? "")) at++;
	return at;
}
