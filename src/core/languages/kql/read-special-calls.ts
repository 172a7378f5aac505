import type { KqlExpression, KqlLiteral } from "./kql-tree";
import { decodeKqlBoolean, decodeKqlNumber, decodeKqlString } from "./kql-literals";
import type { KqlReader } from "./kql-reader";
import { readSchema } from "./read-schema";

/** Types whose name in front of brackets makes a literal: `datetime(2022-01-01)`. */
const LITERAL_TYPES: ReadonlySet<string> = new Set(
	"datetime date timespan time guid bool boolean int long real double decimal".split(" "),
);

/**
 * Reads calls whose brackets hold something other than arguments: literals, `dynamic`, `datatable` and `externaldata`. The cursor stands at
 * the opening bracket; undefined where the name is none of these.
 */
export function readSpecialCall(
	reader: KqlReader,
	name: string,
	start: number,
): KqlExpression | undefined {
	if (LITERAL_TYPES.has(name) && isRaw(reader)) return readTypedLiteral(reader, start);
	switch (name) {
		case "dynamic":
			return readDynamic(reader, start);
		case "datatable":
			return readRows(reader, start, true);
		case "externaldata":
		case "external_data":
			return readRows(reader, start, false);
		default:
			return undefined;
	}
}

/** Whether the brackets at the cursor hold no brackets; a literal is short. */
function isRaw({ cursor }: KqlReader): boolean {
	for (let ahead = 1; ahead < 24; ahead++) {
		if (cursor.is("(", ahead) || cursor.is(";", ahead)) return false;
		if (cursor.is(")", ahead)) return true;
	}
	return false;
}

/** What stands in the brackets is kept as written: a point in time has no other spelling in a condition. */
function readTypedLiteral(reader: KqlReader, start: number): KqlExpression {
	const { cursor } = reader;
	cursor.take();
	const from = cursor.offset;
	let only = cursor.peek();
	let count = 0;
	for (; !cursor.isAtEnd && !cursor.is(")") && !cursor.is(";"); count++) cursor.take();
	const text = cursor.text.slice(from, Math.max(from, cursor.lastEnd));
	if (count !== 1) only = undefined;
	cursor.expect(")");
	return {
		kind: "literal",
		value: decodeTyped(only?.kind, text),
		start,
		end: reader.endFrom(start),
	};
}

function decodeTyped(kind: string | undefined, text: string): string | number | boolean | null {
	if (kind === "string") return decodeKqlString(text) ?? text;
	if (kind === "number") return decodeKqlNumber(text);
	if (text === "null") return null;
	const number = /^-\d/.test(text) ? decodeKqlNumber(text.slice(1)) : text;
	return typeof number === "number" ? -number : (decodeKqlBoolean(text) ?? text);
}

function readDynamic(reader: KqlReader, start: number): KqlExpression {
	const { cursor } = reader;
	cursor.take();
	const entries: KqlLiteral[] = [];
	const single = cursor.peek();
	const isList = cursor.is("[");
	const isFlat = cursor.is(")") || reader.nested((inner) => readJson(inner, entries), false);
	reader.close(")");
	const span = reader.spanFrom(start);
	const [first] = entries;
	if (!isList && isFlat && entries.length === 1 && single?.kind !== "symbol" && first !== undefined)
		return { ...first, ...span };
	return { kind: "dynamic", entries: isList && isFlat ? entries : null, ...span };
}

/** Reads a JSON value and gathers its constants; gives whether it is one or a list of them. */
function readJson(reader: KqlReader, entries: KqlLiteral[]): boolean {
	const { cursor } = reader;
	if (cursor.eat("[")) {
		const flat = reader.list("]", (inner) => {
			const isConstant = !inner.cursor.is("[") && !inner.cursor.is("{");
			return inner.nested((item) => readJson(item, entries), false) && isConstant;
		});
		return flat.every((isConstant) => isConstant);
	}
	if (cursor.eat("{")) {
		reader.list("}", (inner) => {
			inner.cursor.take();
			inner.cursor.expect(":");
			return inner.nested((item) => readJson(item, entries), false);
		});
		return false;
	}
	const value = reader.expression();
	if (value.kind === "literal") entries.push(value);
	else if (value.kind === "name" && value.name === "null")
		entries.push({ kind: "literal", value: null, start: value.start, end: value.end });
	else return false;
	return true;
}

function readRows(reader: KqlReader, start: number, hasCells: boolean): KqlExpression {
	const { cursor } = reader;
	const columns = readSchema(reader).map(({ name }) => name);
	const cells = reader.bracketed("[", "]", (inner) => inner.expression());
	if (!hasCells && cursor.is("(", 1) && cursor.eatWord("with"))
		reader.bracketed("(", ")", (inner) => {
			inner.cursor.take();
			if (inner.cursor.eat("=")) inner.expression();
		});
	return {
		kind: "rows",
		columns,
		cells: hasCells ? cells : null,
		start,
		end: reader.endFrom(start),
	};
}
