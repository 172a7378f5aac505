import type { DateValue } from "../../../core/model/value";

/** A date as ISO writes it, in its own zone; the time is left out at midnight, seconds where they are zero. */
export function dateText(date: DateValue): string {
	const iso = localIso(date);
	if (iso === undefined) return "Invalid date";
	const [day = "", time = ""] = iso.split("T");
	if (time.startsWith("00:00:00.000")) return day;
	const clock = time.slice(0, 8);
	return `${day} ${clock.endsWith(":00") ? clock.slice(0, 5) : clock}`;
}

/** The day of a date in its own zone, as `YYYY-MM-DD`; undefined where the date is none. */
export function dateDay(date: DateValue): string | undefined {
	return localIso(date)?.split("T")[0];
}

function localIso({ ms, offset }: DateValue): string | undefined {
	const onTheWall = new Date(ms + offset * 60_000);
	return Number.isNaN(onTheWall.getTime()) ? undefined : onTheWall.toISOString();
}
