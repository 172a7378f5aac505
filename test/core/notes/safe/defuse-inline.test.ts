import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { defuseInline } from "../../../../src/core/notes/safe/defuse-inline";
import { findLive } from "./live-markdown";

const parser = new MarkdownIt({ html: true, linkify: false });

/** What a reader sees of one line of Markdown. */
function visible(markdown: string): string {
	const [open, inline] = parser.parse(markdown, {});
	expect(open?.type ?? "paragraph_open").toBe("paragraph_open");
	return (inline?.children ?? []).map(({ content }) => content).join("");
}

describe("defuseInline", () => {
	it.each([
		[
			"Plain title: with (brackets), 50% and a_name",
			"Plain title: with (brackets), 50% and a_name",
		],
		["a [[b]] | c", "a \\[\\[b\\]\\] \\| c"],
		["<img src=x>", "\\<img src=x>"],
		["<% x %>", "&lt;% x %>"],
		["`= x`", "\\`= x\\`"],
		["a:: b", "a\\:\\: b"],
		["#tag C# #12", "\\#tag C# \\#12"],
		["javascript:alert(1)", "javascript\\:alert(1)"],
		["C:\\Users\\[x]", "C:\\Users\\\\\\[x\\]"],
		["- x", "\\- x"],
		["12. x", "12\\. x"],
		["a\nb", "a b"],
	])("%j", (text, expected) => {
		expect(defuseInline(text)).toBe(expected);
	});

	it("shows any line as it is written, and nothing in it is live", () => {
		const signs = fc.constantFrom(...Array.from("ab1 \\`*_{}[]()#+-.!<>|~$%&:^=/\"'@;"));
		const line = fc
			.oneof(
				fc.string({ unit: signs, maxLength: 30 }),
				fc.string({ unit: "grapheme", maxLength: 30 }),
			)
			.map((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
		fc.assert(
			fc.property(line, (text) => {
				const safe = defuseInline(text);
				expect(findLive(safe)).toEqual([]);
				expect(visible(safe)).toBe(text);
			}),
			{ numRuns: 20_000 },
		);
	});
});
