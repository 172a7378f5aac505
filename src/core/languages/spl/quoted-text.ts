const QUOTE_OR_BACKSLASH = /["\\]/g;

/**
 * Gives the offset behind the closing quote of the string that opens at `start`, or undefined where none closes it; a backslash takes the
 * next character with it.
 */
export function findStringEnd(text: string, start: number): number | undefined {
	QUOTE_OR_BACKSLASH.lastIndex = start + 1;
	while (QUOTE_OR_BACKSLASH.test(text)) {
		const behind = QUOTE_OR_BACKSLASH.lastIndex;
		if (text.charCodeAt(behind - 1) === 34) return behind;
		QUOTE_OR_BACKSLASH.lastIndex = behind + 1;
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

/**
 * Gives the offset behind the text that opens at `start` between bent quotation marks, as word processors make them; undefined where none
 * closes in its line.
 */
export function findBentEnd(text: string, start: number): number | undefined {
	const code = text.charCodeAt(start);
	if (code < 0x201c || code > 0x201f) return undefined;
	const bent = /[\u201C-\u201F][^"\u201C-\u201F\n]*["\u201C-\u201F]/y;
	bent.lastIndex = start;
	return bent.test(text) ? bent.lastIndex : undefined;
}

/** Gives what stands between the quotes of a string as written, bent ones too; the closing one may be absent. */
export function stripQuotes(text: string): string {
	if (findBentEnd(text, 0) === text.length) return text.slice(1, -1);
	const endsInQuote = text.length > 1 && text.charCodeAt(text.length - 1) === 34;
	const isClosed = endsInQuote && (!text.includes("\\") || findStringEnd(text, 0) === text.length);
	return text.slice(1, isClosed ? -1 : undefined);
}
