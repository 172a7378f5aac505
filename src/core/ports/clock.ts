/** Where the time comes from. */
export interface Clock {
	/** Now, in UTC, as ISO 8601 with milliseconds (`2026-03-01T09:30:00.000Z`). */
	now(): string;
}

/** A clock that stands still, for tests and for output that must repeat. */
export function createFixedClock(iso: string): Clock {
	return { now: () => iso };
}
