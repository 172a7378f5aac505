import { calendarOf, dateAtWall, dateOf, daysInMonth, wallMs } from "../../index/literals/calendar";
import {
	addDurations,
	durationMs,
	mapDuration,
	normaliseDuration,
} from "../../index/literals/duration-units";
import type { ZoneTable } from "../../index/literals/zones";
import type { DateValue, DurationUnit, DurationValue } from "../../model/value";

/**
 * Adds a duration to a date as luxon 3 does: years and months first, with the day kept within the month, then weeks and days on the
 * calendar of the date's zone, then hours and below as exact time.
 */
export function addToDate(zones: ZoneTable, date: DateValue, duration: DurationValue): DateValue {
	const { units } = duration;
	const whole = (unit: DurationUnit): number => Math.trunc(units[unit] ?? 0);
	const time = calendarOf(date);
	const months = time.month - 1 + whole("months");
	const year = time.year + whole("years") + Math.floor(months / 12);
	const month = (((months % 12) + 12) % 12) + 1;
	const day = Math.min(time.day, daysInMonth(year, month)) + whole("days") + whole("weeks") * 7;
	const moved = dateAtWall(zones, date.zone, wallMs({ ...time, year, month, day }));
	const rest = restMs(units);
	return rest === 0 ? moved : dateOf(zones, date.zone, moved.ms + rest);
}

/** Takes a duration from a date. */
export function takeFromDate(
	zones: ZoneTable,
	date: DateValue,
	duration: DurationValue,
): DateValue {
	return addToDate(zones, date, negate(duration));
}

/** Gives the time from `right` to `left` in years, months, weeks, days and so on; negative where `left` is the earlier one. */
export function differenceOf(zones: ZoneTable, left: DateValue, right: DateValue): DurationValue {
	const isNegative = right.ms > left.ms;
	const [earlier, later] = isNegative ? [left, right] : [right, left];
	const span = normaliseDuration(countUp(zones, earlier, later));
	return isNegative ? normaliseDuration(negate(span)) : span;
}

/** What is below a day, and the fractions of what is above. */
function restMs(units: DurationValue["units"]): number {
	const fraction = (unit: DurationUnit): number =>
		(units[unit] ?? 0) - Math.trunc(units[unit] ?? 0);
	return durationMs({
		kind: "duration",
		units: {
			years: fraction("years"),
			months: fraction("months"),
			weeks: fraction("weeks"),
			days: fraction("days"),
			hours: units.hours ?? 0,
			minutes: units.minutes ?? 0,
			seconds: units.seconds ?? 0,
			milliseconds: units.milliseconds ?? 0,
		},
	});
}

/** Counts whole years, then months, then days that fit between two dates, and the rest in ms. */
function countUp(zones: ZoneTable, earlier: DateValue, later: DateValue): DurationValue {
	const [from, to] = [calendarOf(earlier), calendarOf(later)];
	let counted: DurationValue = { kind: "duration", units: {} };
	let reached = earlier;
	const count = (unit: DurationUnit, estimate: (cursor: DateValue) => number): void => {
		let number = estimate(reached);
		for (;;) {
			const next = addDurations(counted, { kind: "duration", units: { [unit]: number } });
			const end = addToDate(zones, earlier, next);
			if (end.ms <= later.ms || number <= 0) {
				counted = next;
				reached = end;
				return;
			}
			number--;
		}
	};
	count("years", () => to.year - from.year);
	count("months", (cursor) => {
		const time = calendarOf(cursor);
		return to.month - time.month + (to.year - time.year) * 12;
	});
	count("days", (cursor) => {
		const wall = (date: DateValue): number => date.ms + date.offset * 60_000;
		const day = 86_400_000;
		return Math.floor(wall(later) / day) - Math.floor(wall(cursor) / day);
	});
	const milliseconds = later.ms - reached.ms;
	return addDurations(counted, { kind: "duration", units: { milliseconds } });
}

function negate(duration: DurationValue): DurationValue {
	return mapDuration(duration, (count) => (count === 0 ? 0 : -count));
}
