import type { DateValue } from "../../model/value";
import {
	calendarOf,
	dateAt,
	dateOf,
	MIDNIGHT,
	type CalendarTime,
} from "../../index/literals/calendar";
import { readWholeDate, type DateReading } from "../../index/literals/date-literal";

/** The clock and zone a query runs under. */
export interface Moment extends DateReading {
	/** ms since 1970. */
	readonly now: number;
}

const LAST_MOMENT = { hour: 23, minute: 59, second: 59, millisecond: 999 } as const;

/** Words for a date relative to now, longer ones first. Weeks start on Monday. */
export const DATE_WORDS = [
	"start-of-month",
	"start-of-week",
	"start-of-year",
	"end-of-month",
	"end-of-week",
	"end-of-year",
	"yesterday",
	"tomorrow",
	"today",
	"now",
	"sow",
	"eow",
	"soy",
	"eoy",
	"som",
	"eom",
] as const;

/** Gives the date that a text means: a date, or one of `DATE_WORDS`; undefined where it is neither. */
export function readMoment(text: string, moment: Moment): DateValue | undefined {
	const word = DATE_WORDS.find((known) => known === text);
	return word === undefined ? readWholeDate(text, moment) : dateOfWord(word, moment);
}

function dateOfWord(word: (typeof DATE_WORDS)[number], moment: Moment): DateValue {
	const now = dateOf(moment.zones, moment.zone, moment.now);
	const today = { ...calendarOf(now), ...MIDNIGHT };
	const { year, month, day } = today;
	const at = (time: CalendarTime): DateValue => dateAt(moment.zones, moment.zone, time);
	switch (word) {
		case "now":
			return now;
		case "today":
			return at(today);
		case "yesterday":
			return at({ ...today, day: day - 1 });
		case "tomorrow":
			return at({ ...today, day: day + 1 });
		case "sow":
		case "start-of-week":
			return at({ ...today, day: day - weekdayOf(today) + 1 });
		case "eow":
		case "end-of-week":
			return at({ ...today, ...LAST_MOMENT, day: day - weekdayOf(today) + 7 });
		case "som":
		case "start-of-month":
			return at({ ...today, day: 1 });
		case "eom":
		case "end-of-month":
			return at({ year, month: month + 1, day: 0, ...LAST_MOMENT });
		case "soy":
		case "start-of-year":
			return at({ ...today, month: 1, day: 1 });
		case "eoy":
		case "end-of-year":
			return at({ year, month: 12, day: 31, ...LAST_MOMENT });
	}
}

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(time: CalendarTime): number {
	const date = new Date(0);
	date.setUTCFullYear(time.year, time.month - 1, time.day);
	return date.getUTCDay() || 7;
}
