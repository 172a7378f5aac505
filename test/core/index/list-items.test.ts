import { describe, expect, test } from "vitest";
import type { NoteItem } from "../../../src/core/index/note-record";
import { readRecord } from "./read-record";

function pick<K extends keyof NoteItem>(items: readonly NoteItem[], ...keys: K[]): unknown[][] {
	return items.map((item) => keys.map((key) => item[key]));
}

describe("list items", () => {
	test("know their line, list and parent", () => {
		const { items } = readRecord("text", "", "- a", "  - b", "    - c", "- d", "", "1. e", "2. f");
		expect(pick(items, "text", "line", "parent", "list", "symbol")).toEqual([
			["a", 2, null, 2, "-"],
			["b", 3, 2, 2, "-"],
			["c", 4, 3, 2, "-"],
			["d", 5, null, 2, "-"],
			["e", 7, null, 7, "1."],
			["f", 8, null, 7, "2."],
		]);
	});

	test("are nested by tabs as by blanks", () => {
		const { items } = readRecord("- a", "\t- b", "\t\t- c", "- d");
		expect(pick(items, "text", "parent")).toEqual([
			["a", null],
			["b", 0],
			["c", 1],
			["d", null],
		]);
	});

	test("take in the lines that continue them", () => {
		const { items } = readRecord("- a", "  more", "lazy", "- b", "", "  own paragraph", "", "text");
		expect(pick(items, "text", "lineCount")).toEqual([
			["a\nmore\nlazy", 3],
			["b", 1],
		]);
	});

	test("end where a heading, a break or text behind a blank line begins", () => {
		const { items } = readRecord("- a", "# H", "- b", "---", "- c", "", "text", "- d");
		expect(pick(items, "text", "list", "heading")).toEqual([
			["a", 0, null],
			["b", 2, "H"],
			["c", 4, "H"],
			["d", 7, "H"],
		]);
	});

	test("of another bullet are another list", () => {
		const { items } = readRecord("- a", "* b", "1. c", "1) d");
		expect(pick(items, "list")).toEqual([[0], [1], [2], [3]]);
	});

	test("in quotes and callouts are in no list of their own", () => {
		const { items } = readRecord("> [!todo] Title", "> - [ ] a", ">   - b", "", "- c");
		expect(pick(items, "text", "list", "parent", "status")).toEqual([
			["a", -1, null, " "],
			["b", -1, 1, null],
			["c", 4, null, null],
		]);
	});

	test("hold code without being ended by it", () => {
		const { items } = readRecord("- a", "  ```", "  - not an item", "  ```", "- b");
		expect(pick(items, "text", "list")).toEqual([
			["a", 0],
			["b", 0],
		]);
	});

	test("are no numbers in the middle of a paragraph, and no dashes without a blank", () => {
		expect(readRecord("in the year", "1999. it was", "-not", "*nor* this").items).toEqual([]);
	});

	test("know the heading above them, underlined ones too", () => {
		const { items } = readRecord(
			"Setext",
			"======",
			"- a",
			"",
			"## Next ##",
			"```",
			"# no",
			"```",
			"- b",
		);
		expect(pick(items, "text", "heading")).toEqual([
			["a", "Setext"],
			["b", "Next"],
		]);
	});

	test("hold tags, links and a block id", () => {
		const { items } = readRecord("- see [[A]] (#x) #y. ^id-1", "  and [[B]]", "- [[C]]");
		expect(pick(items, "tags", "blockId")).toEqual([
			[["#x", "#y"], null],
			[[], null],
		]);
		expect(items.map((item) => item.links.map((link) => link.target))).toEqual([["A", "B"], ["C"]]);
		expect(readRecord("- a ^id-1").items[0]?.blockId).toBe("id-1");
	});
});

describe("tasks", () => {
	test.each([
		["- [ ] open", " ", "open"],
		["- [x] done", "x", "done"],
		["1. [/] half", "/", "half"],
		["- [✓] other", "✓", "other"],
		["- [ ]", " ", ""],
		["- [] none", null, "none"],
		["- [ab] none", null, "[ab] none"],
		["- [x]none", null, "none"],
	])("%s", (line, status, text) => {
		const [item] = readRecord(line).items;
		expect([item?.status, item?.text]).toEqual([status, text]);
	});

	test("have dates behind an emoji, and no field that is the whole line", () => {
		const { items } = readRecord(
			"- [ ] a ➕ 2024-01-01 🛫 2024-01-02 ⏳ 2024-01-03 📅 2024-01-04",
			"- [x] b:: c ✅ 2024-01-05",
		);
		expect(items.map((item) => item.fields)).toEqual([
			[
				["created", "2024-01-01"],
				["start", "2024-01-02"],
				["scheduled", "2024-01-03"],
				["due", "2024-01-04"],
			],
			[["completion", "2024-01-05"]],
		]);
	});
});
