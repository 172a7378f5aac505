import type { DateValue } from "../../model/value";
import { dateAt, MIDNIGHT, wallMs, type CalendarTime } from "./calendar";
import { canonicalZone, type ZoneTable } from "./zones";

/** What date literals are read with: the zone of dates that name none. */
export interface DateReading {
	readonly zones: ZoneTable;
	readonly zone: string;
}

/** A literal found at an offset, with the offset behind it. */
export interface Found<T> {
	readonly value: T;
	readonly end: number;
}

const DATE =
	/(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{3}))?(Z|[+-]\d{1,2}(?::\d{2})?|\[[\w+\-/]+\])?)?)?)?)?/y;

/**
 * Reads a date at an offset: `2024-05`, `2024-05-01`, `2024-05-01T10`, `…T10:30`, `…T10:30:59`, `…T10:30:59.123`, the last two also with
 * `Z`, `+2`, `-05:30` or `[Europe/Paris]` behind.
 *
 * As in Dataview 0.5.70 a day, hour, minute or second beyond its range carries over (30 February is 1 March); a month does not.
 * Gives undefined where no date starts or its month or zone does not exist.
 */
export function readDate(
	text: string,
	at: number,
	reading: DateReading,
): Found<DateValue> | undefined {
	const code = text.charCodeAt(at);
	if (!(code >= 0x30 && code <= 0x39)) return undefined;
	DATE.lastIndex = at;
	const match = DATE.exec(text);
	if (match === null) return undefined;
	const [whole, year, month, day, hour, minute, second, millisecond, zonePart] = match;
	if (Number(month) < 1 || Number(month) > 12) return undefined;
	const time: CalendarTime = {
		...MIDNIGHT,
		year: Number(year),
		month: Number(month),
		day: Number(day ?? 1),
		hour: Number(hour ?? 0),
		minute: Number(minute ?? 0),
		second: Number(second ?? 0),
		millisecond: Number(millisecond ?? 0),
	};
	const zone = zoneFrom(zonePart, reading);
	if (zone === undefined || Number.isNaN(wallMs(time))) return undefined;
	return { value: dateAt(reading.zones, zone, time), end: at + whole.length };
}

/** Reads a text that is a date from end to end, else gives undefined. */
export function readWholeDate(text: string, reading: DateReading): DateValue | undefined {
	const found = readDate(text, 0, reading);
	return found?.end === text.length ? found.value : undefined;
}

/** Finds the first `YYYY-MM-DD`, else the first `YYYYMMDD`, in a name; undefined where there is none or it is no day. */
export function findDateInName(name: string, reading: DateReading): DateValue | undefined {
	const match = /(\d{4})-(\d{2})-(\d{2})/.exec(name) ?? /(\d{4})(\d{2})(\d{2})/.exec(name);
	if (match === null) return undefined;
	const [, year, month, day] = match;
	const time = { ...MIDNIGHT, year: Number(year), month: Number(month), day: Number(day) };
	const check = new Date(wallMs(time));
	if (check.getUTCMonth() + 1 !== time.month || check.getUTCDate() !== time.day) return undefined;
	return dateAt(reading.zones, reading.zone, time);
}

function zoneFrom(part: string | undefined, reading: DateReading): string | undefined {
	if (part === undefined) return reading.zone;
	if (part === "Z") return "UTC";
	const name = part.startsWith("[") ? part.slice(1, -1) : `UTC${part}`;
	if (/^(?:local|system|default)$/i.test(name)) return reading.zone;
	if (/^gmt$/i.test(name)) return "UTC";
	return reading.zones.isZone(name) ? canonicalZone(name) : undefined;
}
