import { describe, expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { readRecord } from "./read-record";

const STAT = { ctime: 0, mtime: 0, size: 0 };

describe("tags of a note", () => {
	test.each([
		[
			"at the start of a line and behind a blank",
			"#one and #two, #three.",
			["#one", "#two", "#three"],
		],
		[
			"with all their letters",
			"#début #検知/横移動 #a_b-c/d",
			["#début", "#検知/横移動", "#a_b-c/d"],
		],
		["each once", "#a #b #a", ["#a", "#b"]],
		["in headings", "## Title #tag", ["#tag"]],
		["in list items and quotes", "- #a\n> #b\n1. #c", ["#a", "#b", "#c"]],
		["not numbers alone", "#1 #2024 #1a", ["#1a"]],
		["not inside words or addresses", "a#b https://x.org/#c (#d)", []],
		["not in code", "`#a` ``#b ` #c`` #d", ["#d"]],
		["not in fences", "```\n#a\n```\n#b\n~~~md\n#c\n~~~", ["#b"]],
		["not in fences in quotes", "> ```\n> #a\n> ```\n> #b", ["#b"]],
		["not in a fence that is never closed", "#a\n```\n#b", ["#a"]],
		["not in indented code", "text\n\n    #a\n    #b\n\n#c", ["#c"]],
		["but in indented lines of a paragraph", "text\n    #a", ["#a"]],
		["not in formulas", "$$\n#a\n$$\n#b", ["#b"]],
		["not escaped", "\\#a #b", ["#b"]],
	])("are found %s", (_, body, tags) => {
		expect(readRecord(body).tags).toEqual(tags);
	});

	test.each([
		["a list", "tags: [a, b/c]", ["#a", "#b/c"]],
		["a text with commas and blanks", 'tags: "a, b c"', ["#a", "#b", "#c"]],
		["a block list with blanks", "tags:\n  - a b\n  - '#c'", ["#a", "#b", "#c"]],
		["tag, and in any case", "Tag: a\nTAGS: b", ["#a", "#b"]],
		["numbers", "tags: 2024", ["#2024"]],
		["nothing", "tags:", []],
	])("come from front matter as %s", (_, block, tags) => {
		expect(readRecord("---", block, "---").tags).toEqual(tags);
	});

	test("are those of the text first, then those of the front matter", () => {
		expect(readRecord("---", "tags: [front, Both]", "---", "#text #Both").tags).toEqual([
			"#text",
			"#Both",
			"#front",
		]);
	});
});

describe("notes by tag", () => {
	const index = createVaultIndex();
	index.put("a.md", "#Attack/T1021/004", STAT);
	index.put("b.md", "#attack", STAT);
	index.put("c.md", "#attacks", STAT);
	const paths = (tag: string): string[] => [...index.tagged(tag)].map((note) => note.path).sort();

	test("are found in any case, with the tags below", () => {
		expect(paths("#ATTACK")).toEqual(["a.md", "b.md"]);
		expect(paths("#attack/t1021")).toEqual(["a.md"]);
		expect(paths("#attack/t1021/00")).toEqual([]);
	});

	test("are no longer found once the tag is gone", () => {
		index.put("b.md", "no tag", STAT);
		expect(paths("#attack")).toEqual(["a.md"]);
		index.remove("a.md");
		expect(index.tags()).toEqual(["#attacks"]);
	});
});
