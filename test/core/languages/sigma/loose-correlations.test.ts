import { describe, expect, test } from "vitest";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";

const lines = [
	"title: Many refusals",
	"type: event_count",
	"rules:",
	"    refused: 5b1f8e60",
	"group-by: [Host]",
	"timespan: 10m",
	"condition:",
	"    gte: 10",
	"level: high",
];

describe("a Sigma correlation without its heading", () => {
	test("is read, and told where its entries belong", () => {
		const text = lines.join("\n");
		const parsed = parseSigma(text, NO_CONTEXT);
		expect(parsed.detection).toMatchObject({ kind: "aggregate", by: ["Host"], window: "10m" });
		expect(showPredicates(parsed)).toEqual(["count ge 10"]);
		expect(parsed.sources.map(({ name }) => name)).toEqual(["5b1f8e60"]);
		expect(isFull(parsed)).toBe(true);
		expect(parsed.problems).toMatchObject([
			{ code: "query-syntax", severity: "warning", span: { start: text.indexOf("type:") } },
		]);
	});

	test("of the drafts names one rule, and has its places", () => {
		const text =
			"title: x\naction: correlation\ntype: value_count\nrule: logon\ntimespan: 1h\ncondition:\n  field: User\n  gt: 3\n";
		const parsed = parseSigma(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["count(User) gt 3"]);
		expect(parsed.sources).toMatchObject([
			{ name: "logon", span: { start: text.indexOf("logon") } },
		]);
	});

	test.each([
		["{ gte: 5 }", "count ge 5"],
		["{ gte: 5, field: User }", "count(User) ge 5"],
	])("of no other type counts what its condition compares: %s", (condition, shown) => {
		const parsed = parseSigma(
			`title: x\ntype: correlation\nrule: logon\ntimespan: 1h\ncondition: ${condition}\n`,
			NO_CONTEXT,
		);
		expect(showPredicates(parsed)).toEqual([shown]);
		expect(isFull(parsed)).toBe(true);
	});

	test("in JSON is the same", () => {
		const parsed = parseSigma(
			'{"title": "x", "type": "temporal", "rules": ["a", "b"], "timespan": "1h"}',
			NO_CONTEXT,
		);
		expect(parsed.detection).toMatchObject({
			kind: "sample",
			steps: [{ source: "a" }, { source: "b" }],
		});
	});

	test.each([
		"title: x\ntype: median\nrules: a\ntimespan: 1h\n",
		"title: x\ntype: event_count\ntimespan: 1h\n",
		"title: x\ntype: event_count\nrules: a\n",
	])("is none without a known type, rules and a span of time: %j", (text) => {
		expect(isFull(parseSigma(text, NO_CONTEXT))).toBe(false);
	});
});
