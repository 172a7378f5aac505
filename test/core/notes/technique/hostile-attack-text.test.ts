import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defuseMarkdown } from "../../../../src/core/notes/safe/defuse-markdown";
import {
	convertAttackText,
	convertListItem,
} from "../../../../src/core/notes/technique/attack-text";
import { createFootnotes, writeCitation } from "../../../../src/core/notes/technique/footnotes";

function open() {
	const footnotes = createFootnotes(writeCitation);
	return { footnotes, technique: "T1001", linkTo: () => undefined };
}

const tokens = [
	...[
		"(Citation: ",
		"(Citation: A)",
		"(",
		")",
		"[",
		"]",
		"[^1]",
		"[^1]:",
		"[[",
		"]]",
		"](",
		"![",
		"!",
	],
	...[
		"<code>",
		"</code>",
		"<pre>",
		"</pre>",
		"<b>",
		"</b>",
		"<li>",
		"<br>",
		"<a href=x>",
		"</a>",
		"<p>",
	],
	...[
		"<img src=x onerror=y>",
		"<%",
		"%>",
		"%%",
		"<!--",
		"-->",
		"<",
		">",
		"&lt;",
		"&#96;",
		"&amp;",
		"&",
	],
	...[
		"`",
		"``",
		"```",
		"```dataviewjs",
		"~~~",
		"= 1",
		"$= 1",
		"$",
		"x:: y",
		"[x:: y]",
		"#tag",
		"^id",
	],
	...[
		"javascript:",
		"obsidian://",
		"https://example.org/",
		"[x](https://attack.mitre.org/techniques/T1078)",
	],
	...[
		"\n",
		"\n\n",
		"\n* ",
		"\n- [ ] ",
		"\n1. ",
		"\n# ",
		"\n---\n",
		"\n> ",
		"    ",
		"| ",
		"|---|",
		"\t",
	],
	...["word", " ", ".", "\\", "*", "_", "\uE000", "\uE0010\uE001", "\u2060", "é", "\u{1F600}"],
];

const text = fc
	.array(
		fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...tokens) }, fc.string({ maxLength: 3 })),
		{
			maxLength: 40,
		},
	)
	.map((parts) => parts.join(""));

describe("a hostile ATT&CK text", () => {
	it("leaves nothing live, whatever it says", () => {
		fc.assert(
			fc.property(text, (source) => {
				// Our own marks are not the text's.
				const uncited = source.replace(/citation/gi, "");
				const converted = convertAttackText(uncited, [], open());
				const { defused } = defuseMarkdown(converted);
				expect(defused.filter(({ kind }) => kind !== "tag")).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	it("cannot forge a heading of the note, nor the definition of a footnote", () => {
		fc.assert(
			fc.property(text, (source) => {
				const item = convertListItem("**lead**", source, [], open());
				expect(item).not.toMatch(/^#{1,3} /m);
				expect(item).not.toMatch(/^\s*\[\^\d+\]:/m);
			}),
			{ numRuns: 1000 },
		);
	});

	it("makes no embed of a link to a note, nor anything else", () => {
		const linked = { ...open(), linkTo: (id: string) => `Notes/${id}` };
		fc.assert(
			fc.property(text, (source) => {
				const converted = convertAttackText(source, [], linked);
				expect(converted).not.toMatch(/[![\\]\[\[Notes|\[\[Notes[^\]]*\]\]\(/);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each(tokens.map((token) => [JSON.stringify(token), token]))(
		"is read in one pass where %s is repeated",
		(_, token) => {
			const source = token.repeat(Math.ceil(100_000 / token.length));
			expect(typeof convertAttackText(source, [], open())).toBe("string");
		},
	);
});
