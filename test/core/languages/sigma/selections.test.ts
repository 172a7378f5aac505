import { describe, expect, test } from "vitest";
import { conditionOf, isFull, showPredicates, withoutPlaces } from "../query-building";
import { readDetection } from "./read-sigma";

function shapeOf(lines: readonly string[]): unknown {
	const show = (value: unknown): unknown => {
		const node = value as {
			kind: string;
			name?: string;
			parts?: unknown[];
			part?: unknown;
			predicate?: { field: string; terms: { value: unknown }[] };
		};
		if (node.predicate !== undefined)
			return `${node.predicate.field} ${node.predicate.terms.map((term) => String(term.value)).join("|")}`;
		const parts = (node.parts ?? []).map(show);
		return { [node.name === undefined ? node.kind : `${node.kind} ${node.name}`]: parts };
	};
	return show(withoutPlaces(conditionOf(readDetection(lines))));
}

describe("a Sigma selection", () => {
	test("that is a map asks for all entries, under its name", () => {
		expect(shapeOf(["sel:", "  A: 1", "  B: 2", "condition: sel"])).toEqual({
			"and sel": ["A 1", "B 2"],
		});
	});

	test("with one entry is that entry", () => {
		expect(shapeOf(["sel:", "  A: [1, 2]", "condition: sel"])).toBe("A 1|2");
	});

	test("that is a list of maps asks for one of them", () => {
		expect(shapeOf(["sel:", "  - A: 1", "    B: 2", "  - C: 3", "condition: sel"])).toEqual({
			"or sel": [{ "and null": ["A 1", "B 2"] }, "C 3"],
		});
	});

	test("that is a list of one map bears its name on the map", () => {
		expect(shapeOf(["sel:", "  - A: 1", "    B: 2", "condition: sel"])).toEqual({
			"and sel": ["A 1", "B 2"],
		});
	});

	test("that is a list of texts is one search for keywords", () => {
		const parsed = readDetection(["words:", "  - a b", "  - '*c*'", "  - 7", "condition: words"]);
		expect(showPredicates(parsed)).toEqual(['* match~ "a b" "c" 7']);
		expect(isFull(parsed)).toBe(true);
	});

	test("that is a single text is a keyword", () => {
		expect(shapeOf(["words: a", "condition: words"])).toBe("null a");
	});

	test("keeps wildcards inside a keyword as written", () => {
		const lines = ["words: ['rm *_history', '*', '', 'x\\*']", "condition: words"];
		expect(showPredicates(readDetection(lines))).toEqual(['* match~ "rm *_history" "*" "" "x*"']);
	});

	test("that mixes texts and maps takes each for itself", () => {
		expect(shapeOf(["sel:", "  - a", "  - B: 2", "condition: sel"])).toEqual({
			"or sel": ["null a", "B 2"],
		});
	});

	test("that is a list of lists asks for one of all of them", () => {
		expect(shapeOf(["sel:", "  - [a, b]", "  - - C: 3", "condition: sel"])).toEqual({
			"or sel": ["null a|b", "C 3"],
		});
	});

	test.each(["sel: []", "sel: {}", "sel:", "sel: [[]]"])(
		"with nothing in it, %s, is opaque",
		(line) => {
			const parsed = readDetection([line, "condition: sel"]);
			expect(parsed.tokens).toEqual({ total: 2, unconsumed: 1 });
			expect(parsed.problems).toMatchObject([{ code: "query-opaque" }]);
		},
	);

	test("with a key that stands twice says so", () => {
		const parsed = readDetection(["sel:", "  A: 1", "  B: 2", "  A: 3", "condition: sel"]);
		expect(showPredicates(parsed)).toEqual(["A eq~ 3", "B eq~ 2"]);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", severity: "warning" }]);
		expect(isFull(parsed)).toBe(false);
	});

	test.each([
		[["sel:", "  Image|contains", "    - x", "condition: sel"]],
		[["sel:", "  - 'Image|endswith \\\\x'", "  - foo", "condition: sel"]],
	])("with an entry without its colon looks for no such keyword", (lines) => {
		const parsed = readDetection(lines);
		expect(showPredicates(parsed).filter((shown) => shown.includes("Image"))).toEqual([]);
		expect(parsed.problems[0]?.message).toContain("colon");
		expect(isFull(parsed)).toBe(false);
		expect(readDetection(["sel: curl|sh -c", "condition: sel"]).problems).toEqual([]);
	});

	test("may use the names of an object's prototype", () => {
		expect(shapeOf(["constructor:", "  __proto__: 1", "condition: constructor"])).toBe(
			"__proto__ 1",
		);
	});

	test("that no condition uses is reported, without lowering anything", () => {
		const parsed = readDetection(["a: {A: 1}", "b: {B: [1, 2]}", "condition: a"]);
		expect(parsed.problems).toMatchObject([{ code: "query-opaque", severity: "info" }]);
		expect(parsed.tokens).toEqual({ total: 4, unconsumed: 0 });
		expect(isFull(parsed)).toBe(true);
	});
});
