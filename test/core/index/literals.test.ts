import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDateInName, readWholeDate } from "../../../src/core/index/literals/date-literal";
import { readWholeDuration } from "../../../src/core/index/literals/duration-literal";
import { durationMs, normaliseDuration } from "../../../src/core/index/literals/duration-units";
import { parseInlineValue } from "../../../src/core/index/literals/inline-value";
import {
	canonicalName,
	cleanFieldKey,
	endOfName,
	linkableHeading,
} from "../../../src/core/index/literals/names";
import { propertyValue } from "../../../src/core/index/literals/property-value";
import { createZoneTable } from "../../../src/core/index/literals/zones";
import { encodeValue, isoOf } from "../../../src/core/query/encode-value";

const READING = { zones: createZoneTable(), zone: "UTC" };
const iso = (text: string, zone = "UTC"): string | undefined => {
	const date = readWholeDate(text, { ...READING, zone });
	return date && isoOf(date);
};

describe("dates", () => {
	test.each([
		["2024-05", "2024-05-01T00:00:00.000Z"],
		["2024-05-06", "2024-05-06T00:00:00.000Z"],
		["2024-05-06T07", "2024-05-06T07:00:00.000Z"],
		["2024-05-06T07:08", "2024-05-06T07:08:00.000Z"],
		["2024-05-06T07:08:09.123Z", "2024-05-06T07:08:09.123Z"],
		["2024-05-06T07:08:09-5:30", "2024-05-06T07:08:09.000-05:30"],
		["2024-07-01T12:00:00[America/New_York]", "2024-07-01T12:00:00.000-04:00"],
		["2024-02-30", "2024-03-01T00:00:00.000Z"],
		["0099-01-01", "0099-01-01T00:00:00.000Z"],
		["2024-13-01", undefined],
		["2024-05-06T07:08Z", undefined],
		["2024-05-06T07:08:09[No/Where]", undefined],
		["2024-5-6", undefined],
		["2024-05-06 ", undefined],
		["x2024-05-06", undefined],
	])("%s", (text, expected) => {
		expect(iso(text)).toBe(expected);
	});

	test("without a zone are in the zone of the reader, summer time or not", () => {
		expect(iso("2024-01-15", "Europe/Paris")).toBe("2024-01-15T00:00:00.000+01:00");
		expect(iso("2024-07-15", "Europe/Paris")).toBe("2024-07-15T00:00:00.000+02:00");
	});

	test("that the change of clocks skips move forward", () => {
		expect(iso("2024-03-31T02:30", "Europe/Paris")).toBe("2024-03-31T03:30:00.000+02:00");
	});

	test("are found in names", () => {
		const found = (name: string): string | undefined => {
			const date = findDateInName(name, READING);
			return date && isoOf(date).slice(0, 10);
		};
		expect(found("Log 2024-05-06 late")).toBe("2024-05-06");
		expect(found("20240506 Handover")).toBe("2024-05-06");
		expect(found("T1021.004")).toBeUndefined();
		expect(found("99999999")).toBeUndefined();
	});
});

describe("durations", () => {
	test.each([
		["6 days", { days: 6 }],
		["4h15m", { hours: 4, minutes: 15 }],
		["1 yr, 2 mo 3wks", { years: 1, months: 2, weeks: 3 }],
		["1.5 hours", { hours: 1.5 }],
		["2 min 3 min", { minutes: 5 }],
		["-3 days", { days: -3 }],
		["5", undefined],
		["5 rules", undefined],
		["5 days,", undefined],
		["5 days ago", undefined],
	])("%s", (text, units) => {
		expect(readWholeDuration(text)?.units).toEqual(units);
	});

	test("are carried over without changing in length where months and years are not touched", () => {
		const units = fc.record({
			days: fc.integer({ min: -6, max: 6 }),
			hours: fc.integer({ min: -200, max: 200 }),
			seconds: fc.integer({ min: -100_000, max: 100_000 }),
		});
		fc.assert(
			fc.property(units, (given) => {
				const duration = { kind: "duration", units: given } as const;
				const normal = normaliseDuration(duration);
				expect(durationMs(normal)).toBe(durationMs(duration));
				const signs = Object.values(normal.units)
					.map(Math.sign)
					.filter((sign) => sign !== 0);
				expect(new Set(signs).size).toBeLessThan(2);
			}),
		);
	});
});

describe("values of inline fields", () => {
	test.each([
		["", null],
		["7", 7],
		["-0.5", -0.5],
		["true", true],
		["False", false],
		["null", "null"],
		["#tag/x", "#tag/x"],
		['"quoted"', "quoted"],
		["7 days", { $duration: { weeks: 1 } }],
		["2024-05-06", { $date: "2024-05-06T00:00:00.000Z", zone: "UTC" }],
		[
			"![[A#B|c]]",
			{ $link: { path: "A", type: "header", subpath: "B", display: "c", embed: true } },
		],
		["1, 2, three", "1, 2, three"],
		['1, "two", [[3]]', [1, "two", { $link: { path: "3", type: "file", embed: false } }]],
		["[[A]],", [{ $link: { path: "A", type: "file", embed: false } }]],
		["just words, and more", "just words, and more"],
	])("%j", (text, expected) => {
		expect(encodeValue(parseInlineValue(text, READING))).toEqual(expected);
	});
});

describe("values of front matter", () => {
	test.each([
		["7 days", { $duration: { days: 7 } }],
		["2024-05-06", { $date: "2024-05-06T00:00:00.000Z", zone: "UTC" }],
		["[[A]]", { $link: { path: "A", type: "file", embed: false } }],
		["see [[A]]", "see [[A]]"],
		["5", "5"],
		["true", "true"],
		[
			[1, { a: "[[B]]" }],
			[1, { a: { $link: { path: "B", type: "file", embed: false } } }],
		],
		[undefined, null],
	])("%j", (raw, expected) => {
		expect(encodeValue(propertyValue(raw, READING))).toEqual(expected);
	});
});

describe("names", () => {
	test.each([
		["Shift Lead", "shift-lead"],
		["False Positives", "false-positives"],
		["a  b", "a-b"],
		["Größe (cm)", "größe-cm"],
		["x_y-Z", "x_y-z"],
		["🎯 Goal", "🎯-goal"],
		["(!)", ""],
	])("of the field %j is %j", (key, name) => {
		expect(canonicalName(key)).toBe(name);
	});

	test.each([
		["**Key**", "Key"],
		["- Key one", "Key one"],
		["`Key`", "Key"],
		["a: b", undefined],
		["🎯", ""],
	])("of the line's key %j is %j", (key, name) => {
		expect(cleanFieldKey(key)).toBe(name);
	});

	test("end where anything else begins", () => {
		expect(endOfName("a-b_1 c", 0)).toBe(5);
		expect(endOfName("größe.x", 0)).toBe(5);
		expect(endOfName("👩‍🚒x", 0)).toBe("👩‍🚒x".length);
		expect(endOfName("1a", 0)).toBeUndefined();
		expect(endOfName("_a", 0)).toBeUndefined();
	});

	test("of headings are letters and digits with one blank between", () => {
		expect(linkableHeading("Step 1: (the) «first»!")).toBe("Step 1 the first");
	});
});
