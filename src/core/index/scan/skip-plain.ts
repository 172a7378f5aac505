import { endOfLine } from "../../text/end-of-line";
import { endOfFence } from "./find-ends";
import type { Stretch } from "./find-headings";
import { fenceLength } from "./line-shape";

/**
 * What a line outside lists has to have to be worth a look: the start of an item, fence or formula, a line under a heading, a tag, or a
 * link that does not lead to the web. Everything else passes without being taken apart.
 */
const NOTABLE =
	/^[ \t>]*(?:[-+*](?:[ \t\r\n]|$)|\d{1,9}[.)](?:[ \t\r\n]|$)|`{3}|~{3}|\$\$|(?:=+|-+)[ \t\r]*$)|(?:^|[ \t\u00a0\u3000])#\d*[^\s\d#{]|\[\[|\]\((?!https?:)/gm;

/**
 * Passes over text and fenced code, which is all that many notes hold: gives the next line that is more, or the text's end. The code
 * goes to `fences`.
 */
export function skipPlain(text: string, from: number, fences: Stretch[]): number {
	for (let at = nextNotable(text, from); ;) {
		if (!text.startsWith("```", at)) return at;
		const lineEnd = endOfLine(text, at);
		const length = fenceLength(text, at, lineEnd);
		if (length === 0) return at;
		const end = endOfFence(text, lineEnd, length, text.charCodeAt(at), 0);
		fences.push([at, end]);
		at = nextNotable(text, end);
	}
}

/** Start of the next line from an offset on that is worth a look, or the text's end. */
function nextNotable(text: string, from: number): number {
	NOTABLE.lastIndex = from;
	if (from >= text.length || !NOTABLE.test(text)) return text.length;
	return Math.max(from, text.lastIndexOf("\n", NOTABLE.lastIndex - 2) + 1);
}
