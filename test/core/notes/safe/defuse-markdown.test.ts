import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defuseMarkdown } from "../../../../src/core/notes/safe/defuse-markdown";
import { findLive } from "./live-markdown";

const defuse = (text: string): string => defuseMarkdown(text).text;

describe("defuseMarkdown keeps ordinary prose", () => {
	const ordinary = [
		"Plain words, a **bold** one, *emphasis*, ~~gone~~ and `code`.\n",
		"# Heading\n\nText\nover lines\n\nSetext\n======\n\n- item\n  - nested\n\n1. one\n2. two\n\n> quoted\n",
		"| a | b |\n|---|---|\n| `x` | y\\|z |\n",
		"See [the site](https://example.org/a_(b)?c=d#e) or <https://example.org> or https://example.org/x#y.\n",
		"```powershell\nGet-Item <x> # $y %% ::\n```\n",
		"a < b, 3<4, C#, issue #12, 50%, cost $5, x: y, 10:30, C:\\Windows\\System32, AT&T, e-mail me@example.org\n",
		"A footnote[^1].\n\n[^1]: The work.\n",
		"***\n\nkey = value, a == b\n",
		"`sekurlsa::logonpasswords` and `[Convert]::ToBase64String($x)` and `std::string`\n",
		"~~~bash\nls\n~~~\n",
	];
	it.each(ordinary)("%j", (text) => {
		expect(defuseMarkdown(text)).toEqual({ text, defused: [] });
	});

	it("ends as it ended, with or without a line break", () => {
		expect(defuse("a")).toBe("a");
		expect(defuse("a\n\n")).toBe("a\n\n");
		expect(defuse("")).toBe("");
	});

	it("makes line breaks one kind and drops control characters", () => {
		expect(defuse("a\r\nb\rc\0\u0007")).toBe("a\nb\nc");
	});
});

describe("defuseMarkdown makes live text plain", () => {
	const live: readonly (readonly [string, string, string])[] = [
		["html", "<b>x</b> <img src=x onerror=y>", "\\<b>x\\</b> \\<img src=x onerror=y>"],
		["html", "a <!-- hidden --> b", "a \\<!-- hidden --> b"],
		["html", "<javascript:alert(1)>", "\\<javascript\\:alert(1)>"],
		["html", "www.e.org/<b>", "www.e.org/&lt;b>"],
		["template", "<% tp.x %>", "&lt;% tp.x %>"],
		["template", "\\<% tp.x %>", "&lt;% tp.x %>"],
		["template", "```js\n<%* x %>\n```", "```js\n<\u2060%* x %>\n```"],
		["inline-code", "`= this.x`", "`\u2060= this.x`"],
		["inline-code", "`` $= dv ``", "`` \u2060$= dv ``"],
		["inline-code", "`INPUT[toggle:x]`", "`\u2060INPUT[toggle:x]`"],
		["code-block", "```dataviewjs\nx\n```", "```text\nx\n```"],
		["code-block", "> ```query\n> x", "> ```text\n> x\n> ```"],
		["code-block", "- ```tasks\n  x\n  ```", "-\n  ```text\n  x\n  ```"],
		["link", "[x](javascript:alert(1))", "[x\\](javascript\\:alert(1))"],
		["link", "[x](javascript&colon;alert(1))", "[x\\](javascript&colon;alert(1))"],
		["link", "[x](obsidian://open)", "[x\\](obsidian\\://open)"],
		["link", "[x](../secret.md)", "[x\\](../secret.md)"],
		["link", "[x]: javascript:alert(1)", "[x\\]: javascript\\:alert(1)"],
		["link", "[x\ny]:\njavascript:alert(1)", "[x\ny\\]:\njavascript\\:alert(1)"],
		["link", "file:///etc/passwd", "file\\:///etc/passwd"],
		["image", "![a](https://e.org/p.png)", "[a](https://e.org/p.png)"],
		["image", "![](https://e.org/p.png)", "[image](https://e.org/p.png)"],
		["image", "!![a](https://e.org/p.png)", "!\\![a](https://e.org/p.png)"],
		["image", "[![a](https://e.org/p.png)](https://e.org)", "[a](https://e.org)"],
		["image", "![a][ref]", "\\![a][ref]"],
		["image", "![[Note]]", "!\\[\\[Note]]"],
		["wikilink", "[[Note|x]]", "\\[\\[Note|x]]"],
		["wikilink", "\\[[Note]]", "\\[\\[Note]]"],
		["comment", "%% hidden %%", "%\\% hidden %\\%"],
		["field", "status:: live", "status:\\: live"],
		["field", "(a:: b)", "(a:\\: b)"],
		["inline-code", "`[a:: b]`", "`[a:\u2060: b]`"],
		["inline-code", "`status::x`", "`status:\u2060:x`"],
		["tag", "#tag and (#other)", "\\#tag and (\\#other)"],
		["block-id", "text ^id", "text \\^id"],
		["math", "$x$", "\\$x$"],
		["task", "- [ ] do", "- \\[ ] do"],
		["front-matter", "---\na: b\n---\n", "***\na: b\n---\n"],
	];
	it.each(live)("%s in %j", (kind, text, safe) => {
		const result = defuseMarkdown(text);
		expect(result.text).toBe(safe);
		expect(result.defused.map((item) => item.kind)).toContain(kind);
	});

	it("escapes a backtick that parsers could pair differently", () => {
		expect(defuse("`one\ntwo`")).toBe("\\`one\ntwo\\`");
		expect(defuse("|a|\n|-|\n| `x | <b> | y` |")).toBe("|a|\n|-|\n| \\`x | \\<b> | y\\` |");
	});

	it("gives a line that goes on with a quote or a list item lazily its marks", () => {
		expect(defuse("> a\nb\n\n- c\nd")).toBe("> a\n> b\n\n- c\n  d");
	});

	it("closes a fence that nothing closes", () => {
		expect(defuse("```js\nx")).toBe("```js\nx\n```");
		expect(defuse("> ```js\n> x\ny")).toBe("> ```js\n> x\n> ```\ny");
	});

	it("writes indented code as a fence", () => {
		expect(defuse("a\n\n    <b>\n\n    ```\n\nb")).toBe("a\n\n````\n<b>\n\n```\n````\n\nb");
	});

	it("counts the blanks behind a list's mark as CommonMark does: up to four, or one where code follows", () => {
		expect(defuse("-    a\n\n      <b>")).toBe("-    a\n\n      \\<b>");
		expect(defuse("-     <b>")).toBe("-\n  ```\n  <b>\n  ```");
	});

	it("says where each kind was first met, and how often", () => {
		expect(defuseMarkdown("a\n<b>\n<i>\n[[x]]").defused).toEqual([
			{ kind: "html", count: 2, line: 2 },
			{ kind: "wikilink", count: 2, line: 4 },
		]);
	});
});

const pieces = fc.constantFrom(
	...[
		"a",
		" ",
		"\n",
		"\n\n",
		"`",
		"``",
		"```",
		"~~~",
		"````\n",
		"```dataviewjs\n",
		"    ",
		"\t",
		"> ",
	],
	...[
		"- ",
		"1. ",
		"2) ",
		"* ",
		"<",
		">",
		"<b>",
		"</b>",
		"<!--",
		"-->",
		"<%",
		"%>",
		"%%",
		"%",
		"[",
		"]",
		"[[",
	],
	...[
		"]]",
		"](",
		")",
		"(",
		"]:",
		"!",
		"![",
		"javascript:alert(1)",
		"https://e.org/",
		"obsidian://x",
		"file:",
	],
	...[
		"\\",
		"|",
		"|-|\n",
		"---\n",
		"===\n",
		"# ",
		"#tag",
		"$",
		"$$",
		"=",
		"`= x`",
		"::",
		"a:: b",
		"^id",
		"*",
	],
	...[
		"_",
		"&lt;",
		"&#58;",
		"\r\n",
		"\u2060",
		"<https://e.org>",
		"data:x",
		'"',
		"'",
		"{{x}}",
		"INPUT[",
		"[ ] ",
	],
);
const hostile = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

describe("defuseMarkdown, over random hostile text", () => {
	it("leaves nothing that CommonMark or a plugin would take for live", () => {
		fc.assert(
			fc.property(hostile, (text) => {
				expect(findLive(defuse(text))).toEqual([]);
			}),
			{ numRuns: 10_000 },
		);
	});

	it("keeps code in its block where a line of it would close the block once outdented", () => {
		const text = " ```text\n\t````\n<script>alert(1)</script>\n ```\n";
		const once = defuse(text);
		expect(once).toBe("```text\n    ````\n<script>alert(1)</script>\n```\n");
		expect(defuse(once)).toBe(once);
	});

	it("changes nothing the second time", () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const once = defuse(text);
				expect(defuse(once)).toBe(once);
			}),
			{ numRuns: 10_000 },
		);
	});

	it("is safe wherever it is put into a note", () => {
		fc.assert(
			fc.property(hostile, hostile, (one, two) => {
				const note = `# Note\n\n${defuse(one)}\n\n## Next\n\n${defuse(two)}\n`;
				expect(findLive(note)).toEqual([]);
				expect(note).toContain("\n## Next\n");
			}),
			{ numRuns: 5_000 },
		);
	});

	it("lets no comment or field begin in the address of a link's definition", () => {
		expect(defuse("[a]: https://example.org/%%")).not.toContain("%%");
		expect(defuse("[a]: https://example.org/x::y")).not.toContain("::");
		expect(defuse("[a]: https://example.org/%20x")).toBe("[a]: https://example.org/%20x");
	});

	it("leaves no raw sign that a plugin looks for outside code", () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const prose = text.replace(/[`~\t]| {4}/g, "");
				expect(defuse(prose)).not.toMatch(/<%|%%|::|\[\[.*\]\]|(?:^|\s)#[a-z]/);
			}),
			{ numRuns: 10_000 },
		);
	});

	// Work that is not linear would take many minutes here.
	const repeated = [
		"<",
		"[",
		"`",
		"*",
		">",
		"- ",
		"](",
		"![",
		"`a",
		"[[",
		"<a",
		"](http://",
		"https://",
		"$",
		"%",
		":",
	];
	it.each([
		...repeated,
		"a:",
		"#",
		"^a ",
		"~",
		"\\",
		"|",
		"www.",
		"\n`",
		"\n>",
		"```\n",
		"- \n",
		"](<",
		"\t",
		"::(",
	])("reads 300,000 signs of %j in linear time", (piece) => {
		const text = piece.repeat(Math.ceil(300_000 / piece.length));
		expect(defuse(`${text}.`).length).toBeGreaterThan(0);
	});

	it("takes any text at all", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
				expect(findLive(defuse(text))).toEqual([]);
			}),
		);
	});
});
