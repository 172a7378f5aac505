import {
	calendarOf,
	dateAt,
	dateOf,
	daysInMonth,
	isLeapYear,
	MIDNIGHT,
	type CalendarTime,
} from "../../index/literals/calendar";
import type { DateValue } from "../../model/value";
import { splitPattern } from "./format-date";
import { dateTokenOf, type DateParts, type DateToken } from "./date-tokens";
import { weekdayOf, type Moment } from "./date-words";
import { weekOf, weeksIn } from "./iso-week";
import type { TextStyle } from "./text-style";

/** The tokens that stand for a whole date or time, in American English (luxon 3's macros, ECMA-402). */
const MACROS: ReadonlyMap<string, string> = new Map([
	["D", "M/d/yyyyy"],
	["DD", "MMM d, yyyyy"],
	["DDD", "MMMM d, yyyyy"],
	["DDDD", "EEEE, MMMM d, yyyyy"],
	["t", "h:mm a"],
	["tt", "h:mm:ss a"],
	["T", "HH:mm"],
	["TT", "HH:mm:ss"],
	["f", "M/d/yyyyy, h:mm a"],
	["ff", "MMM d, yyyyy, h:mm a"],
	["F", "M/d/yyyyy, h:mm:ss a"],
	["FF", "MMM d, yyyyy, h:mm:ss a"],
]);

/** Reads a text by a pattern of luxon 3's tokens; undefined where it does not fit or is no day and time. */
export function parseDateFormat(
	text: string,
	pattern: string,
	moment: Moment,
	style: TextStyle,
): DateValue | undefined {
	const tokens: DateToken[] = [];
	let source = "";
	for (const piece of splitPattern(expandMacros(pattern))) {
		const token = piece.isToken ? dateTokenOf(piece.text, style) : undefined;
		if (token === undefined) source += escape(piece.text);
		else {
			tokens.push(token);
			source += `(${token.pattern})`;
		}
	}
	const match = new RegExp(`^${source}$`, "i").exec(text);
	if (match === null) return undefined;
	const parts: DateParts = {};
	tokens.forEach((token, at) => {
		token.apply(parts, match[at + 1] ?? "");
	});
	return toDate(parts, moment);
}

function expandMacros(pattern: string): string {
	return splitPattern(pattern)
		.map(({ text, isToken }) => {
			if (isToken) return MACROS.get(text) ?? text;
			return /['A-Za-z]/.test(text) ? `'${text}'` : text;
		})
		.join("");
}

function escape(text: string): string {
	return text
		.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
		.replace(/[ \u00a0\u202f]/g, "[ \u00a0\u202f]");
}

function toDate(parts: DateParts, moment: Moment): DateValue | undefined {
	const { zones, zone, now } = moment;
	const own = parts.zone ?? (parts.offset === undefined ? zone : "UTC");
	if (!zones.isZone(own)) return undefined;
	const today = calendarOf(dateOf(zones, own, now));
	const day = dayFrom(parts, today);
	const clock = clockFrom(parts, today, day === today);
	if (day === undefined || clock === undefined) return undefined;
	const weekday = parts.week === undefined ? parts.weekday : undefined;
	if (weekday !== undefined && weekdayOf(day) !== weekday) return undefined;
	const time = { ...day, ...clock };
	const read = dateAt(zones, own, time);
	const shift = parts.zone === undefined ? (parts.offset ?? 0) : 0;
	return dateOf(zones, zone, read.ms - shift * 60_000);
}

/** The day that the parts mean; `today` itself where they say nothing of it. What is larger than all they say is today's. */
function dayFrom(parts: DateParts, today: CalendarTime): CalendarTime | undefined {
	if (parts.weekYear !== undefined || parts.week !== undefined) return dayOfWeek(parts, today);
	const year = parts.era === 0 && parts.year !== undefined ? -parts.year : parts.year;
	if (parts.ordinal !== undefined) {
		const ofYear = year ?? today.year;
		const isDay = parts.ordinal >= 1 && parts.ordinal <= (isLeapYear(ofYear) ? 366 : 365);
		return isDay ? dateParts(ofYear, 1, parts.ordinal) : undefined;
	}
	const isDated = year !== undefined || parts.month !== undefined || parts.day !== undefined;
	if (!isDated) return parts.weekday === undefined ? today : dayOfWeek(parts, today);
	const ofYear = year ?? today.year;
	const month = parts.month ?? (year === undefined ? today.month : 1);
	const day = parts.day ?? 1;
	const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(ofYear, month);
	return isDay ? dateParts(ofYear, month, day) : undefined;
}

function dayOfWeek(parts: DateParts, today: CalendarTime): CalendarTime | undefined {
	const current = weekOf(today);
	const year = parts.weekYear ?? current.year;
	const week = parts.week ?? (parts.weekYear === undefined ? current.week : 1);
	const weekday = parts.weekday ?? 1;
	if (week < 1 || week > weeksIn(year) || weekday < 1 || weekday > 7) return undefined;
	// The fourth of January is always in the first week.
	const first = weekdayOf(dateParts(year, 1, 4));
	return dateParts(year, 1, 4 - first + (week - 1) * 7 + weekday);
}

/** A day that is beyond its month goes on into the next. */
function dateParts(year: number, month: number, day: number): CalendarTime {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	const wall = { kind: "date", ms: date.getTime(), zone: "UTC", offset: 0 } as const;
	return { ...calendarOf(wall), ...MIDNIGHT };
}

type Clock = Pick<CalendarTime, "hour" | "minute" | "second" | "millisecond">;

function clockFrom(parts: DateParts, today: CalendarTime, isToday: boolean): Clock | undefined {
	const { second = 0, millisecond = 0 } = parts;
	const hour = hourOf(parts);
	if (hour === null) return undefined;
	const isBelow = (part: number | undefined): boolean => isToday && part === undefined;
	const clock = {
		hour: hour ?? (isBelow(hour) && hasBelowHour(parts) ? today.hour : 0),
		minute: parts.minute ?? (isBelow(hour) && hasOnlySeconds(parts) ? today.minute : 0),
		second,
		millisecond,
	};
	const isEndOfDay = clock.hour === 24 && clock.minute + second + millisecond === 0;
	const isClock = clock.hour <= 23 && clock.minute <= 59 && second <= 59 && millisecond <= 999;
	return isClock || isEndOfDay ? clock : undefined;
}

function hasBelowHour(parts: DateParts): boolean {
	return parts.minute !== undefined || hasOnlySeconds(parts);
}

function hasOnlySeconds({ minute, second, millisecond }: DateParts): boolean {
	return minute === undefined && (second !== undefined || millisecond !== undefined);
}

/** Null where an hour of the half day is none, or a half of the day stands beside an hour of 24. */
function hourOf({ hour, half, isHalfDay }: DateParts): number | undefined | null {
	if (hour === undefined) return undefined;
	if (isHalfDay !== true) return half === undefined ? hour : null;
	if (hour > 12) return null;
	if (half === 1 && hour < 12) return hour + 12;
	return half === 0 && hour === 12 ? 0 : hour;
}
