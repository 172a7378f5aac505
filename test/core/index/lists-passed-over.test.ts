import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRecord } from "./read-record";

/** Lines that open, continue, interrupt and end lists; `plain` can be made a field of the same length. */
const LINES = [
	...["- plain a", "* plain b", "+ plain c", "1. plain d", "1) plain e", "2. plain f", "- ", "*"],
	...["  - plain g", "    - plain h", "\t- plain i", "- [ ] plain j", "- [x] plain k", "- *plain*"],
	...[
		"- [[A]] plain",
		"- plain #t",
		"- #u plain",
		"- [m](n.md) plain",
		"- [w](https://x.org) plain",
	],
	...[
		"- `#c` plain [[D|d]]",
		"- plain\r",
		"plain",
		"  plain",
		"    plain #deep",
		"\t[[Deep]]",
		"^id",
	],
	...[
		"",
		"",
		"",
		"  ",
		" \r",
		"#",
		"# H",
		"## H [[L]] ##",
		"   # I #v",
		"#w",
		"plain #x",
		"#1 #2y",
	],
	...[
		"> plain",
		"> - plain #q",
		">#r",
		"- >#s",
		"***",
		"---",
		"===",
		"- - -",
		"_ _ _",
		"[[E]]",
		"![[F]]",
	],
	...["```", "  ```", "~~~", "- ```", "> ```", "$$", "- $$", "| [[G]] |", "10. plain", "**plain**"],
];

const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 14 });

function outline(text: readonly string[]): unknown {
	const { tags, links, items } = readRecord(...text);
	const plain = (words: string | null) => words?.replaceAll("p::in", "plain") ?? null;
	return {
		tags,
		links,
		items: items.map((item) => ({
			...item,
			text: plain(item.text),
			heading: plain(item.heading),
			fields: [],
		})),
	};
}

describe("lists without fields", () => {
	test("give the links, tags and items that they would give with fields, for which every line is looked at", () => {
		fc.assert(
			fc.property(lines, (text) => {
				const withFields = text.map((line) => line.replace("plain", "p::in"));
				expect(outline(text)).toEqual(outline(withFields));
			}),
			{ numRuns: 3000 },
		);
	});

	test("end where another block begins", () => {
		const text = ["- a", "", "text", "- b", "# H", "- c", "", "    d", "", "[^1]: note", "", "- e"];
		const { items } = readRecord(...text);
		expect(items.map((item) => [item.text, item.line, item.list, item.heading])).toEqual([
			["a", 0, 0, null],
			["b", 3, 3, null],
			["c", 5, 5, "H"],
			["e", 11, 11, "H"],
		]);
	});

	test("take time in proportion to the text where each ends another way", () => {
		const text = "- a\n***\n".repeat(20_000) + "- [x:: y]\n";
		expect(readRecord(text).items).toHaveLength(20_001);
	});
});
