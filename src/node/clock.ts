import type { Clock } from "../core/ports/clock";

/** The machine's clock. */
export function createSystemClock(): Clock {
	return { now: () => new Date().toISOString() };
}
