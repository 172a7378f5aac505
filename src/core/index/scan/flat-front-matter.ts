/** A mutable table of properties, in the order of writing. */
type Properties = Record<string, unknown>;

/** Control characters, all blanks but the plain one, surrogates, a carriage return alone. */
const UNUSUAL =
	/[^\n\r\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd]|\r(?!\n)/;
/** `key:` and the most usual values: text in double quotes, a list of plain items, plain text that is text whatever the schema, nothing. */
const LINE =
	/([A-Za-z_][\w-]*(?: [\w-]+)*):(?: +(?:"([^"\n]*)" *|\[([^[\]{}"'\n]*)\] *|([A-Za-z_/(][^#:\r\n]*|\d{4}[-/]\d\d[-/]\d\d *))| *)\r?(?:\n|$)/y;
const KEY = /[A-Za-z_][\w-]*(?: [\w-]+)*:(?=[ \r\n]|$)/y;
const ITEM = / *- /y;
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
		LINE.lastIndex = at;
		const match = LINE.exec(block);
		const end =
			match === null ? readOddLine(block, at, properties) : readLine(block, match, at, properties);
		if (end === undefined) return undefined;
		at = end;
	}
	return properties;
}

/** Takes in a line that `LINE` has matched; gives the offset behind it, undefined where it is not plain enough. */
function readLine(
	block: string,
	match: RegExpExecArray,
	start: number,
	properties: Properties,
): number | undefined {
	const key = match[1] ?? "";
	const quoted = match[2];
	const list = match[3];
	const plain = match[4];
	if (isOddKey(key)) return undefined;
	const end = start + match[0].length;
	if (quoted !== undefined) properties[key] = quoted;
	else if (plain !== undefined) properties[key] = readScalar(plain.trimEnd());
	else if (list !== undefined) {
		const items = readPlainItems(list);
		if (items === undefined) return undefined;
		properties[key] = items;
	} else {
		const found = readItems(block, end);
		if (found === undefined) return undefined;
		properties[key] = found.items.length === 0 ? null : found.items;
		return found.end;
	}
	return end;
}

/** Takes in any other line: a blank one, or a key with another kind of scalar or list. */
function readOddLine(block: string, start: number, properties: Properties): number | undefined {
	const end = endOfLine(block, start);
	KEY.lastIndex = start;
	if (!KEY.test(block)) return block.slice(start, end).trim() === "" ? end + 1 : undefined;
	const key = block.slice(start, KEY.lastIndex - 1);
	const text = block.slice(KEY.lastIndex, end).trim();
	const value = text.charCodeAt(0) === BRACKET ? readFlowList(text) : readScalar(text);
	if (value === undefined || isOddKey(key)) return undefined;
	properties[key] = value;
	return end + 1;
}

/** A key that is no text, or that means something to the engine. */
function isOddKey(key: string): boolean {
	return key === "__proto__" || (key.length < 6 && WORD.test(key));
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
	return /["'[\]{}]/.test(inner) ? readQuotedList(inner) : readPlainItems(inner);
}

// Loops by index in this folder are no habit: most notes are read before the engine has compiled anything, and iterators are slow then.
function readPlainItems(inner: string): unknown[] | undefined {
	const items: unknown[] = inner.split(",");
	if (items.length === 1 && inner.trim() === "") return [];
	for (let at = 0; at < items.length; at++) {
		const value = readScalar(String(items[at]).trim());
		if (value === undefined) return undefined;
		items[at] = value;
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
