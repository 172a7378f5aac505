import { expect, it } from "vitest";
import {
	monthGrid,
	monthName,
	shiftMonth,
	weekdayNames,
} from "../../../../src/obsidian/views/outcome/calendar-days";

it("a month has its weeks from Monday to Sunday, empty outside the month", () => {
	const weeks = monthGrid("2026-02");
	expect(weeks).toHaveLength(5);
	expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-02-01"]);
	expect(weeks[4]).toEqual([
		"2026-02-23",
		"2026-02-24",
		"2026-02-25",
		"2026-02-26",
		"2026-02-27",
		"2026-02-28",
		null,
	]);
});

it("a leap year's February has its day", () => {
	expect(
		monthGrid("2024-02")
			.flat()
			.filter((day) => day !== null),
	).toHaveLength(29);
});

it("months follow each other over the year's end", () => {
	expect(shiftMonth("2026-12", 1)).toBe("2027-01");
	expect(shiftMonth("2026-01", -1)).toBe("2025-12");
});

it("months and weekdays have their names in the language, in English where it is unknown", () => {
	expect(monthName("2026-11", "de")).toBe("November 2026");
	expect(monthName("2026-03", "de")).toBe("März 2026");
	expect(monthName("2026-03", "no such language")).toBe("March 2026");
	expect(weekdayNames("en")).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
});
