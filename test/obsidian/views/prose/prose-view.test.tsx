import { describe, expect, it } from "vitest";
import { splitProse } from "../../../../src/obsidian/views/prose/prose-blocks";
import { ProseView } from "../../../../src/obsidian/views/prose/prose-view";
import { draw, texts } from "../../support/draw";

describe("prose of upstream", () => {
	it("is taken apart into headings, paragraphs, lists, quotes and code", () => {
		const text = [
			...["## Triage ##", "", "First line,", "second line.", "", "> Take care:", "> it is old."],
			...["### Steps", "- Ask", "  - whom", "- Look", "1. One", "2) Two", "```sql", "# no heading"],
			...["```", "Last."],
		].join("\r\n");
		expect(splitProse(text)).toEqual([
			{ kind: "heading", text: "Triage" },
			{ kind: "paragraph", text: "First line,\nsecond line." },
			{ kind: "quote", text: "Take care:\nit is old." },
			{ kind: "heading", text: "Steps" },
			{
				kind: "list",
				isNumbered: false,
				items: [
					{ text: "Ask", depth: 0 },
					{ text: "whom", depth: 1 },
					{ text: "Look", depth: 0 },
				],
			},
			{
				kind: "list",
				isNumbered: true,
				items: [
					{ text: "One", depth: 0 },
					{ text: "Two", depth: 0 },
				],
			},
			{ kind: "code", text: "# no heading" },
			{ kind: "paragraph", text: "Last." },
		]);
	});

	it("loses no line of code where the fence is not closed", () => {
		expect(splitProse("Run\n\n~~~\na\n\nb")).toEqual([
			{ kind: "paragraph", text: "Run" },
			{ kind: "code", text: "a\n\nb" },
		]);
		expect(splitProse(" ")).toEqual([]);
	});

	it("is drawn as text: no HTML, no address that runs something", () => {
		const text =
			"# Now **read**\n<img src=x onerror=alert(1)> and [this](javascript:alert(1)) or [that](https://a.example/)";
		const { el } = draw(<ProseView text={text} />);
		expect(texts(el, "[role=heading] strong")).toEqual(["read"]);
		expect(el.querySelector("img")).toBeNull();
		expect(texts(el, "a")).toEqual(["that"]);
		expect(el.textContent).toContain(
			"<img src=x onerror=alert(1)> and [this](javascript:alert(1))",
		);
	});
});
