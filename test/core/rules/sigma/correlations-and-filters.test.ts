import { expect, test } from "vitest";
import { readFixture, readOnlyRule } from "../read-fixture";

test("a correlation is a rule that names the rules it counts by their ids", () => {
	const { rules, problems } = readFixture("sigma/correlation.yml");
	expect(problems).toEqual([]);
	expect(rules.map(({ kind, title, id }) => [kind, title, id])).toEqual([
		["rule", "Failed sign-in", "sigma:correlation.yml:1"],
		["correlation", "Many failed sign-ins", "6a1f8e60-5b0a-4c5f-8b9f-000000000021"],
	]);
	expect(rules[1]).toMatchObject({
		techniques: ["T1110"],
		level: "high",
		logsource: { product: null, service: null, category: null },
		related: [
			{ id: "sigma:correlation.yml:1", type: "correlation" },
			{ id: "6a1f8e60-5b0a-4c5f-8b9f-00000000002f", type: "correlation" },
		],
	});
});

test("a correlation without its heading is one too", () => {
	const rule = readOnlyRule("sigma/loose-correlation.yml");
	expect(rule).toMatchObject({
		kind: "correlation",
		techniques: ["T1621"],
		related: [{ id: "6a1f8e60-5b0a-4c5f-8b9f-000000000032", type: "correlation" }],
	});
});

test("a filter names the rules it narrows; `any` is none", () => {
	expect(readOnlyRule("sigma/filter.yml")).toMatchObject({
		kind: "filter",
		created: "2025-02-03",
		logsource: { product: "windows", category: "process_creation" },
		related: [{ id: "0c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11", type: "filter" }],
	});
});
