import type { DateValue } from "../../model/value";
import { fromWallTime, type ZoneTable } from "./zones";

/** A time on the wall; month is 1 to 12. */
export interface CalendarTime {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly millisecond: number;
}

/** Gives a wall time as ms since 1970 as if it were UTC; parts beyond their range carry over. */
export function wallMs(time: CalendarTime): number {
	const { year, month, day, hour, minute, second, millisecond } = time;
	const date = new Date(0);
	// Date.UTC takes the years 0 to 99 for 1900 to 1999.
	date.setUTCFullYear(year, month - 1, day);
	date.setUTCHours(hour, minute, second, millisecond);
	return date.getTime();
}

/** Gives what a clock in the date's own zone shows. */
export function calendarOf(date: DateValue): CalendarTime {
	const wall = new Date(date.ms + date.offset * 60_000);
	return {
		year: wall.getUTCFullYear(),
		month: wall.getUTCMonth() + 1,
		day: wall.getUTCDate(),
		hour: wall.getUTCHours(),
		minute: wall.getUTCMinutes(),
		second: wall.getUTCSeconds(),
		millisecond: wall.getUTCMilliseconds(),
	};
}

/** Gives the date at which a clock in a zone shows a wall time. */
export function dateAt(zones: ZoneTable, zone: string, time: CalendarTime): DateValue {
	return dateAtWall(zones, zone, wallMs(time));
}

/** Gives the date at which a clock in a zone shows a wall time, given as ms as if it were UTC. */
export function dateAtWall(zones: ZoneTable, zone: string, wall: number): DateValue {
	if (zone === "UTC") return { kind: "date", ms: wall, zone, offset: 0 };
	return { kind: "date", ...fromWallTime(zones, zone, wall), zone };
}

/** Gives the date of a moment as seen in a zone. */
export function dateOf(zones: ZoneTable, zone: string, ms: number): DateValue {
	return { kind: "date", ms, zone, offset: zones.offsetAt(zone, ms) };
}

/** Gives midnight of the same day in the same zone, or in another where one is given. */
export function startOfDay(zones: ZoneTable, date: DateValue, zone = date.zone): DateValue {
	const { year, month, day } = calendarOf(date);
	return dateAt(zones, zone, { ...MIDNIGHT, year, month, day });
}

/** The time of day that a date without one has. */
export const MIDNIGHT = { hour: 0, minute: 0, second: 0, millisecond: 0 } as const;

/** Tells whether a moment (ms since 1970) is one that dates can be made of: within 100 million days of 1970, and a number. */
export function isInCalendar(ms: number): boolean {
	// A day less on either side leaves room for zones.
	return Math.abs(ms) <= 8.64e15 - 86_400_000;
}

/** Gives the number of days of a month (1 to 12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Tells whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
