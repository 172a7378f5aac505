import type { LinkValue, Value } from "../../../core/model/value";
import { addToGroup } from "../../../core/text/add-to-group";
import { dateDay } from "../values/date-text";

/** The notes of a calendar by day (`YYYY-MM-DD`), and how many have none. */
export interface CalendarDays {
	readonly days: ReadonlyMap<string, readonly LinkValue[]>;
	readonly undated: number;
	/** The latest month with a note, `YYYY-MM`. */
	readonly latest: string;
}

/** Sorts the rows of a CALENDAR query (a date and a note each) by their days. */
export function sortByDay(rows: readonly (readonly Value[])[]): CalendarDays {
	const days = new Map<string, LinkValue[]>();
	let undated = 0;
	for (const [date = null, note = null] of rows) {
		const day = isKind(date, "date") ? dateDay(date) : undefined;
		if (day === undefined || !isKind(note, "link")) {
			undated++;
			continue;
		}
		addToGroup(days, day, note);
	}
	const latest = [...days.keys()].reduce((last, day) => (day > last ? day : last), "1970-01-01");
	return { days, undated, latest: latest.slice(0, 7) };
}

type Tagged = Extract<Value, { readonly kind: string }>;

function isKind<K extends Tagged["kind"]>(
	value: Value,
	kind: K,
): value is Extract<Tagged, { readonly kind: K }> {
	return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}

/** The month so many months later. */
export function shiftMonth(month: string, by: number): string {
	const [year = 1970, number = 1] = month.split("-").map(Number);
	return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The weeks of a month, Monday first, as days (`YYYY-MM-DD`) or null outside the month. */
export function monthGrid(month: string): (string | null)[][] {
	const first = new Date(`${month}-01T00:00:00Z`);
	const lead = (first.getUTCDay() + 6) % 7;
	const next = new Date(`${shiftMonth(month, 1)}-01T00:00:00Z`);
	const length = Math.round((next.getTime() - first.getTime()) / 86_400_000);
	const weeks = Math.ceil((lead + length) / 7);
	return Array.from({ length: weeks }, (_, week) =>
		Array.from({ length: 7 }, (_, column) => {
			const day = week * 7 + column - lead + 1;
			return day < 1 || day > length ? null : `${month}-${String(day).padStart(2, "0")}`;
		}),
	);
}

/** A month's name and year in a language. */
export function monthName(month: string, language: string): string {
	const format = dateFormat(language, { month: "long", year: "numeric" });
	return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** Short names of the weekdays, Monday first. */
export function weekdayNames(language: string): string[] {
	const format = dateFormat(language, { weekday: "short" });
	// 1 January 2024 was a Monday.
	return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, day + 1)));
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	try {
		return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
	} catch {
		return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
	}
}
