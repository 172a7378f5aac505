/** Answers how far a zone is from UTC at a moment. It keeps what it had to look up, so one is made per index. */
export interface ZoneTable {
	/** Minutes east of UTC; 0 for a name that is no zone. */
	offsetAt(zone: string, ms: number): number;
	/** Tells whether a name is a zone. */
	isZone(zone: string): boolean;
}

const FIXED = /^UTC(?:([+-])(\d{1,2})(?::(\d{2}))?)?$/i;
const MINUTE = 60_000;

/** Gives a zone table over the host's IANA data (ECMA-402 `Intl`); `UTC` and `UTC±h[:mm]` need none. */
export function createZoneTable(): ZoneTable {
	const formats = new Map<string, Intl.DateTimeFormat | null>();
	const formatOf = (zone: string): Intl.DateTimeFormat | null => {
		const known = formats.get(zone);
		if (known !== undefined) return known;
		const made = createFormat(zone);
		formats.set(zone, made);
		return made;
	};
	return {
		offsetAt(zone, ms) {
			if (zone === "UTC") return 0;
			const fixed = fixedOffset(zone);
			if (fixed !== undefined) return fixed;
			const format = formatOf(zone);
			return format === null || !Number.isFinite(ms) ? 0 : offsetFrom(format, ms);
		},
		isZone: (zone) => fixedOffset(zone) !== undefined || formatOf(zone) !== null,
	};
}

/** Gives the usual spelling of a fixed zone (`UTC+02:00` is `UTC+2`); other names stay as they are. */
export function canonicalZone(zone: string): string {
	const offset = fixedOffset(zone);
	if (offset === undefined) return zone;
	if (offset === 0) return "UTC";
	const minutes = Math.abs(offset) % 60;
	const hours = Math.floor(Math.abs(offset) / 60);
	const tail = minutes === 0 ? "" : `:${minutes}`;
	return `UTC${offset < 0 ? "-" : "+"}${hours}${tail}`;
}

/**
 * Gives the moment at which a wall clock in a zone shows a time, and the offset then.
 *
 * `wall` is that time as if it were UTC, in ms. A time that a change of clocks skips moves forward; of one that occurs twice the first is meant.
 */
export function fromWallTime(
	zones: ZoneTable,
	zone: string,
	wall: number,
): { readonly ms: number; readonly offset: number } {
	const guess = zones.offsetAt(zone, wall);
	const first = zones.offsetAt(zone, wall - guess * MINUTE);
	if (first === guess) return { ms: wall - guess * MINUTE, offset: guess };
	const second = zones.offsetAt(zone, wall - first * MINUTE);
	if (second === first) return { ms: wall - first * MINUTE, offset: first };
	const offset = Math.max(first, second);
	return { ms: wall - Math.min(first, second) * MINUTE, offset };
}

function fixedOffset(zone: string): number | undefined {
	const match = FIXED.exec(zone);
	if (match === null) return undefined;
	const [, sign, hours, minutes] = match;
	const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
	return sign === "-" && total !== 0 ? -total : total;
}

function createFormat(zone: string): Intl.DateTimeFormat | null {
	try {
		return new Intl.DateTimeFormat("en-US", {
			timeZone: zone,
			hourCycle: "h23",
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
			era: "short",
		});
	} catch {
		return null;
	}
}

function offsetFrom(format: Intl.DateTimeFormat, ms: number): number {
	const parts = new Map(format.formatToParts(ms).map((part) => [part.type, part.value]));
	const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
	const year = parts.get("era") === "BC" ? 1 - number("year") : number("year");
	const wall = Date.UTC(
		year,
		number("month") - 1,
		number("day"),
		number("hour"),
		number("minute"),
		number("second"),
	);
	return Math.round((wall - Math.floor(ms / 1000) * 1000) / MINUTE);
}
