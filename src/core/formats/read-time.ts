/** In which order a log writes day and month where the year comes last. */
export type DayOrder = "day-first" | "month-first";

/** A time in UTC (`2026-11-02T09:20:25Z`), and whether its zone had to be taken for UTC since the text names none. */
export interface ReadTime {
	readonly iso: string;
	readonly hasZone: boolean;
}

const ISO =
	/^\+?(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const SLASHED =
	/^(\d{4}|\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{1,2})(?:[ ,T]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?([AP])?\.?M?\.?)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;
/** How Windows PowerShell writes a date as JSON. */
const JSON_DATE = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/;
const EPOCH = /^\d{10}(?:\d{3})?(?:\.\d+)?$/;

/**
 * Reads a time as execution logs write them: ISO 8601 with any offset, seconds or milliseconds since 1970, `/Date(…)/`, and dates with slashes,
 * full stops or hyphens as a spreadsheet leaves them (`order` says which of two small numbers is the day; a year of two digits counts where the month comes first).
 *
 * Undefined for anything else, and for a date whose day and month cannot be told apart.
 */
export function readTime(text: string, order?: DayOrder): ReadTime | undefined {
	const trimmed = text.trim().replace(/\s+/g, " ");
	const json = JSON_DATE.exec(trimmed)?.[1];
	if (json !== undefined) return fromEpoch(Number(json));
	if (EPOCH.test(trimmed)) {
		const amount = Number(trimmed);
		return fromEpoch(trimmed.split(".", 1)[0]?.length === 10 ? amount * 1000 : amount);
	}
	const iso = ISO.exec(trimmed);
	if (iso !== null) {
		const [, year, month, day, hour, minute, second, zone] = iso;
		return assemble([year, month, day, hour, minute, second], zone);
	}
	const slashed = SLASHED.exec(trimmed);
	return slashed === null ? undefined : readSlashed(slashed, order);
}

/** Tells in which order a log writes day and month, from its dates that can mean one thing only; undefined where none does, or they contradict each other. */
export function findDayOrder(texts: Iterable<string>): DayOrder | undefined {
	const found = new Set<DayOrder>();
	for (const text of texts) {
		const [, first = "", second = "", last = ""] = SLASHED.exec(text.trim()) ?? [];
		if (first.length > 2 || last.length % 2 !== 0) continue;
		// With a short year at its end, `24/05/13` may also start with the year.
		const isFull = last.length === 4;
		if (isFull && Number(first) > 12 && Number(second) <= 12) found.add("day-first");
		if (Number(second) > 12 && Number(first) <= 12) found.add("month-first");
	}
	return found.size === 1 ? [...found][0] : undefined;
}

function readSlashed(match: RegExpExecArray, order: DayOrder | undefined): ReadTime | undefined {
	const [, first = "", second = "", third = "", hour, minute, clock, half, zone] = match;
	const hours = hour === undefined ? undefined : toDayHour(hour, half);
	if (first.length === 4) return assemble([first, second, third, hours, minute, clock], zone);
	const known = findDayOrder([`${first}/${second}/${third}`]) ?? order;
	if (third.length !== 4 && (third.length !== 2 || known !== "month-first")) return undefined;
	if (known === undefined && first !== second) return undefined;
	const year = third.length === 4 ? third : `20${third}`;
	const [day, month] = known === "month-first" ? [second, first] : [first, second];
	return assemble([year, month, day, hours, minute, clock], zone);
}

function toDayHour(hour: string, half: string | undefined): string {
	if (half === undefined) return hour;
	return String((Number(hour) % 12) + (half.toUpperCase() === "P" ? 12 : 0));
}

function assemble(
	parts: readonly (string | undefined)[],
	zone: string | undefined,
): ReadTime | undefined {
	const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) =>
		part === undefined ? undefined : Number(part),
	);
	if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60)
		return undefined;
	const local = Date.UTC(year, month - 1, day, hour, minute, second);
	// A day that the month does not have rolls over into the next.
	if (new Date(local).getUTCDate() !== day && second < 60) return undefined;
	const read = fromEpoch(local - offsetOf(zone));
	return read && { ...read, hasZone: zone !== undefined };
}

/** Milliseconds east of UTC. */
function offsetOf(zone: string | undefined): number {
	const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? "") ?? [];
	const amount = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return sign === "-" ? -amount : amount;
}

function fromEpoch(ms: number): ReadTime | undefined {
	const whole = Math.floor(ms / 1000) * 1000;
	// Years that ISO 8601 writes with four digits.
	if (!(whole >= 0 && whole < 253_402_300_800_000)) return undefined;
	return { iso: new Date(whole).toISOString().replace(".000Z", "Z"), hasZone: true };
}
