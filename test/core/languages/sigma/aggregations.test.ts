import { describe, expect, test } from "vitest";
import { isFull, showPredicates } from "../query-building";
import { readDetection } from "./read-sigma";

describe("an old Sigma condition with a pipe", () => {
	test.each([
		["count() > 5", [], "count gt 5"],
		["count() by Host >= 5", ["Host"], "count ge 5"],
		["count(User) by Host < 3", ["Host"], "count(User) lt 3"],
		["count(distinct User) by Host > 15", ["Host"], "count(User) gt 15"],
		["count(distinct) > 1", [], "count(distinct) gt 1"],
		["count(User.name) by a.b, c <= 3", ["a.b", "c"], "count(User.name) le 3"],
		["sum(Bytes) by Ip > 1.5", ["Ip"], "sum(Bytes) gt 1.5"],
		["min(A) = 1", [], "min(A) eq 1"],
		["max(A) == 1", [], "max(A) eq 1"],
		["avg(A) != 1", [], "avg(A) ne 1"],
	])("%s counts what the condition finds", (aggregation, by, having) => {
		const parsed = readDetection(["a: {A: 1}", "timeframe: 5m", `condition: a | ${aggregation}`]);
		expect(parsed.detection).toMatchObject({
			kind: "aggregate",
			by,
			window: "5m",
			of: { kind: "event", condition: { kind: "predicate" } },
			having: { kind: "predicate", predicate: { origin: "computed" } },
		});
		expect(showPredicates(parsed)).toEqual(["A eq~ 1", having]);
		expect(isFull(parsed)).toBe(true);
	});

	test("near looks for events close to each other", () => {
		const parsed = readDetection([
			"a: {A: 1}",
			"b: {B: 1}",
			"c: {C: 1, D: 1}",
			"timeframe: 30s",
			"condition: a | near b and not c",
		]);
		expect(parsed.detection).toMatchObject({
			kind: "sample",
			maxSpan: "30s",
			by: [],
			steps: [
				{ condition: { predicate: { field: "A" } }, isMissing: false },
				{ condition: { predicate: { field: "B" } }, isMissing: false },
				{ condition: { kind: "and", name: "c" }, isMissing: true },
			],
		});
		expect(isFull(parsed)).toBe(true);
	});

	test.each([
		"count() by x",
		"count(",
		"count() >",
		"median(x) > 5",
		"count() > 5 or b",
		"near a | count() > 5",
		"count() by > 5",
		"near",
		"",
	])("%s is not understood, and its events are", (aggregation) => {
		const parsed = readDetection(["a: {A: 1}", `condition: a | ${aggregation}`]);
		expect(new Set(showPredicates(parsed))).toEqual(new Set(["A eq~ 1"]));
		expect(new Set(parsed.problems.map(({ severity }) => severity))).toEqual(new Set(["error"]));
		expect(isFull(parsed)).toBe(false);
	});

	test("beside another condition is joined with it", () => {
		const parsed = readDetection(["a: {A: 1}", "condition: [a, a | count() > 5]"]);
		expect(parsed.detection).toMatchObject({
			kind: "join",
			how: "or",
			parts: [{ kind: "event" }, { kind: "aggregate", window: null }],
		});
	});
});
