import type { DurationUnit, DurationValue } from "../../model/value";
import type { Found } from "./date-literal";
import { normaliseDuration } from "./duration-units";

/** What each unit of a duration may be called; longer names first, so that `mo` is not read as `m`. */
const UNITS: readonly (readonly [string, DurationUnit])[] = [
	["years", "years"],
	["year", "years"],
	["yrs", "years"],
	["yr", "years"],
	["months", "months"],
	["month", "months"],
	["mos", "months"],
	["mo", "months"],
	["weeks", "weeks"],
	["week", "weeks"],
	["wks", "weeks"],
	["wk", "weeks"],
	["w", "weeks"],
	["days", "days"],
	["day", "days"],
	["d", "days"],
	["hours", "hours"],
	["hour", "hours"],
	["hrs", "hours"],
	["hr", "hours"],
	["h", "hours"],
	["minutes", "minutes"],
	["minute", "minutes"],
	["mins", "minutes"],
	["min", "minutes"],
	["m", "minutes"],
	["seconds", "seconds"],
	["second", "seconds"],
	["secs", "seconds"],
	["sec", "seconds"],
	["s", "seconds"],
];

const NUMBER = /-?\d+(?:\.\d+)?/y;
const SPACES = /\s*/y;

/** Reads a duration at an offset, such as `6 days`, `4h15m` or `1 yr, 2 wks`; units stay as written. */
export function readDuration(text: string, at: number): Found<DurationValue> | undefined {
	const first = readPart(text, at);
	if (first === undefined) return undefined;
	const units: Partial<Record<DurationUnit, number>> = {};
	let end = at;
	for (let part: Part | undefined = first; part !== undefined;) {
		units[part.unit] = (units[part.unit] ?? 0) + part.count;
		end = part.end;
		part = readPart(text, skipSeparator(text, end));
	}
	return { value: { kind: "duration", units }, end };
}

/** Reads a text that is a duration from end to end, else gives undefined. */
export function readWholeDuration(text: string): DurationValue | undefined {
	const found = readDuration(text, 0);
	return found?.end === text.length ? found.value : undefined;
}

/** Reads a duration as inline fields hold it: with units carried over, so that `7 days` is one week. */
export function readNormalisedDuration(text: string, at: number): Found<DurationValue> | undefined {
	const found = readDuration(text, at);
	return found === undefined
		? undefined
		: { value: normaliseDuration(found.value), end: found.end };
}

interface Part {
	readonly unit: DurationUnit;
	readonly count: number;
	readonly end: number;
}

function readPart(text: string, at: number): Part | undefined {
	NUMBER.lastIndex = at;
	const number = NUMBER.exec(text);
	if (number === null) return undefined;
	const start = skipSpaces(text, at + number[0].length);
	const unit = UNITS.find(([name]) => text.startsWith(name, start));
	if (unit === undefined) return undefined;
	return { unit: unit[1], count: Number(number[0]), end: start + unit[0].length };
}

function skipSeparator(text: string, at: number): number {
	const start = skipSpaces(text, at);
	return text.charAt(start) === "," ? skipSpaces(text, start + 1) : start;
}

function skipSpaces(text: string, at: number): number {
	SPACES.lastIndex = at;
	SPACES.test(text);
	return SPACES.lastIndex;
}
