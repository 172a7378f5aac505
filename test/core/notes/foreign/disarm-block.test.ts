import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disarmBlock } from "../../../../src/core/notes/foreign/disarm-block";
import { readForeignNote } from "../../../../src/core/notes/foreign/read-foreign-note";

describe("code in somebody's note that would run", () => {
	it.each([
		["```dataviewjs\ndv.list()\n```", "```text\ndv.list()\n```"],
		["Text\n> ```js-engine\n> x()\n> ```", "Text\n> ```text\n> x()\n> ```"],
		["~~~ dataviewjs\nx\n~~~", "~~~text\nx\n~~~"],
		["> ``` \tDataviewJS title\n> x\n> ```", "> ```text title\n> x\n> ```"],
		["[a](&#106;avascript:x)", "[a](\u2060&#106;avascript:x)"],
		["[a](<java\tscript:x>)", "[a](<\u2060java\tscript:x>)"],
		["[a](javascript&colon;x)", "[a](\u2060javascript&colon;x)"],
		["[a]: javascript\\:x", "[a]: \u2060javascript\\:x"],
		["<a href=javas&#99;ript:x>", "&lt;a href=javas&#99;ript:x>"],
		['<a href="java\tscript:x">', '&lt;a href="java\tscript:x">'],
		["`$= dv.current()`", "`\u2060$= dv.current()`"],
		["<%* tp.file.move() %>", "<\u2060%* tp.file.move() %>"],
		["[a](javascript:alert(1))", "[a](\u2060javascript:alert(1))"],
		["<script>x()</script>", "&lt;script>x()&lt;/script>"],
		["<img src=x onerror=x()>", "&lt;img src=x onerror=x()>"],
		['<a href="javascript:x()">a</a>', '&lt;a href="javascript:x()">a</a>'],
		["<iframe src='https://example.org'>", "&lt;iframe src='https://example.org'>"],
	])("%s is made plain", (before, after) => {
		expect(disarmBlock(before)).toBe(after);
		expect(disarmBlock(after)).toBe(after);
	});

	it.each([
		"[[Build hosts]], ![[picture.png]] and #tag",
		"```dataview\nTABLE file.link\n```",
		"```yml\ntitle: a\n```",
		"```\nplain\n```",
		"~~~powershell\nGet-Item a\n~~~",
		"`= this.file.name` and `x`",
		"a<br>b <b>c</b> <span style='color: red'>d</span>",
		"Owner:: me ^block",
		"[a](https://example.org/javascript:x)",
	])("%s stays", (block) => {
		expect(disarmBlock(block)).toBe(block);
	});

	it("is told with the line of its section", () => {
		const text = "---\nattack_id: T1070\n---\n\n## Ours\n\n```dataviewjs\ndv.list()\n```\n";
		expect(readForeignNote({ file: "a.md", path: "a.md", text }).problems).toMatchObject([
			{ code: "note-text-defused", line: 5, severity: "info" },
		]);
	});
});

it("disarms an element in front of one that it disarms", () => {
	for (const text of ["<data:<data: onx=", `${"<a".repeat(40)} onx=`]) {
		const once = disarmBlock(text);
		expect(once).not.toMatch(/<[a-z]/);
		expect(disarmBlock(once)).toBe(once);
	}
});

it("doing it twice changes nothing", () => {
	const part = fc.constantFrom(
		"<",
		"%",
		"`",
		"$=",
		"```dataviewjs\n",
		"\n",
		"script",
		"](",
		"data:",
		" onx=",
		">",
		"a",
		"\u2060",
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
			const once = disarmBlock(parts.join(""));
			expect(disarmBlock(once)).toBe(once);
		}),
		{ numRuns: 1000 },
	);
});
