import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenceCode } from "../../../../src/core/notes/safe/fence-code";
import { safeFenceLanguage } from "../../../../src/core/notes/safe/fence-language";
import { findFences } from "../../../../src/core/notes/safe/read-fence";
import { findLive } from "./live-markdown";

describe("fenceCode", () => {
	it("writes code verbatim in a fence of its language", () => {
		expect(fenceCode("a: 1\nb: 2\n", "yaml")).toBe("```yaml\na: 1\nb: 2\n```");
		expect(fenceCode("", "")).toBe("```\n```");
	});

	it("takes a fence longer than any in the code", () => {
		expect(fenceCode("a ```` b", "text")).toBe("`````text\na ```` b\n`````");
	});

	it("names no language that a plugin could run", () => {
		for (const language of [
			"dataviewjs",
			"dataview",
			"query",
			"tasks",
			"base",
			"templater",
			"mermaid",
		])
			expect(safeFenceLanguage(language)).toBe("text");
		for (const language of ["yaml", "kql", "yara-l", "powershell", "PowerShell", ""])
			expect(safeFenceLanguage(language)).toBe(language);
	});

	it("is read back as it was, in any note, and lets nothing out", () => {
		const code = fc
			.array(
				fc.constantFrom(
					"a",
					"\n",
					"```",
					"~~~",
					"`",
					"<%",
					"%>",
					"\u2060",
					"<",
					"%",
					" ",
					"    ",
					"\t",
					"<b>",
				),
				{
					maxLength: 30,
				},
			)
			.map((parts) => parts.join(""));
		fc.assert(
			fc.property(code, code, (one, two) => {
				const note = `# A\n\n${fenceCode(one, "yaml")}\n\ntext\n\n${fenceCode(two, "js")}\n`;
				expect(findLive(note)).toEqual([]);
				const fences = findFences(note);
				expect(fences.map((fence) => fence.text)).toEqual(
					[one, two].map((text) => text.replace(/\n$/, "")),
				);
				expect(fences.map((fence) => fence.language)).toEqual(["yaml", "js"]);
				for (const { start, end } of fences)
					expect(note.slice(start, end)).toMatch(/^```.*```\n$/s);
			}),
			{ numRuns: 5_000 },
		);
	});
});

describe("findFences", () => {
	it("reads what a person or an editor left: CRLF, tildes, indentation, no end", () => {
		expect(findFences("x\r\n```yml\r\na\r\nb\r\n```\r\n")[0]).toMatchObject({
			language: "yml",
			text: "a\nb",
			line: 2,
		});
		expect(findFences("~~~ kql x\na\n```\n~~~")[0]).toMatchObject({
			language: "kql",
			text: "a\n```",
		});
		expect(findFences("  ```\n  a\n b\n  ```")[0]).toMatchObject({ language: "", text: "a\nb" });
		expect(findFences("```js\na")[0]).toMatchObject({ text: "a", end: 7 });
		expect(findFences("no fence `x`")).toEqual([]);
	});
});
