import { describe, expect, it } from "vitest";
import type { Citation } from "../../../../src/core/model/attack";
import {
	convertAttackText,
	convertListItem,
	type AttackTextContext,
} from "../../../../src/core/notes/technique/attack-text";
import { createFootnotes, writeCitation } from "../../../../src/core/notes/technique/footnotes";

const works: readonly Citation[] = [
	{ name: "A", description: "Work A.", url: "https://example.org/a_(1)?b=<c>" },
	{ name: "B (2020)", description: "", url: null },
	{ name: "Evil", description: "Click [[here]]", url: "javascript:alert(1)" },
];

function open(): AttackTextContext {
	const notes = new Map([
		["T1078", "T1078 - Valid Accounts"],
		["T1021.004", "Some folder/T1021.004 - Remote Services - SSH"],
	]);
	return {
		footnotes: createFootnotes(writeCitation),
		technique: "T1001",
		linkTo: (id) => notes.get(id),
	};
}

function convert(text: string): string {
	return convertAttackText(text, works, open());
}

describe("citations", () => {
	it.each([
		["End.(Citation: A)", "End.[^1]"],
		["End. (Citation: A)(Citation: B (2020))", "End.[^1][^2]"],
		["End (Citation: A). More (Citation: A)", "End[^1]. More[^1]"],
		["(Citation: Unknown)", "[^1]"],
		["(citation:A)Next word", "[^1] Next word"],
		["(Citation: A): not a definition", "[^1] : not a definition"],
		["x(Citation: A)(y)", "x[^1] (y)"],
		["<code>(Citation: A)</code> and `(Citation: A)`", "`(Citation: A)` and `(Citation: A)`"],
		["(Citation: never closed", "(Citation: never closed"],
		["(Citation: )", "(Citation: )"],
		["Look out!(Citation: A)", "Look out! [^1]"],
		["[(Citation: A)]", "[ [^1] ]"],
		["text(Citation: A)[link](https://example.org)", "text[^1] [link](https://example.org)"],
		["* one(Citation: A)\n* two", "- one[^1]\n- two"],
	])("%s", (text, markdown) => {
		expect(convert(text)).toBe(markdown);
	});

	it("are numbered in the order of first use over all texts of a note", () => {
		const context = open();
		expect(convertAttackText("x(Citation: B (2020))", works, context)).toBe("x[^1]");
		expect(convertAttackText("y(Citation: A)(Citation: B (2020))", works, context)).toBe(
			"y[^2][^1]",
		);
		expect(convertAttackText("z(Citation: A)", [], context)).toBe("z[^2]");
		expect(convertAttackText("(Citation: Nobody's work)(Citation: Evil)", works, context)).toBe(
			"[^3][^4]",
		);
		expect(context.footnotes.define()).toEqual([
			"[^1]: B (2020)",
			"[^2]: [Work A.](https://example.org/a_%281%29?b=%3Cc%3E)",
			"[^3]: Nobody's work",
			"[^4]: Click \\[\\[here\\]\\]",
		]);
	});
});

describe("links", () => {
	it.each([
		["https://attack.mitre.org/techniques/T1078", "[[T1078 - Valid Accounts|text]]"],
		["https://attack.mitre.org/techniques/T1078/", "[[T1078 - Valid Accounts|text]]"],
		["https://attack.mitre.org/versions/v10/techniques/T1078", "[[T1078 - Valid Accounts|text]]"],
		[
			"https://attack.mitre.org/techniques/T1021/004",
			"[[Some folder/T1021.004 - Remote Services - SSH|text]]",
		],
		[
			"https://attack.mitre.org/techniques/T1021.004",
			"[[Some folder/T1021.004 - Remote Services - SSH|text]]",
		],
		["https://attack.mitre.org/wiki/Technique/T1078", "[[T1078 - Valid Accounts|text]]"],
		[
			"https://collaborate.mitre.org/attackics/index.php/Technique/T1078",
			"[[T1078 - Valid Accounts|text]]",
		],
		["/techniques/T1078", "[[T1078 - Valid Accounts|text]]"],
		["/techniques/T4040", "[text](https://attack.mitre.org/techniques/T4040)"],
		[
			"https://attack.mitre.org/techniques/T4040",
			"[text](https://attack.mitre.org/techniques/T4040)",
		],
		["https://attack.mitre.org/techniques/T1001", "text"],
		["https://attack.mitre.org/groups/G0016", "[text](https://attack.mitre.org/groups/G0016)"],
		["https://example.org/techniques/T1078", "[text](https://example.org/techniques/T1078)"],
	])("to %s", (url, markdown) => {
		expect(convert(`[text](${url})`)).toBe(markdown);
		expect(convert(`<a href="${url}">text</a>`)).toBe(markdown);
	});

	it("may have letters and citations right behind them, and are no embeds", () => {
		const link = "[Account](https://attack.mitre.org/techniques/T1078)";
		expect(convert(`${link}s`)).toBe("[[T1078 - Valid Accounts|Account]]s");
		expect(convert(`${link} (Citation: A)`)).toBe("[[T1078 - Valid Accounts|Account]][^1]");
		expect(convert(`!${link}`)).toBe("! [[T1078 - Valid Accounts|Account]]");
	});

	it("stay web links where a wikilink could not show their text", () => {
		const text = "[a|b](https://attack.mitre.org/techniques/T1078)";
		expect(convert(text)).toBe(text);
	});

	it("need no text of their own where it is the note's name", () => {
		const text = "[T1078 - Valid Accounts](https://attack.mitre.org/techniques/T1078)";
		expect(convert(text)).toBe("[[T1078 - Valid Accounts]]");
	});
});

describe("code", () => {
	it.each([
		["<code>net use</code>", "`net use`"],
		["<code>a`b``c</code>", "```a`b``c```"],
		["<code>`x`</code>", "`` `x` ``"],
		["<code>C:&#92;Users&#92;&lt;name&gt;</code>", "`C:\\Users\\<name>`"],
		["<code>a</code><code>b</code>", "`a` `b`"],
		["<code></code>.", "."],
		["<CODE>x</CODE>", "`x`"],
		["<code>never closed", "never closed"],
		["stray</code> end", "stray end"],
		["see <code>one\n  two</code> here", "see `one two` here"],
		["a `wrapped\nspan` b", "a `wrapped span` b"],
		["<code>one\ntwo</code>", "```text\none\ntwo\n```"],
		["Run:\n<pre>a\n  b</pre>\nThen.", "Run:\n\n```text\na\n  b\n```\n\nThen."],
		["lone ` tick", "lone \\` tick"],
	])("%j", (text, markdown) => {
		expect(convert(text)).toBe(markdown);
	});
});

describe("HTML", () => {
	it.each([
		["one<br>two<br/>\nthree", "one\ntwo\nthree"],
		["<b> bold </b>text <i>slanted</i>", "**bold** text *slanted*"],
		["<p>one</p><p>two</p>", "one\n\ntwo"],
		["<ul><li>one</li><li>two</li></ul>after", "- one\n- two\n\nafter"],
		["a &lt;b&gt; &amp; c &quot;d&quot; &unknown; AT&amp;T", 'a \\<b> & c "d" &unknown; AT\\&T'],
		["2 &#42; 3 &#x2a; 4", "2 \\* 3 \\* 4"],
		["keys-<user>/file", "keys-\\<user>/file"],
	])("%s", (text, markdown) => {
		expect(convert(text)).toBe(markdown);
	});
});

describe("blocks", () => {
	it.each([
		["* a\n*   b\n• c", "- a\n- b\n- c"],
		["1.\tone\n2) two", "1. one\n2) two"],
		["### Sub\nText\n# Top", "#### Sub\n\nText\n\n#### Top"],
		["Text\n---\nmore\n===", "Text\n\\---\nmore\n\\==="],
		["one\n\n\n\ntwo  ", "one\n\ntwo"],
		["a\u00A0b\r\nc", "a b\nc"],
		[" \n text \n", "text"],
	])("%j", (text, markdown) => {
		expect(convert(text)).toBe(markdown);
	});
});

describe("a list item", () => {
	it.each([
		["", "", "- lead"],
		["", "One line.", "- lead: One line."],
		["", "One.\n\nTwo.\n- x", "- lead: One.\n\n  Two.\n  - x"],
		["", "- x\n- y", "- lead:\n  - x\n  - y"],
	])("%s%j", (_, text, markdown) => {
		expect(convertListItem("lead", text, [], open())).toBe(markdown);
	});

	it("may have no lead", () => {
		expect(convertListItem("", "Text.", [], open())).toBe("- Text.");
	});
});
