import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInline } from "../../../../src/obsidian/views/values/inline-text";
import type { InlinePart } from "../../../../src/obsidian/views/values/inline-text";

function plain(parts: readonly InlinePart[]): string {
	return parts.map((part) => ("parts" in part ? plain(part.parts) : part.text)).join("");
}

describe("text in a cell", () => {
	it("shows links, code and strong text", () => {
		expect(parseInline("see [[A/B|b]] and `cmd /c` or **bold [[C]]**")).toEqual([
			{ kind: "text", text: "see " },
			{ kind: "link", target: "A/B", text: "b" },
			{ kind: "text", text: " and " },
			{ kind: "code", text: "cmd /c" },
			{ kind: "text", text: " or " },
			{
				kind: "strong",
				parts: [
					{ kind: "text", text: "bold " },
					{ kind: "link", target: "C", text: "C" },
				],
			},
		]);
	});

	it.each(["*\\powershell.exe*", "a * b * c", "/var/**/log/**/x", "** x **"])(
		"leaves the stars of %j alone",
		(text) => {
			expect(parseInline(text)).toEqual([{ kind: "text", text }]);
		},
	);

	it("leaves underscores in names alone", () => {
		expect(parseInline("T1021_004 and Lateral_Movement")).toEqual([
			{ kind: "text", text: "T1021_004 and Lateral_Movement" },
		]);
	});

	it("links to the web, and to nothing that could run", () => {
		expect(parseInline("[page](https://example.org)")).toEqual([
			{ kind: "web-link", url: "https://example.org", text: "page" },
		]);
		for (const url of [
			"javascript:alert(1)",
			"JaVaScRiPt:x",
			"obsidian://open",
			"file:///etc/passwd",
			"data:text/html,x",
		]) {
			const kinds = parseInline(`[page](${url})`).map((part) => part.kind);
			expect(kinds).toEqual(["text"]);
		}
	});

	it("never draws HTML", () => {
		expect(parseInline("<img src=x onerror=alert(1)>")).toEqual([
			{ kind: "text", text: "<img src=x onerror=alert(1)>" },
		]);
	});

	it("loses no text of which it makes nothing", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("a", " ", "\n", "_", "(", ")", "<", "]") }),
				(text) => {
					expect(plain(parseInline(text))).toBe(text);
				},
			),
		);
	});
});
