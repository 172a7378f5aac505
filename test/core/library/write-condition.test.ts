import { expect, it } from "vitest";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { readRuleFacts } from "../../../src/core/library/read-rule-facts";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";

function conditionOf(...detection: readonly string[]): string {
	return readCondition("r.yml", [
		"title: T",
		"id: 6f1c1f0a-0000-4000-8000-000000000001",
		"logsource: { product: windows, category: process_creation }",
		"detection:",
		...detection.map((line) => `    ${line}`),
		"",
	]);
}

function readCondition(path: string, lines: readonly string[]): string {
	const read = readRuleFile({ file: path, path, text: lines.join("\n") });
	const [rule] = read.kind === "rules" ? read.reading.rules : [];
	return rule === undefined ? "no rule" : readRuleFacts(rule, createRuleKnowledge([])).condition;
}

it("a rule's facts are joined as its condition joins them", () => {
	expect(
		conditionOf(
			"img: { Image|endswith: ['\\a.exe', '\\b.exe'] }",
			"cli: { CommandLine|contains|all: [x, y] }",
			"filter: { User: svc }",
			"condition: img and cli and not filter",
		),
	).toBe("&(0:1,&(2,3),!4)");
	expect(conditionOf("a: { A: 1 }", "b: { B: 1 }", "condition: 1 of them")).toBe("|(0,1)");
});

it("what no single event decides is not known", () => {
	expect(conditionOf("a: { A: 1 }", "condition: a | count() by B > 5")).toContain("?");
});

it("a column that the query computes is not known", () => {
	const query = "DeviceEvents | extend n = strlen(FileName) | where FileName == 'a' and n > 3";
	expect(readCondition("r.kql", [query])).toBe("&(0,?)");
});

it.each([
	["query", "&(0,!1)"],
	["threshold", "&(0,!1,?)"],
	["new_terms", "&(0,!1,?)"],
])(
	"filters beside a rule of type %s must hold too, and what is counted is not known",
	(type, condition) => {
		const lines = [
			"[metadata]",
			'creation_date = "2026/01/01"',
			"[rule]",
			'name = "R"',
			'rule_id = "6f1c1f0a-0000-4000-8000-000000000001"',
			`type = "${type}"`,
			'language = "kuery"',
			'query = "process.name : a.exe"',
			"[[rule.filters]]",
			"[rule.filters.meta]",
			"negate = true",
			"[rule.filters.query.match_phrase]",
			'"user.name" = "svc"',
			"",
		];
		expect(readCondition("r.toml", lines)).toBe(condition);
	},
);

it("a rule of Sentinel that takes more than one result is not decided by one event", () => {
	const rule = (threshold: number): string =>
		readCondition("r.yaml", [
			"id: 6f1c1f0a-0000-4000-8000-000000000001",
			"name: R",
			"kind: Scheduled",
			"severity: Low",
			"queryFrequency: 1h",
			"queryPeriod: 1h",
			"triggerOperator: gt",
			`triggerThreshold: ${threshold}`,
			"query: DeviceProcessEvents | where FileName == 'a.exe'",
			"",
		]);
	expect([rule(0), rule(9)]).toEqual(["0", "&(0,?)"]);
});
