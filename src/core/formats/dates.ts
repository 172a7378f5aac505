/**
 * Gives a date in the spellings that rule files use as `YYYY-MM-DD`, or null.
 *
 * Read: `2024-05-01`, `2024/05/01`, `2024/5/1`, `2024.05.01`, with or without a time behind; `Date` values of TOML. Anything else is
 * null, never guessed.
 */
export function normaliseDate(value: unknown): string | null {
	if (value instanceof Date)
		return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
	if (typeof value !== "string") return null;
	const match = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(value);
	if (match === null) return null;
	const [, year = "", month = "", day = ""] = match;
	if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
	return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
