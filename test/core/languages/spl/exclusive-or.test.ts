import { expect, test } from "vitest";
import { listOpaque, listPredicates } from "../../../../src/core/languages/list-predicates";
import { isFull, parse, predicatesOf } from "./read-spl";

test("XOR says that one of two holds, and not both", () => {
	const query = "| where a=1 XOR b=2";
	expect(predicatesOf(query)).toEqual(["a eq 1", "b eq 2", "!a eq 1", "!b eq 2"]);
	expect(parse(query).detection).toMatchObject({
		kind: "event",
		condition: { kind: "and", parts: [{ kind: "or" }, { kind: "not", part: { kind: "and" } }] },
	});
	expect(isFull(parse(query))).toBe(true);
});

test("XOR binds loosest, in brackets and arguments too", () => {
	expect(predicatesOf("| where a=1 OR b=2 AND c=3 xor d=4")).toHaveLength(8);
	expect(predicatesOf("| where NOT (a=1 XOR b=2) AND c=3")).toEqual([
		"!a eq 1",
		"!b eq 2",
		"a eq 1",
		"b eq 2",
		"c eq 3",
	]);
	expect(predicatesOf("| where if(a=1 XOR b=2, 1, 0)=1")).toHaveLength(4);
});

test("too many of them are one opaque leaf", () => {
	const query = `| where ${Array.from({ length: 200 }, (_, index) => `f${index}=1`).join(" XOR ")}`;
	const { detection, tokens, problems } = parse(query);
	expect(listOpaque(detection).length).toBeGreaterThan(0);
	expect(listPredicates(detection).length).toBeLessThan(100);
	expect(tokens.unconsumed).toBe(0);
	expect(problems.length).toBeGreaterThan(0);
});
