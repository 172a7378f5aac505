import { isEscaped } from "../syntax/is-escaped";

/** Gives the offset behind a quoted YAML scalar whose first quote stands at `at`; `end` where it is not closed. */
export function skipQuoted(text: string, at: number, end: number): number {
	const quote = text.charAt(at);
	let next = at;
	while ((next = text.indexOf(quote, next + 1)) !== -1 && next < end) {
		if (quote === "'" && text[next + 1] === "'") next++;
		else if (quote === "'" || !isEscaped(text, next)) return next + 1;
	}
	return end;
}

/** Gives the offset of the line's end, without its break. */
export function lineEnd(text: string, at: number, end: number): number {
	const found = text.indexOf("\n", at);
	const stop = found === -1 || found > end ? end : found;
	return stop > at && text[stop - 1] === "\r" ? stop - 1 : stop;
}

/** Gives the offset behind a block scalar (`|`, `>`) whose header stands at `at`: all lines that are empty or deeper than `parentIndent`. */
export function skipBlockScalar(
	text: string,
	at: number,
	parentIndent: number,
	end: number,
): number {
	let last = lineEnd(text, at, end);
	for (let start = text.indexOf("\n", last); start !== -1 && start < end;) {
		const first = skipSpaces(text, start + 1, end);
		const stop = lineEnd(text, first, end);
		if (first < stop) {
			if (first - start - 1 <= parentIndent) return last;
			last = stop;
		}
		start = text.indexOf("\n", stop);
	}
	return last;
}

/** Gives the offset behind a plain scalar that starts at `at`, with the deeper lines that continue it. */
export function skipPlain(text: string, at: number, parentIndent: number, end: number): number {
	let { stop, isClosed } = plainLine(text, at, end);
	for (let start = text.indexOf("\n", stop); !isClosed && start !== -1 && start < end;) {
		const first = skipSpaces(text, start + 1, end);
		if (first >= end) return stop;
		if (first < lineEnd(text, first, end)) {
			if (first - start - 1 <= parentIndent || text[first] === "#") return stop;
			({ stop, isClosed } = plainLine(text, first, end));
			start = text.indexOf("\n", stop);
		} else start = text.indexOf("\n", first);
	}
	return stop;
}

/** Gives the offset of the first character that is no blank. */
export function skipSpaces(text: string, at: number, end: number): number {
	let next = at;
	while (next < end && (text[next] === " " || text[next] === "\t")) next++;
	return next;
}

/** The end of one line of a plain scalar, and whether a comment closes the scalar there. */
function plainLine(
	text: string,
	at: number,
	end: number,
): { readonly stop: number; readonly isClosed: boolean } {
	const full = lineEnd(text, at, end);
	const line = text.slice(at, full);
	let stop = full;
	for (let hash = line.indexOf("#"); hash !== -1; hash = line.indexOf("#", hash + 1)) {
		if (hash > 0 && !/[ \t]/.test(line.charAt(hash - 1))) continue;
		stop = at + hash;
		break;
	}
	const isClosed = stop < full;
	while (stop > at && (text[stop - 1] === " " || text[stop - 1] === "\t")) stop--;
	return { stop, isClosed };
}
