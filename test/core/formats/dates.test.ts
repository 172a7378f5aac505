import { expect, test } from "vitest";
import { normaliseDate } from "../../../src/core/formats/dates";

test.each([
	["2024-05-01", "2024-05-01"],
	["2024/5/1", "2024-05-01"],
	["2024.05.01", "2024-05-01"],
	["2024-05-01T10:00:00Z", "2024-05-01"],
	[new Date("2024-05-01T00:00:00Z"), "2024-05-01"],
	["2024-13-01", null],
	["01/05/2024", null],
	["2024-05-011", null],
	["", null],
	[20240501, null],
	[new Date(Number.NaN), null],
])("%s is %s", (value, date) => {
	expect(normaliseDate(value)).toBe(date);
});
