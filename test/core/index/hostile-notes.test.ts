import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { runQuery } from "../../../src/core/query/run-query";

const STAT = { ctime: 0, mtime: 0, size: 0 };
const EVERYTHING =
	"TABLE file.outlinks, file.inlinks, file.lists, file.tasks, file.tags, file.frontmatter, file.day, a";

/** Work that is not linear in these would not end within a test. */
const LARGE = 200_000;

describe("a hostile note", () => {
	test.each([
		["open brackets", "[".repeat(LARGE)],
		["open links", "[[a".repeat(LARGE)],
		["links that never close", "[[a|".repeat(LARGE)],
		["destinations that never close", "](".repeat(LARGE)],
		["destinations in destinations", "[a](b(".repeat(LARGE)],
		[
			"backticks of every length",
			Array.from({ length: 600 }, (_, at) => `${"`".repeat(at)}x`).join(""),
		],
		["fences that never close", "```\n~~~\n".repeat(LARGE / 4)],
		["fields that never close", "[a:: (b:: ".repeat(3000)],
		["many short fields", "[a:: b] (c:: d) ".repeat(LARGE / 10)],
		["many separators", "a::".repeat(LARGE)],
		["hashes", "#".repeat(LARGE)],
		["digits for a tag", `#${"1".repeat(LARGE)}`],
		["quotes", ">".repeat(LARGE)],
		["quotes on lines", ">\n".repeat(LARGE)],
		["items", "- a\n".repeat(LARGE / 4)],
		[
			"items under items",
			Array.from({ length: 1500 }, (_, at) => `${" ".repeat(at * 2)}- a`).join("\n"),
		],
		["tasks under one item", `- a\n${"  - [ ] b #c [[d]]\n".repeat(20_000)}`],
		["numbers", "1".repeat(LARGE)],
		["indented lines with links", "    [[a]]\n".repeat(LARGE / 10)],
		["text with indented lines", `text\n${"     [[a]]\n".repeat(LARGE / 10)}`],
		["underlined lines", "a\n---\n".repeat(LARGE / 4)],
		["headings above items", "# a\n\n- b\n\n".repeat(20_000)],
		["blanks", `a::${" ".repeat(LARGE)}`],
		["front matter that never ends", `---\n${"a: b\n".repeat(LARGE / 4)}`],
		["front matter of one long list", `---\na: [${"b, ".repeat(LARGE / 4)}c]\n---`],
		["front matter of quotes", `---\na: [${'"b", '.repeat(LARGE / 4)}"c"]\n---`],
		["an alias bomb", `---\na: &a [x,x]\nb: &b [*a,*a]\n${"c: [*b,*b]\n".repeat(9)}---`],
		["carriage returns", "\r".repeat(LARGE)],
		["lone surrogates", "\ud800#a\udc00[[\ud800]]".repeat(LARGE / 10)],
	])("of %s is read", (_, text) => {
		const index = createVaultIndex();
		index.put("Note.md", text, STAT);
		const outcome = runQuery(index, EVERYTHING, { origin: "Note.md", now: 0 });
		expect(outcome).toMatchObject({ type: "table", failed: [] });
	});

	test("of any text never makes the index throw", () => {
		const piece = fc.constantFrom(
			..."[]()#>-*+`~$|\\:=!^%&{}\"' \t\n\r\u0000\ud83d".split(""),
			..."[[ ]] :: ``` --- $$ 1. - \n\n - [x] ![[ ](: ^a #t a:: 2024-01-01 📅 "
				.split(" ")
				.filter((word) => word !== ""),
			"a",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, hasFront) => {
				const index = createVaultIndex();
				index.put("Note.md", (hasFront ? "---\n" : "") + pieces.join(""), STAT);
				const outcome = runQuery(index, EVERYTHING, { origin: "Note.md", now: 0 });
				expect(outcome.type).toBe("table");
			}),
			{ numRuns: 2000 },
		);
	});
});
