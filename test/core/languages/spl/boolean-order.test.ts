import { expect, test } from "vitest";
import type { Condition } from "../../../../src/core/model/detection";
import { parse } from "./read-spl";

const ORDERS: readonly (readonly [query: string, tree: string])[] = [
	// A search: NOT, then OR, then AND; a space is an AND.
	["a=1 b=2 OR c=3", "(a & (b | c))"],
	["a=1 OR b=2 c=3", "((a | b) & c)"],
	["a=1 AND b=2 OR c=3 AND d=4", "(a & (b | c) & d)"],
	["NOT a=1 b=2", "(!a & b)"],
	["NOT a=1 OR b=2", "(!a | b)"],
	["NOT (a=1 b=2)", "!(a & b)"],
	["NOT NOT a=1", "a"],
	["(a=1 OR b=2) (c=3 OR d=4)", "((a | b) & (c | d))"],
	["a=1 OR (b=2 c=3)", "(a | (b & c))"],
	["a=1 or b=2 and not c=3", "((a | b) & !c)"],
	["a=1 | search b=2 OR c=3", "(a & (b | c))"],
	// An expression: NOT, then AND, then OR.
	["| where a=1 AND b=2 OR c=3", "((a & b) | c)"],
	["| where a=1 OR b=2 AND c=3", "(a | (b & c))"],
	["| where NOT a=1 AND b=2", "(!a & b)"],
	["| where NOT (a=1 OR b=2)", "!(a | b)"],
	["| where (a=1 or b=2) and not c=3", "((a | b) & !c)"],
	// Both in one query.
	["a=1 b=2 OR c=3 | where d=1 AND e=2 OR f=3", "(a & (b | c) & ((d & e) | f))"],
];

test.each(ORDERS)("%s is %s", (query, tree) => {
	const { detection } = parse(query);
	expect(detection.kind).toBe("event");
	if (detection.kind === "event") expect(show(detection.condition)).toBe(tree);
});

function show(condition: Condition): string {
	switch (condition.kind) {
		case "predicate":
			return condition.predicate.field ?? "*";
		case "not":
			return `!${show(condition.part)}`;
		case "and":
		case "or":
			return `(${condition.parts.map(show).join(condition.kind === "and" ? " & " : " | ")})`;
		default:
			return condition.kind;
	}
}
