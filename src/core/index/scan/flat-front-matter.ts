/** A mutable table of properties, in the order of writing. */
type Properties = Record<string, unknown>;

/** Control characters, all blanks but the plain one, surrogates, a carriage return alone. */
const UNUSUAL =
	/[^\n\r\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd]|\r(?!\n)/;
const KEY = /[A-Za-z_][\w-]*(?: [\w-]+)*:(?=[ \r\n]|$)/y;
const ITEM = / *- /y;
/** Plain scalars that are text whatever the schema, but for the words below. */
const PLAIN_TEXT = /^(?:[A-Za-z_/(][^#:]*|\d{4}[-/]\d\d[-/]\d\d)$/;
const WORD = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;
const ADDRESS = /^https?:\/\/[\w./~%=&?+-]*$/;
const QUOTE = 0x22;
const BRACKET = 0x5b;

/**
 * Reads front matter that is as plain as most is: one property a line, its value a scalar, a flow list of scalars or a block list of
 * scalars.
 *
 * Gives what `parseYaml` would give for the same text, or undefined where anything needs the real parser; it is there because it takes
 * a quarter of the time.
 */
export function readFlatFrontMatter(block: string): Properties | undefined {
	if (UNUSUAL.test(block) || block.includes("\\")) return undefined;
	const properties: Properties = {};
	for (let at = 0; at < block.length;) {
		const end = endOfLine(block, at);
		KEY.lastIndex = at;
		if (!KEY.test(block)) {
			if (block.slice(at, end).trim() !== "") return undefined;
			at = end + 1;
			continue;
		}
		const key = block.slice(at, KEY.lastIndex - 1);
		if (key === "__proto__" || WORD.test(key)) return undefined;
		const text = block.slice(KEY.lastIndex, end).trim();
		at = end + 1;
		if (text !== "") {
			const value = text.charCodeAt(0) === BRACKET ? readFlowList(text) : readScalar(text);
			if (value === undefined) return undefined;
			properties[key] = value;
			continue;
		}
		const list = readItems(block, at);
		if (list === undefined) return undefined;
		properties[key] = list.items.length === 0 ? null : list.items;
		at = list.end;
	}
	return properties;
}

/** The lines `- item` from an offset on, and the offset behind them. */
function readItems(
	block: string,
	from: number,
): { readonly items: unknown[]; readonly end: number } | undefined {
	const items: unknown[] = [];
	let at = from;
	for (let indent = -1; at < block.length;) {
		ITEM.lastIndex = at;
		if (!ITEM.test(block)) break;
		const width = ITEM.lastIndex - at;
		if (indent !== -1 && width !== indent) return undefined;
		indent = width;
		const end = endOfLine(block, at);
		const value = readScalar(block.slice(at + width, end).trim());
		if (value === undefined) return undefined;
		items.push(value);
		at = end + 1;
	}
	return { items, end: at };
}

function readFlowList(text: string): unknown[] | undefined {
	if (!text.endsWith("]")) return undefined;
	const inner = text.slice(1, -1);
	if (/["'[\]{}]/.test(inner)) return readQuotedList(inner);
	if (inner.trim() === "") return [];
	const items: unknown[] = [];
	for (const part of inner.split(",")) {
		const value = readScalar(part.trim());
		if (value === undefined) return undefined;
		items.push(value);
	}
	return items;
}

/** A list whose items are all in double quotes without escapes, as lists of links are written. */
function readQuotedList(inner: string): string[] | undefined {
	if (!/^ *"[^"]*"(?: *, *"[^"]*")* *$/.test(inner)) return undefined;
	return Array.from(inner.matchAll(/"([^"]*)"/g), ([, item = ""]) => item);
}

/** A scalar as the schema of `parseYaml` reads it, undefined where it is not plain enough. */
function readScalar(text: string): string | number | boolean | null | undefined {
	if (text.charCodeAt(0) === QUOTE) {
		const end = text.indexOf('"', 1);
		return end !== -1 && end === text.length - 1 ? text.slice(1, end) : undefined;
	}
	if (PLAIN_TEXT.test(text)) return text.length < 6 && WORD.test(text) ? readWord(text) : text;
	if (NUMBER.test(text)) return text.startsWith("-0") ? undefined : Number(text);
	if (ADDRESS.test(text)) return text;
	const isQuoted =
		text.length > 1 && text.startsWith("'") && text.indexOf("'", 1) === text.length - 1;
	return isQuoted ? text.slice(1, -1) : undefined;
}

function readWord(text: string): boolean | null {
	const word = text.toLowerCase();
	return word === "null" ? null : word === "true";
}

function endOfLine(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end === -1 ? text.length : end;
}
