import { describe, expect, test } from "vitest";
import { asTable, asTables, asText, asTexts, ownValue } from "../../../src/core/formats/values";

describe("values of untrusted data", () => {
	test("only a table is a table", () => {
		const table = { a: 1 };
		expect(asTable(table)).toBe(table);
		for (const value of [null, undefined, "a", 1, [table], new Date(0)])
			expect(asTable(value)).toBeUndefined();
		expect(asTables([table, "a", null])).toEqual([table]);
		expect(asTables(table)).toEqual([table]);
	});

	test("a key has the table's own value, never the prototype's", () => {
		expect(ownValue({ a: 1 }, "a")).toBe(1);
		expect(ownValue({ a: null }, "a")).toBeNull();
		for (const key of ["constructor", "__proto__", "toString", "b"])
			expect(ownValue({ a: 1 }, key)).toBeUndefined();
		expect(
			ownValue(JSON.parse('{"constructor": 2}') as Record<string, unknown>, "constructor"),
		).toBe(2);
	});

	test("scalars are trimmed texts, the empty one is none", () => {
		const scalars = [" a ", 1.5, false, new Date("2024-05-01T10:00:00Z")];
		expect(asTexts(scalars)).toEqual(["a", "1.5", "false", "2024-05-01"]);
		expect(asTexts("a")).toEqual(["a"]);
		for (const value of ["", "  ", null, {}, ["a"], new Date(Number.NaN)])
			expect(asText(value)).toBeUndefined();
	});
});
