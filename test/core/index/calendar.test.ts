import { expect, test } from "vitest";
import { daysInMonth, isLeapYear } from "../../../src/core/index/literals/calendar";

test("months have the days of the Gregorian calendar", () => {
	for (const year of [1900, 1999, 2000, 2023, 2024, 2100]) {
		expect(isLeapYear(year)).toBe(new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1);
		for (let month = 1; month <= 12; month++)
			expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
	}
});
