import { calendarOf, type CalendarTime } from "../../index/literals/calendar";
import type { DateValue } from "../../model/value";
import { formatLocalToken } from "./format-local-date";
import { ordinalDay, weekOf } from "./iso-week";
import { weekdayOf } from "./date-words";
import type { NameWidth, TextStyle } from "./text-style";

/** Writes a date by a pattern of luxon 3's tokens; text in single quotes stays, and so does what is no token. */
export function formatDate(date: DateValue, pattern: string, style: TextStyle): string {
	const time = calendarOf(date);
	return splitPattern(pattern)
		.map(({ text, isToken }) => (isToken ? formatToken(text, date, time, style) : text))
		.join("");
}

/** A pattern's pieces: runs of one letter are tokens. */
export function splitPattern(
	pattern: string,
): readonly { readonly text: string; readonly isToken: boolean }[] {
	const pieces: { text: string; isToken: boolean }[] = [];
	for (const [whole, quoted, run] of pattern.matchAll(/'([^']*)'?|(([A-Za-z])\3*)|[^A-Za-z']/g)) {
		if (run !== undefined) pieces.push({ text: run, isToken: true });
		else pieces.push({ text: quoted ?? whole, isToken: false });
	}
	return pieces;
}

function formatToken(token: string, date: DateValue, time: CalendarTime, style: TextStyle): string {
	return (
		formatClock(token, time, style) ??
		formatDay(token, time, style) ??
		formatYear(token, time) ??
		formatZone(token, date, style) ??
		formatLocalToken(token, date, style) ??
		token
	);
}

function formatClock(token: string, time: CalendarTime, style: TextStyle): string | undefined {
	const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
	switch (token) {
		case "S":
			return String(time.millisecond);
		case "u":
		case "SSS":
			return pad(time.millisecond, 3);
		case "uu":
			return pad(Math.floor(time.millisecond / 10), 2);
		case "uuu":
			return String(Math.floor(time.millisecond / 100));
		case "s":
		case "ss":
			return pad(time.second, token.length);
		case "m":
		case "mm":
			return pad(time.minute, token.length);
		case "h":
		case "hh":
			return pad(hour, token.length);
		case "H":
		case "HH":
			return pad(time.hour, token.length);
		case "a":
			return style.meridiem(time.hour);
		default:
			return undefined;
	}
}

const WIDTHS: ReadonlyMap<number, NameWidth> = new Map([
	[3, "short"],
	[4, "long"],
	[5, "narrow"],
]);

function formatDay(token: string, time: CalendarTime, style: TextStyle): string | undefined {
	const { length } = token;
	const width = WIDTHS.get(length);
	switch (token.charAt(0)) {
		case "d":
			return length < 3 ? pad(time.day, length) : undefined;
		case "c":
		case "E":
			if (length === 1) return String(weekdayOf(time));
			return width && style.weekday(weekdayOf(time), width);
		case "L":
		case "M":
			if (length < 3) return pad(time.month, length);
			return width && style.month(time.month, width);
		case "W":
			return length < 3 ? pad(weekOf(time).week, length) : undefined;
		case "o":
			return length === 1 || length === 3 ? pad(ordinalDay(time), length) : undefined;
		case "q":
			return length < 3 ? pad(Math.ceil(time.month / 3), length) : undefined;
		default:
			return undefined;
	}
}

function formatYear(token: string, time: CalendarTime): string | undefined {
	switch (token) {
		case "y":
			return String(time.year);
		case "yy":
			return pad(time.year, 4).slice(-2);
		case "yyyy":
			return pad(time.year, 4);
		case "yyyyyy":
			return pad(time.year, 6);
		case "kk":
			return pad(weekOf(time).year, 4).slice(-2);
		case "kkkk":
			return pad(weekOf(time).year, 4);
		case "G":
			return time.year > 0 ? "AD" : "BC";
		case "GG":
			return time.year > 0 ? "Anno Domini" : "Before Christ";
		case "GGGGG":
			return time.year > 0 ? "A" : "B";
		default:
			return undefined;
	}
}

function formatZone(token: string, date: DateValue, style: TextStyle): string | undefined {
	switch (token) {
		case "X":
			return String(Math.floor(date.ms / 1000));
		case "x":
			return String(date.ms);
		case "Z":
		case "ZZ":
		case "ZZZ":
			return formatOffset(date.offset, token.length);
		case "ZZZZ":
		case "ZZZZZ":
			return zoneName(date, style, token.length === 4 ? "short" : "long");
		case "z":
			return date.zone;
		default:
			return undefined;
	}
}

/** `+5`, `+05:30`, `+0530` for one, two and three letters. */
function formatOffset(offset: number, letters: number): string {
	const sign = offset < 0 ? "-" : "+";
	const hours = Math.floor(Math.abs(offset) / 60);
	const minutes = Math.abs(offset) % 60;
	if (letters === 1) return `${sign}${hours}${minutes === 0 ? "" : `:${minutes}`}`;
	return `${sign}${pad(hours, 2)}${letters === 2 ? ":" : ""}${pad(minutes, 2)}`;
}

function zoneName(date: DateValue, style: TextStyle, width: "short" | "long"): string {
	if (date.zone.startsWith("UTC")) return date.zone;
	const day = style.localDate(date.ms, date.zone, { day: "2-digit", timeZoneName: width });
	return day.replace(/^\d+,?\s*/, "");
}

function pad(number: number, length: number): string {
	const digits = String(Math.abs(number)).padStart(length, "0");
	return number < 0 ? `-${digits}` : digits;
}
