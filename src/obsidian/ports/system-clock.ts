import type { Clock } from "../../core/ports/clock";

/** The device's clock. */
export function createSystemClock(): Clock {
	return { now: () => new Date().toISOString() };
}
