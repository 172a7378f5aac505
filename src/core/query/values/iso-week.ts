import { daysInMonth, type CalendarTime } from "../../index/literals/calendar";
import { weekdayOf } from "./date-words";

/** Gives the day of the year, 1 for the first of January. */
export function ordinalDay(time: CalendarTime): number {
	let days = time.day;
	for (let month = 1; month < time.month; month++) days += daysInMonth(time.year, month);
	return days;
}

/** Gives the week of a day and the year that the week belongs to (ISO 8601). */
export function weekOf(time: CalendarTime): { readonly week: number; readonly year: number } {
	const week = Math.floor((ordinalDay(time) - weekdayOf(time) + 10) / 7);
	if (week < 1) return { week: weeksIn(time.year - 1), year: time.year - 1 };
	if (week > weeksIn(time.year)) return { week: 1, year: time.year + 1 };
	return { week, year: time.year };
}

/** Gives the number of weeks of a year (ISO 8601): 53 where it starts or ends on a Thursday, else 52. */
export function weeksIn(year: number): number {
	const day = (month: number, date: number): number =>
		weekdayOf({ year, month, day: date, hour: 0, minute: 0, second: 0, millisecond: 0 });
	return day(1, 1) === 4 || day(12, 31) === 4 ? 53 : 52;
}
