import { shiftDuration } from "../../index/literals/duration-units";
import type { DurationUnit, DurationValue } from "../../model/value";
import { splitPattern } from "./format-date";

const UNITS: ReadonlyMap<string, DurationUnit> = new Map([
	["S", "milliseconds"],
	["s", "seconds"],
	["m", "minutes"],
	["h", "hours"],
	["d", "days"],
	["w", "weeks"],
	["M", "months"],
	["y", "years"],
]);

/** Writes a duration by a pattern of luxon 3's tokens, carried over into the units that the pattern names and rounded down. */
export function formatDurationBy(duration: DurationValue, pattern: string): string {
	const pieces = splitPattern(pattern);
	const units = pieces.flatMap(({ text, isToken }) =>
		isToken ? (UNITS.get(text.charAt(0)) ?? []) : [],
	);
	const shifted = shiftDuration(duration, units).units;
	return pieces
		.map(({ text, isToken }) => {
			const unit = isToken ? UNITS.get(text.charAt(0)) : undefined;
			if (unit === undefined) return text;
			const count = Math.floor(shifted[unit] ?? 0);
			const digits = String(Math.abs(count)).padStart(text.length, "0");
			return count < 0 ? `-${digits}` : digits;
		})
		.join("");
}
