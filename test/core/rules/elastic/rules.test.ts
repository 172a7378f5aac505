import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readFixture, readOnlyRule, readText } from "../read-fixture";

test("every part of a rule is read", () => {
	const { rules, problems } = readFixture("elastic/eql-rule.toml");
	expect(problems).toEqual([]);
	expect(rules).toHaveLength(1);
	expect(rules[0]).toMatchObject({
		id: "2c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11",
		vendor: "elastic",
		kind: "rule",
		language: "eql",
		title: "Shell from the spooler",
		status: "production",
		level: "medium",
		techniques: ["T1059", "T1059.003"],
		tactics: ["execution", "lateral-movement"],
		logsource: { product: "windows", service: null, category: null },
		dataSources: ["Elastic Defend", "Sysmon"],
		tables: ["logs-endpoint.events.process-*", "winlogbeat-*"],
		author: "Ada Lovelace, Grace Hopper",
		license: "Elastic License v2",
		created: "2023-04-05",
		lastModified: "2025-06-07",
		falsePositives: ["Driver packages may start a shell during their set-up."],
		otherTags: ["Domain: Endpoint", "OS: Windows", "Use Case: Threat Detection"],
		textLanguage: "toml",
		text: openFixture("elastic/eql-rule.toml").text,
	});
});

test("the query stands with its line in the file", () => {
	const rule = readOnlyRule("elastic/eql-rule.toml");
	const [query] = rule.queries;
	expect(rule.queries).toHaveLength(1);
	expect(query?.text).toMatch(/^process where [\s\S]+"cmd\.exe"\n$/);
	expect(rule.text.split("\n")[(query?.line ?? 0) - 1]).toBe(query?.text.split("\n")[0]);
});

test("a guide's buttons become what they stand for; one that leads nowhere stays", () => {
	const guide = readOnlyRule("elastic/eql-rule.toml").prose.find(
		({ heading }) => heading === "Investigation guide",
	);
	expect(guide?.text).toContain("services: Osquery - Services: `SELECT name FROM services`");
	expect(guide?.text).toContain(
		"`(event.category: process and not host.id: {{host.id}}) or (event.category: file)`",
	);
	expect(guide?.text).toContain("$osquery_7 leads nowhere");
});

test("settings that decide when a rule fires are listed", () => {
	const settings = (name: string): string | undefined => readOnlyRule(name).prose[0]?.text;
	expect(settings("elastic/eql-rule.toml")).toBe(
		[
			"- Rule type: `eql`",
			"- Risk score: 47",
			"- Runs every: `10m`",
			"- Looks back from: `now-9m`",
			"- Minimum stack version: `8.14.0`",
		].join("\n"),
	);
	expect(settings("elastic/new-terms.toml")).toContain("- New terms: `okta.actor.id`, `source.ip`");
	expect(settings("elastic/new-terms.toml")).toContain("- History: `now-14d`");
	expect(settings("elastic/threshold.toml")).toContain(
		"- Threshold: 25 events, 5 different `source.ip` per `user.name`",
	);
	expect(settings("elastic/machine-learning.toml")).toContain(
		"- Machine learning job: `rare_urls`, `rare_urls_ea`",
	);
});

test.each([
	["new-terms", "rule", "kuery", "okta"],
	["threshold", "rule", "kuery", null],
	["building-block", "building-block", "lucene", null],
	["other-framework", "rule", "esql", null],
	["_deprecated/old", "rule", "kuery", "linux"],
])("%s is a %s in %s for %s", (name, kind, language, product) => {
	expect(readOnlyRule(`elastic/${name}.toml`)).toMatchObject({
		kind,
		language,
		logsource: { product },
	});
});

test("a machine learning rule has no query, and that is no problem", () => {
	const { rules, problems } = readFixture("elastic/machine-learning.toml");
	expect(problems).toEqual([]);
	expect(rules[0]).toMatchObject({ kind: "machine-learning", language: null, queries: [] });
});

test("ids of another framework are no techniques", () => {
	const rule = readOnlyRule("elastic/other-framework.toml");
	expect(rule).toMatchObject({ techniques: [], tactics: ["impact"] });
	expect(rule.otherTags).toEqual(["AML.T0051", "Domain: LLM"]);
	expect(readOnlyRule("elastic/threshold.toml")).toMatchObject({
		techniques: ["T1110"],
		otherTags: ["OS: Windows", "OS: Linux", "Mitre Atlas: T0051"],
	});
});

test("maturity is the status, and the reason for giving a rule up is kept", () => {
	const rule = readOnlyRule("elastic/_deprecated/old.toml");
	expect(rule).toMatchObject({ status: "deprecated", level: "critical" });
	expect(rule.prose).toContainEqual({
		heading: "Deprecation",
		text: "Another rule does it better.",
	});
});

test("a query whose TOML escapes hide it gets the line of its key", () => {
	const rule = readOnlyRule("elastic/new-terms.toml");
	expect(rule.queries[0]?.text).toBe(
		'event.dataset:"okta.system" and\nevent.action:user.session.start',
	);
	expect(rule.text.split("\n")[(rule.queries[0]?.line ?? 0) - 1]).toMatch(/^query = /);
});

test.each([
	["no-query", [[4, "rule-no-query", "the rule has no query"]]],
	["no-name", [[2, "rule-field", "the rule has no name"]]],
	[
		"unknown-severity",
		[
			[2, "rule-field", "creation_date is not a date: some day"],
			[9, "rule-field", "severity is no known level: urgent"],
		],
	],
])("%s is reported with its line, and the rule is still read", (name, expected) => {
	const { rules, problems } = readFixture(`elastic/invalid/${name}.toml`);
	expect(rules).toHaveLength(1);
	expect(problems.map(({ line, code, message }) => [line, code, message])).toEqual(expected);
});

test("a file cut short gives one line with the reason", () => {
	const kind = readRuleFile(openFixture("elastic/invalid/cut-short.toml"));
	expect(kind).toMatchObject({ kind: "none", problems: [{ line: 4, code: "read-syntax" }] });
	expect(kind.kind === "none" && kind.reason).toMatch(/^not valid TOML: /);
});

test("a behaviour rule has its id, its system and a query in EQL without saying so", () => {
	const { rules, problems } = readFixture("elastic/behaviour-rule.toml");
	expect(problems).toEqual([]);
	expect(rules).toHaveLength(1);
	expect(rules[0]).toMatchObject({
		id: "7d1f0b3e-53cf-4a0f-9a54-0c0f5b7a6d21",
		vendor: "elastic",
		kind: "rule",
		language: "eql",
		title: "Script from a word processor",
		level: null,
		techniques: ["T1059", "T1059.005"],
		tactics: ["execution"],
		logsource: { product: "windows", service: null, category: null },
		sourceRef: "1.0.7",
		references: ["https://example.org/scripts"],
		queries: [{ language: "eql", line: 13 }],
	});
});

test("a rule table that says neither type nor query is no rule, and says so", () => {
	expect(readRuleFile(openFixture("elastic/invalid/no-rule.toml"))).toMatchObject({
		kind: "none",
		reason: "an Elastic rule without type and query",
	});
});

test("a rule of another program's TOML is no behaviour rule", () => {
	const lines = ["[rule]", 'id = "open-tickets"', 'name = "a"', 'query = "SELECT 1"'];
	expect(readText("a.toml", lines.join("\n")).kind).toBe("none");
});
