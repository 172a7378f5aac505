import type { DateValue } from "../../model/value";
import type { TextStyle } from "./text-style";

type Options = Intl.DateTimeFormatOptions;

const SHORT_DATE: Options = { year: "numeric", month: "numeric", day: "numeric" };
const MEDIUM_DATE: Options = { year: "numeric", month: "short", day: "numeric" };
const LONG_DATE: Options = { year: "numeric", month: "long", day: "numeric" };
const LONG_DATE_WITH_DAY: Options = { ...LONG_DATE, weekday: "long" };
const TIME: Options = { hour: "numeric", minute: "numeric" };
const TIME_SECONDS: Options = { ...TIME, second: "numeric" };
const SHORT_ZONE: Options = { timeZoneName: "short" };
const LONG_ZONE: Options = { timeZoneName: "long" };
const DAY_HOURS: Options = { hourCycle: "h23" };

/** Luxon 3's localised tokens. */
const TOKENS: ReadonlyMap<string, Options> = new Map([
	["D", SHORT_DATE],
	["DD", MEDIUM_DATE],
	["DDD", LONG_DATE],
	["DDDD", LONG_DATE_WITH_DAY],
	["t", TIME],
	["tt", TIME_SECONDS],
	["ttt", { ...TIME_SECONDS, ...SHORT_ZONE }],
	["tttt", { ...TIME_SECONDS, ...LONG_ZONE }],
	["T", { ...TIME, ...DAY_HOURS }],
	["TT", { ...TIME_SECONDS, ...DAY_HOURS }],
	["TTT", { ...TIME_SECONDS, ...DAY_HOURS, ...SHORT_ZONE }],
	["TTTT", { ...TIME_SECONDS, ...DAY_HOURS, ...LONG_ZONE }],
	["f", { ...SHORT_DATE, ...TIME }],
	["ff", { ...MEDIUM_DATE, ...TIME }],
	["fff", { ...LONG_DATE, ...TIME, ...SHORT_ZONE }],
	["ffff", { ...LONG_DATE_WITH_DAY, ...TIME, ...LONG_ZONE }],
	["F", { ...SHORT_DATE, ...TIME_SECONDS }],
	["FF", { ...MEDIUM_DATE, ...TIME_SECONDS }],
	["FFF", { ...LONG_DATE, ...TIME_SECONDS, ...SHORT_ZONE }],
	["FFFF", { ...LONG_DATE_WITH_DAY, ...TIME_SECONDS, ...LONG_ZONE }],
]);

/** Writes one of luxon 3's localised tokens; undefined where it is none. */
export function formatLocalToken(
	token: string,
	date: DateValue,
	style: TextStyle,
): string | undefined {
	const options = TOKENS.get(token);
	if (options === undefined) return undefined;
	// `Intl` does not know fixed zones by their names here: the wall time is written as if it were UTC.
	const isFixed = date.zone.startsWith("UTC");
	return isFixed
		? style.localDate(date.ms + date.offset * 60_000, "UTC", options)
		: style.localDate(date.ms, date.zone, options);
}
