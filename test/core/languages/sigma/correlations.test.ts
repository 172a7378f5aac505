import { describe, expect, test } from "vitest";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import type { ParsedQuery } from "../../../../src/core/model/detection";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

function read(...lines: readonly string[]): ParsedQuery {
	return parseSigma(
		["title: x", "correlation:", ...lines.map((line) => `  ${line}`)].join("\n"),
		NO_CONTEXT,
	);
}

describe("a Sigma correlation", () => {
	test("event_count counts the events of its rules in groups", () => {
		const parsed = read(
			"type: event_count",
			"rules: [failed_logon, 0e95725d]",
			"group-by: [Host, User]",
			"timespan: 1h",
			"condition: {gte: 100}",
		);
		expect(parsed.detection).toMatchObject({
			kind: "aggregate",
			of: { kind: "event", condition: { kind: "always" } },
			by: ["Host", "User"],
			window: "1h",
		});
		expect(showPredicates(parsed)).toEqual(["count ge 100"]);
		expect(parsed.sources.map(({ kind, name }) => [kind, name])).toEqual([
			["function", "failed_logon"],
			["function", "0e95725d"],
		]);
		expect(parsed.tokens).toEqual({ total: 7, unconsumed: 0 });
		expect(isFull(parsed)).toBe(true);
	});

	test.each([
		["value_count", "{field: User, gt: 3}", ["count(User) gt 3"]],
		["value_count", "{field: [User, Host], gt: 3}", ["count(User, Host) gt 3"]],
		["value_count", "{field: User, gt: 3, lte: 9}", ["count(User) gt 3", "count(User) le 9"]],
		["value_sum", "{field: Bytes, gte: 3}", ["sum(Bytes) ge 3"]],
		["value_avg", "{field: Bytes, lt: 3}", ["avg(Bytes) lt 3"]],
		["value_median", "{field: Bytes, eq: 3}", ["median(Bytes) eq 3"]],
		["value_percentile", "{field: Bytes, percentile: 95, neq: 3}", ["percentile 95(Bytes) ne 3"]],
	])("%s with %s measures a field", (type, condition, expected) => {
		const parsed = read(`type: ${type}`, "rules: r", "timespan: 1d", `condition: ${condition}`);
		expect(showPredicates(parsed)).toEqual(expected);
		expect(isFull(parsed)).toBe(true);
	});

	test.each([
		["temporal", "sample"],
		["temporal_ordered", "sequence"],
	])("%s is a %s of its rules", (type, kind) => {
		const parsed = read(`type: ${type}`, "rules: [a, b]", "group-by: User", "timespan: 5m");
		expect(parsed.detection).toMatchObject({
			kind,
			by: ["User"],
			maxSpan: "5m",
			until: null,
			steps: [
				{ source: "a", condition: { kind: "always" }, isMissing: false, by: [] },
				{ source: "b", condition: { kind: "always" }, isMissing: false, by: [] },
			],
		});
		expect(isFull(parsed)).toBe(true);
	});

	test("aliases tie each step by its own field", () => {
		const parsed = read(
			"type: temporal",
			"rules: [a, b]",
			"group-by: [ip, Host]",
			"timespan: 5m",
			"aliases:",
			"  ip: {a: source.ip, b: destination.ip}",
		);
		expect(parsed.detection).toMatchObject({
			by: ["Host"],
			steps: [{ by: ["source.ip"] }, { by: ["destination.ip"] }],
		});
	});

	test("an extended condition may ask for a rule to be silent", () => {
		const parsed = read(
			"type: temporal_ordered",
			"rules: [a, b, c]",
			"timespan: 5m",
			"condition: a and not b and c",
		);
		expect(parsed.detection).toMatchObject({
			kind: "sequence",
			steps: [
				{ source: "a", isMissing: false },
				{ source: "b", isMissing: true },
				{ source: "c", isMissing: false },
			],
		});
		expect(parsed.tokens).toEqual({ total: 11, unconsumed: 0 });
	});

	test("an extended condition with alternatives is asked of what the rules found", () => {
		const parsed = read("type: temporal", "timespan: 5m", "condition: (a or b) and not c");
		expect(parsed.detection).toMatchObject({ kind: "aggregate", having: { kind: "and" } });
		expect(showPredicates(parsed)).toEqual([
			'rule eq {"ref":"a"}',
			'rule eq {"ref":"b"}',
			'!rule eq {"ref":"c"}',
		]);
		expect(parsed.sources.map(({ name }) => name)).toEqual(["a", "b", "c"]);
	});

	test("a temporal one may ask for fewer rules than it has", () => {
		const parsed = read(
			"type: temporal",
			"rules: [a, b, c]",
			"timespan: 5m",
			"condition: {gte: 2}",
		);
		expect(parsed.detection.kind).toBe("aggregate");
		expect(showPredicates(parsed)).toEqual(["count(rule) ge 2"]);
		const all = read("type: temporal", "rules: [a, b]", "timespan: 5m", "condition: {gte: 2}");
		expect(all.detection.kind).toBe("sample");
	});

	test.each([
		[["type: median", "rules: a"], 1],
		[["type: event_count", "rules: a", "condition: {above: 5}"], 1],
		[["type: event_count", "rules: a", "condition: {gte: 5}", "window: tumbling"], 1],
		[["type: temporal", "rules: [a, b]", "condition: a and and b"], 2],
		[["type: temporal", "rules: [a, b]", "condition: a b"], 1],
	])("%j is reported, with the number of tokens that are not understood", (lines, lost) => {
		const parsed = read(...lines);
		expect(parsed.problems.length).toBeGreaterThan(0);
		expect(parsed.tokens.unconsumed).toBe(lost);
	});

	test("one without a bound is reported", () => {
		const parsed = read("type: event_count", "rules: a", "timespan: 5m");
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", severity: "error" }]);
	});
});

describe("a Sigma filter", () => {
	test("has its condition as written, and the rules it narrows as sources", () => {
		const parsed = parseSigma(
			[
				"title: x",
				"logsource: {product: windows}",
				"filter:",
				"  rules:",
				"    - 6f3e2987",
				"    - logon",
				"  selection:",
				"    Host|startswith: DC-",
				"  condition: not selection",
			].join("\n"),
			NO_CONTEXT,
		);
		expect(showPredicates(parsed)).toEqual(['!Host starts_with~ "DC-"']);
		expect(parsed.sources.map(({ name }) => name)).toEqual(["6f3e2987", "logon"]);
		expect(parsed.tokens).toEqual({ total: 5, unconsumed: 0 });
		expect(isFull(parsed)).toBe(true);
	});

	test("of any rule names none", () => {
		const text = "filter:\n  rules: any\n  selection: {A: 1}\n  condition: not selection\n";
		expect(parseSigma(text, NO_CONTEXT).sources).toEqual([]);
	});
});
