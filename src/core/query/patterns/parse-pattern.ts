import type { Pattern, PatternNode } from "./pattern-tree";

/** Deeper groups are left to the engine. */
const DEEPEST = 50;

const UNIT =
	/\\(?:[dDwWsStnrfv]|0(?!\d)|c[A-Za-z]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|[^A-Za-z\d])|\[(?:\\.|[^\]\\])*\]|[^\\()[\]{}*+?^$|]|[\]{}]/sy;
const QUANTIFIER = /(?:[*+?]|\{(\d{1,4})(?:(,)(\d{0,4}))?\})(\?)?/y;
const GROUP = /\((?:\?(?::|<([A-Za-z_]\w*)>))?/y;

/** What reads a pattern, and where it is. */
interface Reader {
	readonly source: string;
	at: number;
	depth: number;
	groups: number;
	readonly names: Map<string, number>;
}

/**
 * Takes a regular expression apart (ECMAScript syntax without flags). Gives undefined for what cannot be matched in linear time
 * (back references, lookahead, lookbehind) and for what is no pattern.
 */
export function parsePattern(source: string): Pattern | undefined {
	const reader: Reader = { source, at: 0, depth: 0, groups: 0, names: new Map() };
	const root = readChoice(reader);
	if (root === undefined || reader.at < source.length) return undefined;
	return { root, groups: reader.groups, names: reader.names };
}

function readChoice(reader: Reader): PatternNode | undefined {
	if (++reader.depth > DEEPEST) return undefined;
	const options: PatternNode[] = [];
	do {
		const option = readSequence(reader);
		if (option === undefined) return undefined;
		options.push(option);
	} while (take(reader, "|"));
	reader.depth--;
	const [first] = options;
	return options.length === 1 ? first : { type: "choice", options };
}

function readSequence(reader: Reader): PatternNode | undefined {
	const parts: PatternNode[] = [];
	while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at))) {
		const part = readPart(reader);
		if (part === undefined) return undefined;
		parts.push(part);
	}
	return { type: "sequence", parts };
}

function readPart(reader: Reader): PatternNode | undefined {
	if (take(reader, "^")) return { type: "anchor", anchor: "start" };
	if (take(reader, "$")) return { type: "anchor", anchor: "end" };
	if (take(reader, "\\b")) return { type: "anchor", anchor: "border" };
	if (take(reader, "\\B")) return { type: "anchor", anchor: "no-border" };
	const atom = readGroup(reader) ?? readUnit(reader);
	return atom === undefined ? undefined : readQuantifier(reader, atom);
}

function readGroup(reader: Reader): PatternNode | undefined {
	const opening = match(reader, GROUP);
	if (opening === undefined) return undefined;
	const catches = opening[0] !== "(?:";
	const number = catches ? ++reader.groups : null;
	const name = opening[1];
	if (name !== undefined && number !== null) reader.names.set(name, number);
	const inner = readChoice(reader);
	return inner !== undefined && take(reader, ")") ? { type: "group", number, inner } : undefined;
}

function readUnit(reader: Reader): PatternNode | undefined {
	const source = match(reader, UNIT)?.[0];
	return source === undefined ? undefined : { type: "unit", source };
}

function readQuantifier(reader: Reader, inner: PatternNode): PatternNode {
	const found = match(reader, QUANTIFIER);
	if (found === undefined) return inner;
	const [whole, least, comma, most] = found;
	const isGreedy = found[4] === undefined;
	const sign = whole.charAt(0);
	if (sign !== "{") {
		const max = sign === "?" ? 1 : Infinity;
		return { type: "repeat", inner, min: sign === "+" ? 1 : 0, max, isGreedy };
	}
	const min = Number(least);
	const max =
		comma === undefined ? min : most === undefined || most === "" ? Infinity : Number(most);
	return { type: "repeat", inner, min, max, isGreedy };
}

function take(reader: Reader, text: string): boolean {
	if (!reader.source.startsWith(text, reader.at)) return false;
	reader.at += text.length;
	return true;
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
	pattern.lastIndex = reader.at;
	const found = pattern.exec(reader.source);
	if (found === null) return undefined;
	reader.at = pattern.lastIndex;
	return found;
}
