import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readFixture, readOnlyRule, readText, rulesOf } from "../read-fixture";

test("every field of a rule's metadata is read", () => {
	const { text } = openFixture("yara-l/every-field.yaral");
	expect(readOnlyRule("yara-l/every-field.yaral")).toEqual({
		id: "mr_00000000-0000-0000-0000-000000000001",
		vendor: "yara-l",
		kind: "rule",
		language: "yara-l",
		title: "Remote service started",
		description: 'A service was started from another host: "remote"',
		status: null,
		level: "high",
		confidence: null,
		techniques: ["T1021.002", "T1543.003"],
		tactics: ["lateral-movement", "persistence"],
		logsource: { product: "windows", service: null, category: null },
		dataSources: ["Windows Event Logs", "Sysmon"],
		tables: [],
		author: "Example Team",
		license: "https://example.com/license",
		sourceRef: "1.2",
		created: "2025-03-01",
		lastModified: "2025-04-02",
		references: ["https://example.com/a", "https://example.com/b"],
		falsePositives: ["Administrators"],
		otherTags: ["service", "remote"],
		related: [{ id: "8fbf3271-1ef6-4e94-8210-000000000001", type: "derived" }],
		simulations: [],
		regressionTests: null,
		prose: [
			{ heading: "Assumptions", text: "Security events are collected" },
			{ heading: "Priority", text: "Medium" },
		],
		queries: [
			{
				language: "yara-l",
				text: text.slice(text.indexOf("rule remote_service")).trimEnd(),
				line: 5,
				label: null,
			},
		],
		text,
		textLanguage: "yara-l",
		file: "yara-l/every-field.yaral",
		line: 1,
	});
});

test("a file with several rules gives each with the comments above it", () => {
	const { rules, problems } = readFixture("yara-l/several.yaral");
	const lines = openFixture("yara-l/several.yaral").text.split("\n");
	expect(problems).toEqual([]);
	expect(rules.map(({ id, title, line }) => [id, title, line])).toEqual([
		["yara-l:several.yaral:1", "First rule", 1],
		["yara-l:several.yaral:2", "Second rule T1053 005", 4],
	]);
	expect(rules[1]?.text.split("\n")[0]).toBe("// about the second");
	expect(rules[1]?.queries[0]?.line).toBe(5);
	expect(lines[4]).toBe("private rule second_rule_T1053_005");
});

test("one list of tactics, techniques and others is told apart", () => {
	const [first] = readFixture("yara-l/several.yaral").rules;
	expect(first).toMatchObject({
		techniques: ["T1059"],
		tactics: ["execution"],
		otherTags: ["s0002"],
		level: "informational",
	});
});

test("an id is taken from the rule's name, a reference or the outcome where no metadata has one", () => {
	expect(readFixture("yara-l/several.yaral").rules[1]?.techniques).toEqual(["T1053.005"]);
	expect(readOnlyRule("yara-l/_deprecated/converted.yaral").techniques).toEqual(["T1033"]);
	expect(readOnlyRule("yara-l/assigned.yaral").techniques).toEqual(["T1078.004"]);
});

test("a rule made from Sigma keeps its logsource; folder and description say the rest", () => {
	expect(readOnlyRule("yara-l/_deprecated/converted.yaral")).toMatchObject({
		status: "deprecated",
		title: "Whoami as system",
		license: "https://example.com/LICENSE.md",
		logsource: { product: "windows", service: "sysmon", category: "process_creation" },
		created: "2021-03-09",
	});
});

test("a hunt is one, and two platforms are no product", () => {
	expect(readOnlyRule("yara-l/assigned.yaral")).toMatchObject({
		kind: "hunt",
		logsource: { product: null },
	});
});

test("a missing brace costs one rule, not two", () => {
	const { rules, problems } = readFixture("yara-l/invalid/not-closed.yaral");
	expect(rules.map(({ title }) => title)).toEqual(["Never closed", "Closed"]);
	expect(problems.map(({ code, line, message }) => [code, line, message])).toEqual([
		["rule-field", 1, "the rule never_closed is not closed"],
	]);
});

test.each(["// why", "/* why */"])(
	"%s may stand between a rule's name and its brace",
	(comment) => {
		const text = `rule commented ${comment}\n{\n  events:\n    $e.metadata.event_type = "NETWORK_DNS"\n  condition:\n    $e\n}\n`;
		const { rules } = rulesOf(readText("commented.yaral", text));
		expect(rules.map(({ title }) => title)).toEqual(["Commented"]);
	},
);

test("a rule for files is named as what it is", () => {
	expect(readRuleFile(openFixture("yara-l/invalid/yara.txt"))).toMatchObject({
		kind: "none",
		reason: "a YARA rule for files, not YARA-L",
	});
});

test("a tactic's id may have its name behind it", () => {
	const meta = 'tactic = "TA0001 - Initial Access"\n technique = "T1189 - Drive-by"';
	const text = `rule a {\n meta:\n ${meta}\n events:\n $e.a.b = "c"\n condition:\n $e\n}`;
	expect(rulesOf(readText("a.yaral", text)).rules).toMatchObject([
		{ tactics: ["TA0001"], techniques: ["T1189"] },
	]);
});
