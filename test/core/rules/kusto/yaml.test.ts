import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readFixture, readOnlyRule, readText, rulesOf } from "../read-fixture";

test("a Sentinel rule's fields are read", () => {
	expect(readOnlyRule("kusto/sentinel-rule.yaml")).toMatchObject({
		id: "11111111-0000-4000-8000-000000000001",
		vendor: "kusto",
		kind: "rule",
		language: "kql",
		title: "Many failed sign-ins from one address",
		status: "available",
		level: "medium",
		tactics: ["credential-access", "initial-access"],
		author: "Example Team",
		sourceRef: "1.0.3",
		otherTags: ["Custom", "Schema: ASimAuthentication"],
		queries: [{ language: "kql", line: 26, label: null }],
		text: openFixture("kusto/sentinel-rule.yaml").text,
	});
});

test("sub-techniques that the description states after MITRE count, as the API took none for long", () => {
	expect(readOnlyRule("kusto/sentinel-rule.yaml").techniques).toEqual(["T1110", "T1110.003"]);
});

test("tables are the connectors' data types; a template's placeholders are none", () => {
	expect(readOnlyRule("kusto/sentinel-rule.yaml")).toMatchObject({
		tables: ["SigninLogs", "SecurityAlert"],
		dataSources: ["AzureActiveDirectory"],
	});
});

test("where no connector is stated, tables are those the query starts from", () => {
	expect(readOnlyRule("kusto/hunting-query.yaml").tables).toEqual([
		"OfficeActivity",
		"CloudAppEvents",
	]);
});

test("when a rule fires is prose", () => {
	expect(readOnlyRule("kusto/sentinel-rule.yaml").prose).toEqual([
		{
			heading: "Trigger",
			text: "- Runs every: 1h\n- Looks back: 1d\n- Fires on: more than 5 results\n- Entity IP: Address = IPAddress",
		},
	]);
});

test("a template without trigger is a hunting query; its query starts on the line behind the key", () => {
	const rule = readOnlyRule("kusto/hunting-query.yaml");
	expect(rule).toMatchObject({ kind: "hunt", level: null, techniques: ["T1114.003"] });
	expect(rule.queries[0]?.line).toBe(5);
	expect(rule.queries[0]?.text.startsWith("\nunion")).toBe(true);
});

test("Microsoft's own models are rules without a query, and no problem", () => {
	const { rules, problems } = readFixture("kusto/model-rule.yaml");
	expect(rules[0]).toMatchObject({ kind: "machine-learning", language: null, queries: [] });
	expect(problems).toEqual([]);
});

test("a custom detection of Defender is read", () => {
	expect(readOnlyRule("kusto/defender-detection.yaml")).toMatchObject({
		id: "kusto:defender-detection.yaml:1",
		title: "Password dumped from memory",
		description: "A process read the memory of another.",
		level: "high",
		techniques: ["T1003.001"],
		tactics: ["credential-access"],
		tables: ["DeviceProcessEvents"],
		lastModified: "2026-03-23",
		queries: [{ line: 5 }],
		prose: [{ heading: "Trigger" }, { heading: "Recommended actions" }],
	});
});

test("a function that queries call is context", () => {
	expect(readRuleFile(openFixture("kusto/parser.yaml"))).toMatchObject({
		kind: "context",
		contexts: [{ what: "kusto-function", name: "UnifiedSignIns" }],
	});
});

test("a rule that lost its query is kept and reported", () => {
	const { rules, problems } = readFixture("kusto/invalid/no-query.yaml");
	expect(rules[0]).toMatchObject({ language: null, techniques: ["T1059"] });
	expect(problems.map(({ code }) => code)).toEqual(["rule-field", "rule-no-query"]);
});

test("a broken document costs only itself", () => {
	const text = "name: A\nseverity: [\n---\nname: B\nseverity: Low\nquery: SigninLogs\n";
	const { rules, problems } = rulesOf(readText("two.yaml", text));
	expect(rules.map(({ title, line }) => [title, line])).toEqual([["B", 4]]);
	expect(problems.map(({ code }) => code)).toEqual(["read-syntax"]);
});

test("quotes around a whole query are none of it, and it keeps its lines", () => {
	const rule = (query: string): string => `name: A\nseverity: Low\nquery: |\n${query}`;
	const read = (query: string): string | undefined =>
		rulesOf(readText("a.yaml", rule(query))).rules[0]?.queries[0]?.text;
	expect(read("  '// One's words\n  T | where a == 1\n  '\n")).toBe(
		" // One's words\nT | where a == 1\n \n",
	);
	expect(read("  'a' in (T)\n  | where b == 'c'\n")).toBe("'a' in (T)\n| where b == 'c'\n");
});
