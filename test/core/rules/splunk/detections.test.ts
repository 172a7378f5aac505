import { expect, test } from "vitest";
import { openFixture, readFixture, readOnlyRule } from "../read-fixture";

test("every field of the current format is read", () => {
	const rule = readOnlyRule("splunk/every-field.yml");
	expect(rule).toMatchObject({
		id: "5d0c8a50-0000-4a6a-9d0e-000000000001",
		vendor: "splunk",
		kind: "rule",
		language: "spl",
		title: "Scheduled task with a temporary path",
		status: "production",
		level: null,
		confidence: null,
		techniques: ["T1053.005", "T1059.001"],
		dataSources: ["Sysmon EventID 1", "Windows Event Log Security 4688"],
		tables: ["Endpoint.Processes"],
		author: "Example Team",
		sourceRef: "3",
		created: null,
		lastModified: "2026-02-11",
		references: ["https://attack.mitre.org/techniques/T1053/005/"],
		falsePositives: ["Installers that update themselves."],
		simulations: [{ technique: null, name: null, guid: "af6df2a5-0000-4a6a-9d0e-000000000009" }],
		regressionTests: "https://example.com/attack_data/T1053.005/task.log",
		text: openFixture("splunk/every-field.yml").text,
		textLanguage: "yaml",
		line: 1,
	});
});

test("tags that differ only in case are one", () => {
	expect(readOnlyRule("splunk/every-field.yml").otherTags).toEqual([
		"TTP",
		"Scheduled Tasks",
		"CVE-2026-0001",
		"Endpoint",
	]);
});

test("the search is one query, on the line where it starts", () => {
	const folded = readOnlyRule("splunk/every-field.yml").queries;
	expect(folded).toHaveLength(1);
	expect(folded[0]).toMatchObject({ language: "spl", line: 12, label: null });
	expect(folded[0]?.text).toContain("| `scheduled_task_with_a_temporary_path_filter`");
	const block = readOnlyRule("splunk/scores-and-words.yml").queries;
	expect(block.map(({ line, text }) => [line, text])).toEqual([
		[6, "`wineventlog_security` EventCode=1102\n| stats count by dest\n"],
	]);
});

test("a level is given for a word, never for a score", () => {
	expect(readOnlyRule("splunk/scores-and-words.yml")).toMatchObject({
		level: "medium",
		confidence: "80",
		techniques: ["T1070.001"],
		status: null,
		lastModified: null,
	});
});

test("what people read is prose; drilldown searches stand in a fence that their backticks cannot close", () => {
	const { prose } = readOnlyRule("splunk/every-field.yml");
	expect(prose.map(({ heading }) => heading)).toEqual([
		"How to implement",
		"Risk",
		"Drilldown searches",
	]);
	expect(prose[1]?.text).toBe(
		"A task on $dest$ runs from a temporary folder\n\n" +
			"- Risk object: dest (system, score 49)\n- Threat object: process_name (process_name)",
	);
	expect(prose[2]?.text).toContain("View the results for $dest$\n\n```spl\n");
});

test("hunting searches and correlations are kinds of their own", () => {
	expect(readOnlyRule("splunk/hunting.yml").kind).toBe("hunt");
	expect(readOnlyRule("splunk/correlation.yml").kind).toBe("correlation");
});

test("a logsource is given where the data sources agree", () => {
	expect(readOnlyRule("splunk/every-field.yml").logsource).toEqual({
		product: "windows",
		service: null,
		category: "process_creation",
	});
	expect(readOnlyRule("splunk/hunting.yml").logsource).toEqual({
		product: null,
		service: null,
		category: null,
	});
});

test("the format of 2019 is read", () => {
	expect(readOnlyRule("splunk/spec-2019.yml")).toMatchObject({
		level: "high",
		confidence: "medium",
		techniques: ["T1059", "T1059.001"],
		tables: ["Endpoint", "Endpoint.Processes"],
		dataSources: ["Endpoint Intel"],
		author: "First Author, Second Author",
		sourceRef: "1.0",
		created: "2018-03-26",
		lastModified: "2019-07-02",
		queries: [{ language: "spl", line: 19 }],
	});
});

test("a folder states a status where the file has none", () => {
	expect(readOnlyRule("splunk/deprecated/no-status.yml").status).toBe("deprecated");
});

test("a detection without a search is kept and reported", () => {
	const { rules, problems } = readFixture("splunk/invalid/no-search.yml");
	expect(rules[0]).toMatchObject({ language: null, queries: [], techniques: ["T1003"] });
	expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
		["rule-no-query", "warning"],
	]);
});

test("values of other types cost their field only", () => {
	const { rules, problems } = readFixture("splunk/invalid/odd-values.yml");
	expect(rules[0]).toMatchObject({
		id: "splunk:odd-values.yml:1",
		title: "42",
		techniques: ["T1003"],
		confidence: null,
		sourceRef: null,
		lastModified: null,
		dataSources: [],
		references: ["https://example.com/alone"],
		falsePositives: ["one", "2"],
	});
	expect(problems.map(({ message }) => message)).toEqual([
		'"Credential Access" in mitre_attack_id is no technique id',
		'"1059" in mitre_attack_id is no technique id',
	]);
});
