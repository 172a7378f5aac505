import { endOfLine } from "../../text/end-of-line";

const BREAK = 0x0a;
const BACKTICK = 0x60;

/**
 * Offset behind the line that closes a fence of `length` marks, or of the text's end; `from` is the end of the opening line, `quote` the
 * number of `>` before it. A fence that a quote never closes ends with the quote.
 */
export function endOfFence(
	text: string,
	from: number,
	length: number,
	mark: number,
	quote: number,
): number {
	const limit = quote === 0 ? text.length : endOfQuote(text, from + 1);
	const run = length === 3 && mark === BACKTICK ? "```" : String.fromCharCode(mark).repeat(length);
	for (let found = text.indexOf(run, from); found !== -1 && found < limit;) {
		const behind = found + length;
		// Nearly every fence is closed by nothing else on the line.
		const isAlone = text.charCodeAt(found - 1) === BREAK && text.charCodeAt(behind) === BREAK;
		if (isAlone) return behind + 1;
		const start = text.lastIndexOf("\n", found) + 1;
		const end = endOfLine(text, found);
		if (isClosing(text, start, end, mark)) return end + 1;
		found = text.indexOf(run, end);
	}
	return limit;
}

/** Offset behind the line that closes a `$$` block, or of the text's end; `from` is the end of the opening line. */
export function endOfMath(text: string, from: number): number {
	const close = text.indexOf("$$", from);
	return close === -1 ? text.length : endOfLine(text, close) + 1;
}

/** A closing line holds nothing but the marks, behind blanks and quote marks. */
function isClosing(text: string, start: number, end: number, mark: number): boolean {
	let at = start;
	if (text.charCodeAt(at) !== mark) while (at < end && /[\s>]/.test(text.charAt(at))) at++;
	while (at < end && text.charCodeAt(at) === mark) at++;
	while (at < end && /\s/.test(text.charAt(at))) at++;
	return at === end;
}

function endOfQuote(text: string, from: number): number {
	const line = /[ \t]*>.*(?:\n|$)/y;
	let at = from;
	for (;;) {
		line.lastIndex = at;
		if (!line.test(text) || line.lastIndex === at) return Math.min(at, text.length);
		at = line.lastIndex;
	}
}
