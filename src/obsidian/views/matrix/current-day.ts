const DAY_MS = 86_400_000;

/** The day that it is, in days since 1970 (UTC). */
export function currentDay(): number {
	return Math.floor(Date.now() / DAY_MS);
}
