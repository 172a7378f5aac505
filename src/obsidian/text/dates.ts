/** A moment (ISO 8601) as a day in a language and in the device's own zone; as it stands where it is no date. */
export function formatDay(iso: string, language: string): string {
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return iso;
	const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };
	try {
		return date.toLocaleDateString(language, options);
	} catch {
		return date.toLocaleDateString("en", options);
	}
}
