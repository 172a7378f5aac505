import { mapDuration, normaliseDuration } from "../../index/literals/duration-units";
import { compareEnglish } from "./english-order";
import { DURATION_UNITS, type DurationValue } from "../../model/value";

/** How numbers, durations and dates read in one language (ECMA-402). */
export interface TextStyle {
	/** A BCP 47 tag such as `en-US`. */
	readonly locale: string;
	compareText(left: string, right: string): number;
	/** `2 hours, 15 minutes`; units that are zero or less are left out. */
	duration(value: DurationValue): string;
	/** An amount of money in a currency (ISO 4217); undefined where that is none. */
	money(amount: number, currency: string): string | undefined;
	/** Name of a month (1 to 12), a weekday (1 is Monday) or a half of the day. */
	month(month: number, width: NameWidth): string;
	weekday(weekday: number, width: NameWidth): string;
	meridiem(hour: number): string;
	/** Gives what `Intl.DateTimeFormat` writes for a moment in a zone. */
	localDate(ms: number, zone: string, options: Intl.DateTimeFormatOptions): string;
}

/** Widths of names: `January`, `Jan`, `J`. */
export type NameWidth = "long" | "short" | "narrow";

/** Gives the style of a language; one is made for each run. */
export function createTextStyle(locale: string): TextStyle {
	let collator: Intl.Collator | undefined;
	const isEnglish = /^en\b/i.test(locale);
	const collate = (left: string, right: string): number => {
		collator ??= new Intl.Collator(locale);
		return collator.compare(left, right);
	};
	const names = new Map<string, string>();
	const nameOf = (ms: number, options: Intl.DateTimeFormatOptions): string => {
		const key = `${ms} ${JSON.stringify(options)}`;
		const known = names.get(key);
		if (known !== undefined) return known;
		const name = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(ms);
		names.set(key, name);
		return name;
	};
	return {
		locale,
		compareText: (left, right) =>
			(isEnglish ? compareEnglish(left, right) : undefined) ?? collate(left, right),
		duration: (value) => formatDuration(value, locale),
		money(amount, currency) {
			try {
				return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
			} catch {
				return undefined;
			}
		},
		month: (month, width) => nameOf(Date.UTC(2024, month - 1, 1), { month: width }),
		// The first of January 2024 was a Monday.
		weekday: (weekday, width) => nameOf(Date.UTC(2024, 0, weekday), { weekday: width }),
		meridiem: (hour) => meridiemOf(hour, locale),
		localDate: (ms, zone, options) =>
			new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(ms),
	};
}

function meridiemOf(hour: number, locale: string): string {
	const format = new Intl.DateTimeFormat(locale, {
		hour: "numeric",
		hour12: true,
		timeZone: "UTC",
	});
	const parts = format.formatToParts(Date.UTC(2024, 0, 1, hour));
	return parts.find((part) => part.type === "dayPeriod")?.value ?? (hour < 12 ? "AM" : "PM");
}

function formatDuration(value: DurationValue, locale: string): string {
	const { units } = mapDuration(normaliseDuration(value), (count) => count);
	const parts = DURATION_UNITS.flatMap((unit) => {
		const count = units[unit] ?? 0;
		if (count <= 0) return [];
		const options = { style: "unit", unitDisplay: "long", unit: unit.slice(0, -1) } as const;
		return [new Intl.NumberFormat(locale, options).format(count)];
	});
	return new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" }).format(parts);
}
