import { describe, expect, test } from "vitest";
import { mendYaml } from "../../../../src/core/languages/sigma/mend-yaml";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";
import { showProblems } from "./read-sigma";

function write(...lines: readonly string[]): string {
	return ["title: R", "detection:", "  sel:", ...lines, "  condition: sel", ""].join("\n");
}

describe("a rule that is being written", () => {
	test.each([
		["    A: 'open", "4:5"],
		["    A: [open, b", "4:5"],
		["    A: *open", "4:5"],
		["    A|contains: %open%", "4:5"],
		["    A: open: b", "4:5"],
		["\tA: open", "4:2"],
		['    A: "open"b', "4:5"],
	])("with the line %j keeps what stands beside it", (line, place) => {
		const text = write(line, "    B: 'x'");
		const parsed = parseSigma(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['B eq~ "x"']);
		expect(showProblems(text, parsed)[0]).toContain(`${place} error: not valid YAML`);
		expect(isFull(parsed)).toBe(false);
	});

	test("with a line that is indented too little keeps the others", () => {
		const text = write("    A: x", "   B: y");
		const parsed = parseSigma(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['A eq~ "x"']);
		expect(showProblems(text, parsed)).toHaveLength(1);
	});
});

test("a text is as long as before, and its lines stand where they stood", () => {
	const text = write("    A: 'open", "    B: x");
	const mended = mendYaml(text);
	expect(mended?.text).toBe(text.replace("    A: 'open", " ".repeat(12)));
	expect(mended?.blanked).toMatchObject([
		{ start: text.indexOf("A:"), end: text.indexOf("open") + 4 },
	]);
});

test("a text with more broken lines than a few is left", () => {
	expect(
		mendYaml(write(...Array.from({ length: 9 }, (_, at) => `    A${at}: *x`))),
	).toBeUndefined();
	expect(mendYaml("a: b\n".repeat(20_000) + "a: 'b")).toBeUndefined();
});
