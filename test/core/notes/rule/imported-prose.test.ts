import { describe, expect, it } from "vitest";
import { importLine } from "../../../../src/core/notes/rule/imported-prose";

describe("a line of a rule's list", () => {
	it("keeps its inline Markdown", () => {
		const line = "Runs of `sshd` that [the site](https://example.org) lists, **often**";
		expect(importLine(line)).toEqual({ text: line, defused: [] });
	});

	it("is folded to one line, and tells what was live in it", () => {
		expect(importLine("Seen on\n  <b>hosts</b>")).toEqual({
			text: "Seen on \\<b>hosts\\</b>",
			defused: ["html"],
		});
	});

	it("stays one line where a control sign hides that it opens a block", () => {
		expect(importLine("\u0085```dataviewjs").text).not.toContain("\n");
	});
});
