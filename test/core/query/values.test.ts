import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { durationMs } from "../../../src/core/index/literals/duration-units";
import { createZoneTable } from "../../../src/core/index/literals/zones";
import { dateAtWall } from "../../../src/core/index/literals/calendar";
import type { DurationValue } from "../../../src/core/model/value";
import { isoOf } from "../../../src/core/query/encode-value";
import { compareEnglish } from "../../../src/core/query/values/english-order";
import { addToDate, differenceOf } from "../../../src/core/query/values/date-arithmetic";
import { createTextStyle } from "../../../src/core/query/values/text-style";
import { evaluateCase } from "./support/evaluate-case";
import { testValues, utc } from "./support/expect-values";

describe("comparisons", () => {
	testValues([
		["null < 0", true],
		["null = null", true],
		['"10" > 9', true],
		['"2024-01-01" > date(2025-01-01)', true],
		['"a" < "B"', true],
		['"a" = "A"', false],
		['"é" = "e\u0301"', true],
		["true > false", true],
		["dur(7 days) = dur(1 week)", false],
		["dur(7 days) > dur(1 week)", true],
		["dur(1 week) > dur(7 days)", true],
		['date("2024-03-10T08:00:00+02:00") = date("2024-03-10T06:00")', false],
		['date("2024-03-10T08:00:00+02:00") <= date("2024-03-10T06:00")', false],
		["[1, 2] < [1, 3]", true],
		["[1] < [1, 0]", true],
		["{a: 1} = {a: 1}", true],
		["{a: 1} < {b: 0}", true],
		["[[A]] = [[A|b]]", true],
		["[[A]] = [[A#B]]", false],
		["[[A#B]] > [[A]]", true],
		["((x) => x) = ((y) => 1)", true],
	]);
});

describe("arithmetic", () => {
	testValues([
		["1 + 2 * 3 - 4 / 2", 5],
		["7 % 4 * 2", 6],
		["-7 % 4", -3],
		["1 / 0", { $number: "Infinity" }],
		["0 / 0", { $number: "NaN" }],
		['"a" + 1 + null', "a1\\-"],
		['1 + "a"', "1a"],
		['"ab" * 2', "abab"],
		['2 * "ab"', "abab"],
		['"ab" * -1', ""],
		["null + null", null],
		["1 + null", undefined],
		["null * null", null],
		["[1] + [2]", [1, 2]],
		["[1] + 2", undefined],
		["{a: 1, b: 1} + {b: 2}", { a: 1, b: 2 }],
		["dur(2 h) + dur(90 m)", { $duration: { hours: 3, minutes: 30 } }],
		["dur(2 h) - dur(3 h)", { $duration: { hours: -1 } }],
		["dur(2 h) * 1.5", { $duration: { hours: 3 } }],
		["3 * dur(10 days)", { $duration: { months: 1, days: 2 } }],
		["dur(1 day) / 2", { $duration: { hours: 12 } }],
		["dur(1 day) * dur(1 day)", undefined],
		["date(2024-01-31) + dur(1 month)", utc("2024-02-29")],
		["dur(1 day) + date(2024-02-28)", utc("2024-02-29")],
		["date(2024-03-01) - dur(2 weeks)", utc("2024-02-16")],
		["date(2024-03-01) - date(2024-01-31)", { $duration: { months: 1, days: 1 } }],
		["date(2024-01-31) - date(2024-03-01)", { $duration: { months: -1, days: -1 } }],
		["date(2024-01-01) + null", null],
		["date(2024-01-01) + 1", undefined],
		["true & 0", false],
		["false or 1", true],
		["!false and true", true],
		["!null = true", true],
	]);

	test("between two dates is the same both ways but for the sign", () => {
		const zones = createZoneTable();
		const zone = fc.constantFrom("UTC", "UTC+5:30", "Europe/Paris", "America/New_York");
		const wall = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) });
		fc.assert(
			fc.property(zone, wall, wall, (name, first, second) => {
				const [from, to] = [dateAtWall(zones, name, first), dateAtWall(zones, name, second)];
				const forth = differenceOf(zones, to, from);
				const back = differenceOf(zones, from, to);
				expect(durationMs(forth) + durationMs(back)).toBe(0);
				expect(Math.sign(durationMs(forth)) + 0).toBe(Math.sign(to.ms - from.ms) + 0);
			}),
			{ numRuns: 300 },
		);
	});

	test("keeps the wall clock over a change of clocks for days, exact time for hours", () => {
		const zones = createZoneTable();
		const before = dateAtWall(zones, "Europe/Paris", Date.UTC(2024, 2, 30, 12));
		const later = (units: DurationValue["units"]): string =>
			isoOf(addToDate(zones, before, { kind: "duration", units }));
		expect(later({ days: 1 })).toBe("2024-03-31T12:00:00.000+02:00");
		expect(later({ hours: 24 })).toBe("2024-03-31T13:00:00.000+02:00");
	});
});

describe("parts of values", () => {
	testValues([
		['{a: {"b c": 1}}.a["b c"]', 1],
		["[1, 2, 3][1]", 2],
		["[1][5]", null],
		["[1][-1]", null],
		["[{a: 1}, {b: 2}, {a: 3}].a", [1, null, 3]],
		['["ab", {a: 1}].a', [1]],
		['"abc"[1]', "b"],
		['"abc".length', undefined],
		["null.a.b", null],
		["5.5", 5.5],
		["{a: 1}[true]", undefined],
		["{b: 1}[b]", null],
		["date(2024-12-30).year", 2024],
		["date(2024-12-30).weekyear", 1],
		["date(2024-12-30).week", 5],
		["date(2024-12-30).weekday", 1],
		["date(2024-12-30).nothing", null],
		["dur(36 h).days", 1.5],
		["dur(1 week).hours", 168],
		["dur(1 week).week", null],
		["((x) => x + 1)(2)", 3],
		["((x, y) => y)(2)", null],
		["[1, 2][0](3)", undefined],
		["date(eom)", utc("2024-03-31", "23:59:59.999")],
		["date(sow)", utc("2024-03-11")],
		["date(eoy)", utc("2024-12-31", "23:59:59.999")],
		["date(yesterday)", utc("2024-03-14")],
		["date(now)", utc("2024-03-15", "12:00:00.000")],
	]);

	test("a lambda sees the row it was made on", () => {
		expect(evaluateCase("map(list, (x) => x + add)", { list: [1, 2], add: 10 })).toEqual([11, 12]);
		expect(evaluateCase("map(list, (x) => map(list, (y) => x * y))", { list: [1, 2] })).toEqual([
			[1, 2],
			[2, 4],
		]);
	});
});

describe("the order of texts", () => {
	test("is the collator's where plain letters decide it", () => {
		const collator = new Intl.Collator("en-US");
		const letter = fc.oneof(
			fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
			fc.constantFrom("é", "e\u0301", "ß", "Ä", "\u0000", "\t", "😀", "α", "\u0338"),
		);
		const word = fc.array(letter, { maxLength: 5 }).map((letters) => letters.join(""));
		fc.assert(
			fc.property(word, word, (left, right) => {
				const found = compareEnglish(left, right);
				if (found === undefined) return;
				expect(Math.sign(found) + 0).toBe(Math.sign(collator.compare(left, right)) + 0);
			}),
			{ numRuns: 5000 },
		);
	});

	test("is that of the language", () => {
		const swedish = createTextStyle("sv");
		const english = createTextStyle("en-US");
		expect(swedish.compareText("ä", "z")).toBe(1);
		expect(english.compareText("ä", "z")).toBe(-1);
	});
});
