/** One token of a YARA-L text; comments and white space have none. */
export interface YaraLToken {
	readonly kind: "word" | "string" | "raw" | "regex" | "number" | "symbol";
	/** UTF-16 offsets in the text. */
	readonly start: number;
	readonly end: number;
}

/**
 * White space · line comment · start of a block comment · string · raw string · number · word (with a sigil: `$e`, `#e`, `%list`) · anything
 * else, one character.
 */
const TOKEN =
	/(\s+)|(\/\/[^\n]*)|(\/\*)|("[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?)|(`[^`]*`?)|(\d[\w.]*)|([$#%]?[A-Z_a-z]\w*)|(.)/sy;

/** A regular expression literal, on one line. */
const REGEX = /\/(?:[^/\\\n]|\\[^\n])+\//y;

/** What a regular expression literal can follow; after anything else `/` divides. */
const BEFORE_REGEX = new Set(["=", "(", ",", "~"]);
const WORDS_BEFORE_REGEX = new Set(["in", "or", "and", "not"]);

/**
 * Reads a YARA-L 2 text into tokens, in one pass; nothing in it is an error. A string that is not closed ends with its line, a raw
 * string or a block comment with the text. Source: Google SecOps, YARA-L 2.0 language syntax.
 */
export function scanYaraL(text: string): readonly YaraLToken[] {
	const tokens: YaraLToken[] = [];
	const pattern = new RegExp(TOKEN);
	const regex = new RegExp(REGEX);
	let previous = "";
	while (pattern.lastIndex < text.length) {
		const start = pattern.lastIndex;
		const match = pattern.exec(text);
		if (match === null) break;
		const [whole, space, line, block, string, raw, number, word] = match;
		if (block !== undefined) {
			const close = text.indexOf("*/", start + 2);
			pattern.lastIndex = close === -1 ? text.length : close + 2;
			continue;
		}
		if (space !== undefined || line !== undefined) continue;
		let end = pattern.lastIndex;
		let kind: YaraLToken["kind"] = "symbol";
		if (string !== undefined) kind = "string";
		else if (raw !== undefined) kind = "raw";
		else if (number !== undefined) kind = "number";
		else if (word !== undefined) kind = "word";
		else if (whole === "/" && (BEFORE_REGEX.has(previous) || WORDS_BEFORE_REGEX.has(previous))) {
			regex.lastIndex = start;
			if (regex.test(text)) {
				kind = "regex";
				end = regex.lastIndex;
				pattern.lastIndex = end;
			}
		}
		tokens.push({ kind, start, end });
		previous = kind === "word" || kind === "symbol" ? whole : "";
	}
	return tokens;
}
