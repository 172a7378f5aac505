import { readDate } from "../../index/literals/date-literal";
import { readDuration } from "../../index/literals/duration-literal";
import { readBoolean, readNumber, readQuoted } from "../../index/literals/inline-value";
import { endOfName } from "../../index/literals/names";
import { readLink } from "../../index/literals/link-literal";
import { createZoneTable } from "../../index/literals/zones";
import type { Value } from "../../model/value";
import { DATE_WORDS } from "../values/date-words";
import type { Expression } from "./ast";
import type { Cursor } from "./cursor";

/** Reads `[[link]]`, with an `!` before it for an embed. */
export function readLinkLiteral(cursor: Cursor): Expression | undefined {
	return take(cursor, readLink(cursor.text, cursor.at, true));
}

/** Reads a number or a quoted text; gives undefined, with the cursor where it was, where neither starts here. */
export function readPlainLiteral(cursor: Cursor): Expression | undefined {
	const { text, at } = cursor;
	return take(cursor, readNumber(text, at) ?? readQuoted(text, at));
}

/** Reads `true`, `false` or `null`. As in Dataview they are read even where a longer name follows, which then has to be quoted. */
export function readWordLiteral(cursor: Cursor): Expression | undefined {
	const { text, at } = cursor;
	const isNull = text.startsWith("null", at);
	const found = take(cursor, isNull ? { value: null, end: at + 4 } : readBoolean(text, at));
	const end = endOfName(text, at) ?? at;
	if (found !== undefined && end > cursor.at) {
		cursor.expect(`row["${text.slice(at, end)}"] for a field of that name`);
	}
	return found;
}

/** Reads `date(2024-05-01)`, `date(today)` or `dur(7 days)`; with anything else in the brackets these are functions. */
export function readTimeLiteral(cursor: Cursor): Expression | undefined {
	const { text, at } = cursor;
	if (text.startsWith("date(", at)) return inBrackets(cursor, 5, readMomentText);
	if (text.startsWith("dur(", at)) return inBrackets(cursor, 4, readDurationLiteral);
	return undefined;
}

function inBrackets(
	cursor: Cursor,
	length: number,
	read: (cursor: Cursor) => Expression | undefined,
): Expression | undefined {
	const start = cursor.at;
	cursor.at += length;
	cursor.skipBlanks();
	const inner = read(cursor);
	cursor.skipBlanks();
	if (inner !== undefined && cursor.take(")")) {
		return { ...inner, span: { start, end: cursor.at } };
	}
	cursor.at = start;
	return undefined;
}

function readMomentText(cursor: Cursor): Expression | undefined {
	const { text, at } = cursor;
	const word = DATE_WORDS.find((known) => text.startsWith(known, at));
	// Only whether it is a date matters here; which one depends on the zone of the run.
	const reading = { zones: createZoneTable(), zone: "UTC" };
	const end = word === undefined ? readDate(text, at, reading)?.end : at + word.length;
	if (end === undefined) return undefined;
	cursor.at = end;
	return { type: "moment", text: text.slice(at, end), span: { start: at, end } };
}

function readDurationLiteral(cursor: Cursor): Expression | undefined {
	return take(cursor, readDuration(cursor.text, cursor.at));
}

function take(
	cursor: Cursor,
	found: { readonly value: Value; readonly end: number } | undefined,
): Expression | undefined {
	if (found === undefined) return undefined;
	const start = cursor.at;
	cursor.at = found.end;
	return { type: "literal", value: found.value, span: { start, end: found.end } };
}
