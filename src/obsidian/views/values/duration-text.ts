import { DURATION_UNITS } from "../../../core/model/value";
import type { DurationValue } from "../../../core/model/value";

/** A duration in words, as people write it in notes: `3 days, 4 hours`. */
export function durationText(duration: DurationValue): string {
	const parts = DURATION_UNITS.flatMap((unit) => {
		const amount = duration.units[unit] ?? 0;
		if (amount === 0) return [];
		return [`${String(amount)} ${Math.abs(amount) === 1 ? unit.slice(0, -1) : unit}`];
	});
	return parts.length === 0 ? "0 seconds" : parts.join(", ");
}
