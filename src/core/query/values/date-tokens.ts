import type { NameWidth, TextStyle } from "./text-style";

/** What the pieces of a text said, by what luxon 3 calls them. */
export interface DateParts {
	year?: number;
	month?: number;
	day?: number;
	hour?: number;
	minute?: number;
	second?: number;
	millisecond?: number;
	ordinal?: number;
	weekYear?: number;
	week?: number;
	weekday?: number;
	/** 0 before Christ, 1 after. */
	era?: number;
	/** 0 for the first half of the day, 1 for the second. */
	half?: number;
	/** Whether the hour was written in twelve. */
	isHalfDay?: boolean;
	/** Minutes east of UTC. */
	offset?: number;
	zone?: string;
}

/** What a token takes, and what that says. */
export interface DateToken {
	readonly pattern: string;
	readonly apply: (parts: DateParts, text: string) => void;
}

type NumberPart = Exclude<keyof DateParts, "isHalfDay" | "zone">;

const number = (pattern: string, key: NumberPart): DateToken => ({
	pattern,
	apply: (parts, text) => void (parts[key] = Number(text)),
});
const token = (pattern: string, apply: DateToken["apply"]): DateToken => ({ pattern, apply });
const ONE = "\\d";
const TWO = "\\d{2}";
const THREE = "\\d{3}";
const ONE_OR_TWO = "\\d{1,2}";

/** Tokens whose pieces are digits or zones (luxon 3, `tokenParser`). */
const PLAIN: ReadonlyMap<string, DateToken> = new Map([
	["y", number("\\d{1,6}", "year")],
	["yy", token("\\d{2,4}", (parts, text) => void (parts.year = fullYear(text)))],
	["yyyy", number("\\d{4}", "year")],
	["yyyyy", number("\\d{4,6}", "year")],
	["yyyyyy", number("\\d{6}", "year")],
	["M", number(ONE_OR_TWO, "month")],
	["MM", number(TWO, "month")],
	["L", number(ONE_OR_TWO, "month")],
	["LL", number(TWO, "month")],
	["d", number(ONE_OR_TWO, "day")],
	["dd", number(TWO, "day")],
	["o", number("\\d{1,3}", "ordinal")],
	["ooo", number(THREE, "ordinal")],
	["q", token(ONE_OR_TWO, setQuarter)],
	["qq", token(TWO, setQuarter)],
	["H", number(ONE_OR_TWO, "hour")],
	["HH", number(TWO, "hour")],
	["h", token(ONE_OR_TWO, setHalfDayHour)],
	["hh", token(TWO, setHalfDayHour)],
	["m", number(ONE_OR_TWO, "minute")],
	["mm", number(TWO, "minute")],
	["s", number(ONE_OR_TWO, "second")],
	["ss", number(TWO, "second")],
	["S", number("\\d{1,3}", "millisecond")],
	["SSS", number(THREE, "millisecond")],
	["u", token("\\d{1,9}", setFraction)],
	["uu", token(ONE_OR_TWO, setFraction)],
	["uuu", token(ONE, setFraction)],
	["kk", token("\\d{2,4}", (parts, text) => void (parts.weekYear = fullYear(text)))],
	["kkkk", number("\\d{4}", "weekYear")],
	["W", number(ONE_OR_TWO, "week")],
	["WW", number(TWO, "week")],
	["E", number(ONE, "weekday")],
	["c", number(ONE, "weekday")],
	["Z", token("[+-]\\d{1,2}(?::\\d{2})?", setOffset)],
	["ZZ", token("[+-]\\d{1,2}(?::\\d{2})?", setOffset)],
	["ZZZ", token("[+-]\\d{1,2}(?:\\d{2})?", setOffset)],
	["z", token("[A-Za-z_+,\\-./]{1,256}", (parts, text) => void (parts.zone = text))],
]);

const WIDTHS: ReadonlyMap<number, NameWidth> = new Map([
	[3, "short"],
	[4, "long"],
]);

/** Gives what a token of luxon 3 takes from a text; undefined where it is none, and so stands for itself. */
export function dateTokenOf(text: string, style: TextStyle): DateToken | undefined {
	const plain = PLAIN.get(text);
	if (plain !== undefined) return plain;
	if (text === "a") return oneOf([style.meridiem(0), style.meridiem(12)], "half", 0);
	if (text === "G") return oneOf(["BC", "AD"], "era", 0);
	if (text === "GG") return oneOf(["Before Christ", "Anno Domini"], "era", 0);
	const width = WIDTHS.get(text.length);
	if (width === undefined) return undefined;
	if (/^[ML]/.test(text)) {
		return oneOf(
			upTo(12).map((month) => style.month(month, width)),
			"month",
			1,
		);
	}
	if (!/^[Ec]/.test(text)) return undefined;
	return oneOf(
		upTo(7).map((day) => style.weekday(day, width)),
		"weekday",
		1,
	);
}

/** One of some names, in any case; the first is `first`. */
function oneOf(names: readonly string[], key: NumberPart, first: number): DateToken {
	const pattern = names.map((name) => name.replace(/[^\p{L}\p{N} ]/gu, "\\$&")).join("|");
	return {
		pattern,
		apply(parts, text) {
			const wanted = text.toLowerCase();
			parts[key] = names.findIndex((name) => name.toLowerCase() === wanted) + first;
		},
	};
}

function upTo(length: number): number[] {
	return Array.from({ length }, (_, at) => at + 1);
}

/** Two digits are of this century up to 60, of the last above (luxon 3's cutoff). */
function fullYear(text: string): number {
	const year = Number(text);
	if (year > 99) return year;
	return year > 60 ? 1900 + year : 2000 + year;
}

function setQuarter(parts: DateParts, text: string): void {
	parts.month = (Number(text) - 1) * 3 + 1;
}

function setHalfDayHour(parts: DateParts, text: string): void {
	parts.hour = Number(text);
	parts.isHalfDay = true;
}

function setFraction(parts: DateParts, digits: string): void {
	parts.millisecond = Math.floor(Number(`0.${digits}`) * 1000);
}

function setOffset(parts: DateParts, text: string): void {
	const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
	const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0);
	parts.offset = match?.[1] === "-" ? -minutes : minutes;
}
