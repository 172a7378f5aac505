import { describe, expect, test } from "vitest";
import { parseEql } from "../../../../src/core/languages/eql/parse-eql";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

describe("precedence", () => {
	test("not binds before and, and before or", () => {
		const { detection } = parseEql("any where not a == 1 and b == 2 or c == 3", NO_CONTEXT);
		expect(detection).toMatchObject({
			condition: { kind: "or", parts: [{ kind: "and", parts: [{ kind: "not" }, {}] }, {}] },
		});
	});

	test("brackets group conditions, and values where something is done with them", () => {
		const parsed = parseEql(
			"any where ((a + 1) * 2 > 3 or (b == 1)) and not (c == 1 or d == 2)",
			NO_CONTEXT,
		);
		expect(showPredicates(parsed)).toEqual(["multiply(a) gt 3", "b eq 1", "!c eq 1", "!d eq 2"]);
		expect(isFull(parsed)).toBe(true);
	});
});

describe("event queries", () => {
	test("name their category as source, of the query and of each predicate", () => {
		const { sources, detection } = parseEql('"my.events" where x == 1', NO_CONTEXT);
		expect(sources).toMatchObject([
			{ kind: "event-category", name: "my.events", span: { start: 0, end: 11 } },
		]);
		expect(detection).toMatchObject({ condition: { predicate: { source: "my.events" } } });
	});

	test("any is no category", () => {
		const { sources, detection } = parseEql("any where x == 1", NO_CONTEXT);
		expect(sources).toEqual([]);
		expect(detection).toMatchObject({ condition: { predicate: { source: null } } });
	});
});

describe("sequences", () => {
	test("have keys, a span, steps with their own keys and runs, missing events and an end", () => {
		const text = `sequence by host.id, ?user.id with maxspan=5m
			[process where process.name : "a.exe"] by process.pid, \`x-y\`
			![file where true] by file.id
			[network where destination.port == 80] by process.pid with runs=3
			until [process where event.type == "end"] by process.pid`;
		const parsed = parseEql(text, NO_CONTEXT);
		expect(parsed.problems).toEqual([]);
		expect(isFull(parsed)).toBe(true);
		expect(parsed.detection).toMatchObject({
			kind: "sequence",
			by: ["host.id", "user.id"],
			maxSpan: "5m",
			steps: [
				{ source: "process", by: ["process.pid", "x-y"], runs: 1, isMissing: false },
				{ source: "file", by: ["file.id"], isMissing: true, condition: { kind: "always" } },
				{ source: "network", by: ["process.pid"], runs: 3 },
			],
			until: { source: "process", condition: { predicate: { op: "eq" } } },
		});
		expect(parsed.sources.map(({ name }) => name)).toEqual(["process", "file", "network"]);
	});

	test("take their span before their keys, as older queries have it", () => {
		const { detection } = parseEql(
			"sequence with maxspan=30s by a [any where true] [any where true]",
			NO_CONTEXT,
		);
		expect(detection).toMatchObject({ by: ["a"], maxSpan: "30s" });
	});

	test("samples have keys alone", () => {
		const { detection } = parseEql(
			"sample by host [any where a == 1] [file where b == 2]",
			NO_CONTEXT,
		);
		expect(detection).toMatchObject({ kind: "sample", by: ["host"], maxSpan: null, until: null });
	});

	test("a join is one of events, its end negated", () => {
		const parsed = parseEql(
			"join by id [any where a == 1] [any where b == 2] until [any where c == 3]",
			NO_CONTEXT,
		);
		expect(parsed.detection).toMatchObject({ kind: "join", how: "join", on: ["id"] });
		expect(showPredicates(parsed)).toEqual(["a eq 1", "b eq 2", "!c eq 3"]);
	});
});

describe("pipes", () => {
	test.each(["| head 5", "| tail", "| sort a.b, c", "| unique host.id | head 1", "| window 5m"])(
		"%s changes nothing about the events",
		(pipes) => {
			const parsed = parseEql(`any where a == 1 ${pipes}`, NO_CONTEXT);
			expect(isFull(parsed)).toBe(true);
			expect(parsed.problems).toEqual([]);
			expect(parsed.detection.kind).toBe("event");
		},
	);

	test("filter is a filter over what came before", () => {
		const parsed = parseEql("any where a == 1 | filter b == 2 | filter c == 3", NO_CONTEXT);
		expect(parsed.detection.kind).toBe("filter");
		expect(showPredicates(parsed)).toEqual(["a eq 1", "b eq 2", "c eq 3"]);
	});

	test("counting makes groups, and a filter behind it filters them", () => {
		const { detection } = parseEql(
			"any where true | unique_count a, b | filter count < 5",
			NO_CONTEXT,
		);
		expect(detection).toMatchObject({
			kind: "aggregate",
			by: ["a", "b"],
			having: { predicate: { field: "count", op: "lt", origin: "computed" } },
		});
	});
});

describe("relations between processes", () => {
	test("their predicates name the relation, and are turned round with it", () => {
		const parsed = parseEql(
			`process where a == 1 and (child of [process where b == 2 and length(c) > 3]
				or not descendant of [file where d : ("x", "y*")]) and not event of [any where e]`,
			NO_CONTEXT,
		);
		expect(showPredicates(parsed)).toEqual([
			"a eq 1",
			"child of(b) eq 2",
			"child of length(c) gt 3",
			'!descendant of(d) eq~ "x"',
			'!descendant of(d) starts_with~ "y"',
			"!event of(e) eq true",
		]);
		expect(parsed.problems).toEqual([]);
		expect(isFull(parsed)).toBe(true);
		expect(parsed.sources.map(({ name }) => name)).toEqual(["process", "file"]);
	});

	test("one that is never closed is reported", () => {
		const parsed = parseEql("process where a == 1 and child of [file where b == 2", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["a eq 1", "child of(b) eq 2"]);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax" }]);
	});
});

describe("what breaks the grammar", () => {
	test.each([
		["process where a == 1 and (b == 2", ["a eq 1", "b eq 2"]],
		["process where a == 1) and b == 2", ["a eq 1"]],
		["process where a == and b == 2", ["b eq 2"]],
		["process where a == 1 b == 2", ["a eq 1", "b eq 2"]],
		["process where a == 1 | nonsense x | filter b == 2", ["a eq 1", "b eq 2"]],
		["sequence [any where a == 1] oops [any where b == 2]", ["a eq 1", "b eq 2"]],
		["sequence [any where a == 1", ["a eq 1"]],
		["a == 1", ["a eq 1"]],
		["process where a in (1, 2", ["a in 1 2"]],
	])("%s keeps what is understood", (text, expected) => {
		const parsed = parseEql(text, NO_CONTEXT);
		expect(showPredicates(parsed).slice(0, expected.length)).toEqual(expected);
		expect(parsed.problems.length).toBeGreaterThan(0);
	});

	test.each([
		["any where a == 1 and b < 0x20 and c == 3", ["a eq 1", "b lt 0", "c eq 3"]],
		["any where a == 1 and b contains c and d == 2", ["a eq 1", "d eq 2"]],
		["any where a b and c == 1", ["c eq 1"]],
		["sequence [any where a == 1 [file where b == 2]", ["a eq 1", "b eq 2"]],
		["sequence [any where a == 1 ![file where b == 2]", ["a eq 1", "!b eq 2"]],
		["sequence [any where a == 1 [file where b == 2] ![any where c == 3", undefined],
	])("%s invents nothing", (text, expected = ["a eq 1", "b eq 2", "!c eq 3"]) => {
		const parsed = parseEql(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(expected);
		expect(parsed.problems.length).toBeGreaterThan(0);
	});

	test("a not in front of an operator, and operators of other languages are reported and understood", () => {
		const text = 'any where a not like "x*" && !(b == 1) || c not regex "y"';
		const parsed = parseEql(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual([
			'!a starts_with= "x"',
			"!b eq 1",
			'!c regex_match= "y"',
		]);
		expect(parsed.detection).toMatchObject({ condition: { kind: "or" } });
		const starts = parsed.problems.map(({ span }) => span.start);
		expect(starts).toEqual(
			["not like", "&&", "!(", "||", "not regex"].map((part) => text.indexOf(part)),
		);
		expect(isFull(parsed)).toBe(true);
	});

	test("an unclosed string ends with its line, which is reported", () => {
		const parsed = parseEql('process where a == "x\n and b == 2', NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['a eq= "x"', "b eq 2"]);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", span: { start: 19, end: 21 } }]);
	});
});
