import { describe, expect, it } from "vitest";
import type { PropertyKind } from "../../../src/obsidian/edit/property-kind";
import {
	draftOf,
	itemsOf,
	readDraft,
	readItem,
	splitTyped,
} from "../../../src/obsidian/edit/read-draft";

const read = (text: string, kind: PropertyKind, before: unknown = null) =>
	readDraft(text, kind, before);

describe("what is typed into a cell", () => {
	it.each<[PropertyKind, string, unknown]>([
		["text", " a text ", { kind: "text", text: " a text " }],
		["text", "", { kind: "empty" }],
		["number", " 3.5 ", { kind: "number", number: 3.5 }],
		["number", "-1e3", { kind: "number", number: -1000 }],
		["number", "", { kind: "empty" }],
		["date", "2024-02-29", { kind: "moment", text: "2024-02-29" }],
		["datetime", "2024-02-29T23:59", { kind: "moment", text: "2024-02-29T23:59" }],
		["datetime", "2024-02-29T23:59:01", { kind: "moment", text: "2024-02-29T23:59:01" }],
	])("is read as %s", (kind, text, value) => {
		expect(read(text, kind)).toEqual({ ok: true, value });
	});

	it.each<[PropertyKind, string]>([
		["number", "3,5"],
		["number", "many"],
		["number", "0x1f"],
		["date", "2023-02-29"],
		["date", "2024-13-01"],
		["date", "tomorrow"],
		["datetime", "2024-02-30T10:00"],
		["datetime", "2024-02-29T24:00"],
	])("is refused as %s: %s", (kind, text) => {
		expect(read(text, kind)).toEqual({ ok: false, fault: kind });
	});

	it("keeps the blank between day and time that the note has", () => {
		const value = { kind: "moment", text: "2024-03-02 10:00" };
		expect(read("2024-03-02T10:00", "datetime", "2024-03-01 09:00")).toEqual({ ok: true, value });
		expect(draftOf("2024-03-01 09:00", "datetime")).toBe("2024-03-01T09:00");
	});

	it.each<[PropertyKind, unknown]>([
		["text", "a: b"],
		["number", 0.5],
		["date", "2024-03-01"],
		["datetime", "2024-03-01 10:00"],
	])("is the value again where nothing was typed: %s", (kind, value) => {
		const reading = read(draftOf(value, kind), kind, value);
		expect(reading.ok && "text" in reading.value ? reading.value.text : null).toBe(
			typeof value === "string" ? value : null,
		);
	});
});

describe("what is typed into a list", () => {
	it("is split at commas, but not in links", () => {
		expect(splitTyped("a, b,c")).toEqual({ items: ["a", "b"], rest: "c" });
		expect(splitTyped("[[A, B]], c")).toEqual({ items: ["[[A, B]]"], rest: "c" });
		expect(splitTyped("a,")).toEqual({ items: ["a"], rest: "" });
		expect(splitTyped(" a b")).toEqual({ items: [], rest: " a b" });
	});

	it("is a number among numbers, and text elsewhere", () => {
		expect(readItem("3", [1, 2])).toBe(3);
		expect(readItem("3", ["a", 1])).toBe("3");
		expect(readItem("3", [])).toBe("3");
	});

	it("stands beside the items there are", () => {
		expect(itemsOf(["a", 1, null, { b: 1 }])).toEqual(["a", 1, null]);
		expect(itemsOf("a")).toEqual(["a"]);
		expect(itemsOf(undefined)).toEqual([]);
	});
});
