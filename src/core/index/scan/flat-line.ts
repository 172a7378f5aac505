/** A property that is one line of front matter; its value is undefined where it may stand on the lines behind. */
export interface FlatProperty {
	readonly key: string;
	readonly value: Scalar | readonly Scalar[] | undefined;
}

/** What plain YAML has for values. */
export type Scalar = string | number | boolean | null;

const KEY = /^[A-Za-z_][\w-]*(?: [\w-]+)*:(?: |$)/;
/** What is text whatever the schema; no number has two hyphens. */
const PLAIN_TEXT = /^(?:[A-Za-z_/(](?:[^#:]|:(?=\S))*|\d[\w.]*-[\w.]*-[\w.-]*|\d{4}\/\d\d\/\d\d)$/;
const WORD = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;
/** An item of a flow list, with the comma or the end behind it. */
const FLOW_ITEM = / *(?:"([^"]*)" *|([^ "'[\]{},][^"'[\]{},]*))(?:,|$)/y;
const QUOTE = 0x22;
const BRACKET = 0x5b;

/** Reads a line `key: value` of front matter, with a scalar or a flow list of scalars; undefined where it is not as plain as that. */
export function readFlatLine(line: string): FlatProperty | undefined {
	const match = KEY.exec(line);
	if (match === null) return undefined;
	const key = line.slice(0, line.indexOf(":"));
	// The first means something to the engine, the others are no text.
	if (key === "__proto__" || (key.length < 6 && WORD.test(key))) return undefined;
	const text = line.slice(match[0].length).trim();
	if (text === "") return { key, value: undefined };
	const value = text.charCodeAt(0) === BRACKET ? readFlowList(text) : readScalar(text);
	return value === undefined ? undefined : { key, value };
}

function readFlowList(text: string): Scalar[] | undefined {
	if (!text.endsWith("]")) return undefined;
	const inner = text.slice(1, -1);
	if (inner.trim() === "") return [];
	return /["'[\]{}]/.test(inner) ? readMixedItems(inner) : readPlainItems(inner);
}

function readPlainItems(inner: string): Scalar[] | undefined {
	const items: Scalar[] = inner.split(",");
	for (let at = 0; at < items.length; at++) {
		const value = readScalar(String(items[at]).trim());
		if (value === undefined) return undefined;
		items[at] = value;
	}
	return items;
}

/** Items of which some are in double quotes without escapes, as links and names with commas are written. */
function readMixedItems(inner: string): Scalar[] | undefined {
	const items: Scalar[] = [];
	for (let at = 0; at < inner.length; at = FLOW_ITEM.lastIndex) {
		FLOW_ITEM.lastIndex = at;
		const match = FLOW_ITEM.exec(inner);
		if (match === null) return undefined;
		const [, quoted, plain = ""] = match;
		const value = quoted === undefined ? readScalar(plain.trimEnd()) : quoted;
		if (value === undefined) return undefined;
		items.push(value);
	}
	return items;
}

/** Reads a scalar as the schema of `parseYaml` has it; undefined where it is not plain enough. */
export function readScalar(text: string): Scalar | undefined {
	if (text.charCodeAt(0) === QUOTE) {
		const end = text.indexOf('"', 1);
		return end !== -1 && end === text.length - 1 ? text.slice(1, end) : undefined;
	}
	if (PLAIN_TEXT.test(text)) {
		return text.length < 6 && WORD.test(text) ? readWord(text) : text;
	}
	if (NUMBER.test(text)) return Number(text);
	const isQuoted =
		text.length > 1 && text.startsWith("'") && text.indexOf("'", 1) === text.length - 1;
	return isQuoted ? text.slice(1, -1) : undefined;
}

function readWord(text: string): boolean | null {
	const word = text.toLowerCase();
	return word === "null" ? null : word === "true";
}
