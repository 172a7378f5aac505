import { dateAt, dateOf, daysInMonth, isInCalendar, MIDNIGHT } from "../../index/literals/calendar";
import type { DateValue } from "../../model/value";
import { splitPattern } from "./format-date";
import type { Moment } from "./date-words";
import type { NameWidth, TextStyle } from "./text-style";

/** What the pieces of a text said. */
interface Parts {
	year?: number;
	month?: number;
	day?: number;
	hour?: number;
	minute?: number;
	second?: number;
	millisecond?: number;
	ordinal?: number;
	/** 0 for the first half of the day, 12 for the second. */
	half?: number;
	/** Minutes east of UTC. */
	offset?: number;
	epoch?: number;
}

type Apply = (parts: Parts, text: string) => void;

const number =
	(key: keyof Parts): Apply =>
	(parts, text) =>
		void (parts[key] = Number(text));

/** Digits that each token takes, and what they are (luxon 3's table). */
const NUMBERS: ReadonlyMap<string, readonly [pattern: string, apply: Apply]> = new Map([
	["y", ["\\d{1,6}", number("year")]],
	["yy", ["\\d{2}", (parts, text) => void (parts.year = fullYear(Number(text)))]],
	["yyyy", ["\\d{4}", number("year")]],
	["yyyyy", ["\\d{4,6}", number("year")]],
	["yyyyyy", ["\\d{6}", number("year")]],
	["M", ["\\d{1,2}", number("month")]],
	["MM", ["\\d{2}", number("month")]],
	["L", ["\\d{1,2}", number("month")]],
	["LL", ["\\d{2}", number("month")]],
	["d", ["\\d{1,2}", number("day")]],
	["dd", ["\\d{2}", number("day")]],
	["o", ["\\d{1,3}", number("ordinal")]],
	["ooo", ["\\d{3}", number("ordinal")]],
	["H", ["\\d{1,2}", number("hour")]],
	["HH", ["\\d{2}", number("hour")]],
	["h", ["\\d{1,2}", number("hour")]],
	["hh", ["\\d{2}", number("hour")]],
	["m", ["\\d{1,2}", number("minute")]],
	["mm", ["\\d{2}", number("minute")]],
	["s", ["\\d{1,2}", number("second")]],
	["ss", ["\\d{2}", number("second")]],
	["S", ["\\d{1,3}", number("millisecond")]],
	["SSS", ["\\d{3}", number("millisecond")]],
	["u", ["\\d{1,9}", (parts, text) => void (parts.millisecond = thousandths(text))]],
	["X", ["-?\\d+", (parts, text) => void (parts.epoch = Number(text) * 1000)]],
	["x", ["-?\\d+", number("epoch")]],
	["Z", ["[+-]\\d{1,2}(?::\\d{2})?", setOffset]],
	["ZZ", ["[+-]\\d{1,2}(?::\\d{2})?", setOffset]],
	["ZZZ", ["[+-]\\d{1,2}(?:\\d{2})?", setOffset]],
]);

const WIDTHS: ReadonlyMap<number, NameWidth> = new Map([
	[3, "short"],
	[4, "long"],
]);

/** Reads a text by a pattern of luxon 3's tokens; undefined where it does not fit, is no day, or a token is not known. */
export function parseDateFormat(
	text: string,
	pattern: string,
	moment: Moment,
	style: TextStyle,
): DateValue | undefined {
	const parts: Parts = {};
	let at = 0;
	for (const { text: piece, isToken } of splitPattern(pattern)) {
		const end = isToken ? readToken(piece, text, at, parts, style) : endOfPlain(piece, text, at);
		if (end === undefined) return undefined;
		at = end;
	}
	return at === text.length ? toDate(parts, moment) : undefined;
}

function endOfPlain(piece: string, text: string, at: number): number | undefined {
	return text.startsWith(piece, at) ? at + piece.length : undefined;
}

function readToken(
	token: string,
	text: string,
	at: number,
	parts: Parts,
	style: TextStyle,
): number | undefined {
	const known = NUMBERS.get(token);
	if (known !== undefined) {
		const pattern = new RegExp(known[0], "y");
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		if (found === undefined) return undefined;
		known[1](parts, found);
		return at + found.length;
	}
	const names = namesOf(token, style);
	const rest = text.slice(at).toLowerCase();
	const index = names.findIndex((name) => rest.startsWith(name.toLowerCase()));
	if (index === -1) return undefined;
	if (token === "a") parts.half = index * 12;
	else if (/^[ML]/.test(token)) parts.month = index + 1;
	return at + (names[index]?.length ?? 0);
}

function namesOf(token: string, style: TextStyle): string[] {
	if (token === "a") return [style.meridiem(0), style.meridiem(12)];
	const width = WIDTHS.get(token.length);
	if (width === undefined) return [];
	if (/^[ML]/.test(token)) return count(12).map((month) => style.month(month, width));
	return /^[Ec]/.test(token) ? count(7).map((day) => style.weekday(day, width)) : [];
}

function count(length: number): number[] {
	return Array.from({ length }, (_, at) => at + 1);
}

function toDate(parts: Parts, moment: Moment): DateValue | undefined {
	const { zones, zone, now } = moment;
	if (parts.epoch !== undefined) {
		return isInCalendar(parts.epoch) ? dateOf(zones, zone, parts.epoch) : undefined;
	}
	const today = new Date(now);
	const isDated = parts.year !== undefined || parts.month !== undefined || parts.day !== undefined;
	const year = parts.year ?? today.getUTCFullYear();
	const month = parts.month ?? (isDated || parts.ordinal ? 1 : today.getUTCMonth() + 1);
	const day = parts.ordinal ?? parts.day ?? (isDated ? 1 : today.getUTCDate());
	const hour = hourOf(parts);
	const { minute = 0, second = 0, millisecond = 0 } = parts;
	const isReal =
		month >= 1 && month <= 12 && day >= 1 && (parts.ordinal ?? day <= daysInMonth(year, month));
	if (!isReal || hour > 24 || minute > 59 || second > 59) return undefined;
	const time = { ...MIDNIGHT, year, month, day, hour, minute, second, millisecond };
	if (parts.offset === undefined) return dateAt(zones, zone, time);
	const utc = dateAt(zones, "UTC", time);
	return dateOf(zones, zone, utc.ms - parts.offset * 60_000);
}

function hourOf(parts: Parts): number {
	const hour = parts.hour ?? 0;
	return parts.half === undefined ? hour : (hour % 12) + parts.half;
}

/** Two digits are of this century up to 60, of the last above (luxon 3's cutoff). */
function fullYear(year: number): number {
	return year > 60 ? 1900 + year : 2000 + year;
}

function thousandths(digits: string): number {
	return Math.floor(Number(`0.${digits}`) * 1000);
}

function setOffset(parts: Parts, text: string): void {
	const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
	const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0);
	parts.offset = match?.[1] === "-" ? -minutes : minutes;
}
