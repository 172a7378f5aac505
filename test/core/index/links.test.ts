import { describe, expect, test } from "vitest";
import { createVaultIndex, type VaultIndex } from "../../../src/core/index/vault-index";
import { readRecord } from "./read-record";

const STAT = { ctime: 0, mtime: 0, size: 0 };

function vault(notes: Readonly<Record<string, string>>): VaultIndex {
	const index = createVaultIndex();
	for (const [path, text] of Object.entries(notes)) index.put(path, text, STAT);
	return index;
}

describe("links of a note", () => {
	test.each([
		["[[A]]", [["A", "A", false]]],
		["[[Folder/A|shown]]", [["Folder/A", "shown", false]]],
		["| [[A\\|shown]] |", [["A", "shown", false]]],
		[
			"[[A#Part]] [[#Part]] [[A#^id]]",
			[
				["A#Part", "A > Part", false],
				["#Part", "Part", false],
				["A#^id", "A > ^id", false],
			],
		],
		["![[A.png]]", [["A.png", "A.png", true]]],
		["[text](Some%20note.md#Part)", [["Some note.md#Part", "text", false]]],
		[
			"[text](<Some note.md>) ![alt](pic.png)",
			[
				["Some note.md", "text", false],
				["pic.png", "alt", true],
			],
		],
		['[a](A(1).md "title")', [["A(1).md", "a", false]]],
		["[web](https://example.org) [mail](mailto:a@b) [own](obsidian://x)", []],
		["`[[A]]` \\[[B]] [[C]", []],
		["[[A] [[B]]", [["B", "B", false]]],
		["```\n[[A]]\n```", []],
		["bad %zz [x](a%zz.md)", [["a%zz.md", "x", false]]],
		["[a:: 1](b:: 2) [c:: 3]((d:: 4)) [e](f g.md) [h](<i)", []],
		["[a:: [[A]]](b:: #x)", [["A", "A", false]]],
		[
			"[a](b.md 'title') [c]( d.md )",
			[
				["b.md", "a", false],
				["d.md", "c", false],
			],
		],
	])("%s", (body, links) => {
		const found = readRecord(body).links.map((link) => [link.target, link.display, link.embed]);
		expect(found).toEqual(links);
	});

	test("are those of the front matter, of the text, then embeds", () => {
		const record = readRecord(
			"---",
			'one: "[[A|a]]"',
			'many: ["[[B]]", "no [[C]] link", "[[D]] [[E]]"]',
			"deep: {er: '[[F]]'}",
			"---",
			"![[G]] [[H]]",
		);
		expect(record.links.map((link) => link.target)).toEqual(["A", "B", "F", "H", "G"]);
	});
});

describe("the note a link means", () => {
	const index = vault({
		"Deep/Folder/Same.md": "",
		"Same.md": "",
		"Other/Near.md": "",
		"Other/Far/Near.md": "",
		"Home/Near.md": "",
		"v1.2.md": "",
		"Ünïcode.md": "",
	});
	const found = (target: string, source: string): string | undefined =>
		index.resolve(target, source)?.path;

	test.each([
		["a full path", "Deep/Folder/Same", "Home/Near.md", "Deep/Folder/Same.md"],
		["a full path with its ending", "Deep/Folder/Same.md", "", "Deep/Folder/Same.md"],
		["a name at the top", "same", "Deep/Folder/Same.md", "Same.md"],
		["the note in the same folder", "Near", "Home/Other.md", "Home/Near.md"],
		["else the shortest path", "near", "Elsewhere/x.md", "Home/Near.md"],
		["the end of a path", "Far/Near", "x.md", "Other/Far/Near.md"],
		["a path from here", "./Near", "Other/x.md", "Other/Near.md"],
		["a path upwards", "../Near", "Other/Far/Near.md", "Other/Near.md"],
		["a path from the top", "/Near", "Home/x.md", undefined],
		["a heading in a note", "Same#Part", "", "Same.md"],
		["a part of its own note", "#Part", "Home/Near.md", "Home/Near.md"],
		["a name with a dot", "V1.2", "", "v1.2.md"],
		["letters put together otherwise", "U\u0308ni\u0308code", "", "Ünïcode.md"],
		["nothing", "Missing", "", undefined],
	])("is %s", (_, target, source, path) => {
		expect(found(target, source)).toBe(path);
	});
});

describe("links between notes", () => {
	test("are known in both directions, embeds and links to itself too", () => {
		const index = vault({
			"a.md": "[[b]] ![[c]] [[#here]] [[nowhere]]",
			"b.md": '---\nsee: "[[a]]"\n---\n[[b]]',
			"c.md": "",
		});
		expect(index.linksFrom("a.md")).toEqual(["a.md", "b.md", "c.md"]);
		expect(index.linksTo("a.md")).toEqual(["a.md", "b.md"]);
		expect(index.linksTo("b.md")).toEqual(["a.md", "b.md"]);
		expect(index.linksToNowhere("nowhere")).toEqual(["a.md"]);
	});

	test("lead nowhere by the path that they name, whatever else has the same name", () => {
		const index = vault({
			"a.md": "[[x/gone]] [[y/gone]] [[b]]",
			"b.md": "",
			"c.md": "[[y/gone]]",
		});
		expect(index.linksToNowhere("x/gone")).toEqual(["a.md"]);
		expect(index.linksToNowhere("y/gone")).toEqual(["a.md", "c.md"]);
		expect(index.linksToNowhere("b")).toEqual([]);
	});

	test("follow notes that appear, move and go", () => {
		const index = vault({ "a.md": "[[b]]", "x/b.md": "" });
		expect(index.linksTo("x/b.md")).toEqual(["a.md"]);
		index.put("b.md", "", STAT);
		expect(index.linksTo("x/b.md")).toEqual([]);
		expect(index.linksTo("b.md")).toEqual(["a.md"]);
		index.rename("b.md", "c.md");
		expect(index.linksTo("x/b.md")).toEqual(["a.md"]);
		index.remove("x/b.md");
		expect(index.linksToNowhere("b")).toEqual(["a.md"]);
	});
});
