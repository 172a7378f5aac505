/**
 * Gives the offset behind the closing quote of the string that opens at `start`, or undefined where none closes it; a backslash takes the
 * next character with it.
 */
export function findStringEnd(text: string, start: number): number | undefined {
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 92) at++;
		else if (code === 34) return at + 1;
	}
	return undefined;
}

/** Gives the offset behind the line that `at` stands on, without its line break. */
export function findLineEnd(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end === -1 ? text.length : end;
}

/**
 * Resolves the escapes of SPL: `\\` and `\"`, and `\|` outside of quotes; a backslash before anything else is itself, so that the escapes
 * of regular expressions stay. Source: Splunk Search Manual, "SPL and regular expressions"; Search Reference, "search".
 */
export function unescapeSpl(text: string, isQuoted: boolean): string {
	if (!text.includes("\\")) return text;
	let result = "";
	let from = 0;
	for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", at + 1)) {
		const next = text[at + 1];
		if (next !== "\\" && next !== '"' && (isQuoted || next !== "|")) continue;
		result += text.slice(from, at);
		from = ++at;
	}
	return result + text.slice(from);
}

/** Gives what stands between the quotes of a string as written; the closing one may be absent. */
export function stripQuotes(text: string): string {
	const isClosed = text.length > 1 && findStringEnd(text, 0) === text.length;
	return text.slice(1, isClosed ? -1 : undefined);
}
