const ESCAPES: ReadonlyMap<string, string> = new Map([
	["b", "\b"],
	["t", "\t"],
	["n", "\n"],
	["f", "\f"],
	["r", "\r"],
	['"', '"'],
	["'", "'"],
	["\\", "\\"],
]);

/**
 * Gives the text of an EQL string literal: `"…"` and `'…'` with escapes (also `\u{1f}`), `"""…"""` and the older `?"…"` raw. An unknown escape
 * stays as written.
 */
export function readEqlString(written: string): string {
	if (written.startsWith('"""')) {
		const isTripled = written.length > 5 && written.endsWith('"""');
		return written.slice(3, isTripled ? -3 : undefined);
	}
	const isRaw = written.startsWith("?");
	const quote = written.charAt(isRaw ? 1 : 0);
	const from = isRaw ? 2 : 1;
	const isClosed = written.length > from && written.endsWith(quote);
	const inner = written.slice(from, isClosed ? -1 : undefined);
	if (!inner.includes("\\")) return inner;
	if (isRaw) return inner.replaceAll(`\\${quote}`, quote);
	return inner.replace(/\\(?:u\{([0-9a-f]{1,6})\}|[^u])/gi, (escape, code: string | undefined) => {
		if (code === undefined) return ESCAPES.get(escape.charAt(1)) ?? escape;
		const point = parseInt(code, 16);
		return point > 0x10ffff ? escape : String.fromCodePoint(point);
	});
}

/** Gives a field's name without the mark of an optional one and without the backticks that only quote. */
export function readEqlName(written: string): string {
	const name = written.startsWith("?") ? written.slice(1) : written;
	if (!name.includes("`")) return name;
	return name.replace(/`((?:[^`]|``)*)(?:`|$)/g, (_, inner: string) => inner.replaceAll("``", "`"));
}
