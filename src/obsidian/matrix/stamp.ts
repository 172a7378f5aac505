/** Writes a time for a file's name, in the person's time zone: `2026-03-01 0930`. */
export function stampOf(time: Date): string {
	const two = (value: number): string => String(value).padStart(2, "0");
	const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join("-");
	return `${day} ${two(time.getHours())}${two(time.getMinutes())}`;
}
