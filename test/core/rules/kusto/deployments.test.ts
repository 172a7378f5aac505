import { expect, test } from "vitest";
import { openFixture, readFixture, readOnlyRule } from "../read-fixture";

test("an ARM template gives its rules at any depth, each with its own object as text", () => {
	const { rules, problems } = readFixture("kusto/arm-template.json");
	const { text } = openFixture("kusto/arm-template.json");
	const lines = text.split("\n");
	expect(problems).toEqual([]);
	expect(rules).toMatchObject([
		{
			id: "aaaaaaaa-0000-4000-8000-000000000001",
			kind: "rule",
			title: "First of two",
			description: 'A "quoted" word { and a brace',
			level: "low",
			techniques: ["T1110", "T1110.001"],
			tactics: ["credential-access"],
			textLanguage: "json",
		},
		{
			id: "kusto:arm-template.json:2",
			kind: "hunt",
			title: "Second of two",
			description: "A hunting query",
			techniques: ["T1098", "T1136.003"],
			tactics: ["persistence", "privilege-escalation"],
		},
	]);
	for (const rule of rules) {
		expect(text).toContain(rule.text);
		expect(JSON.parse(rule.text)).toBeTypeOf("object");
		expect(lines[rule.line - 1]?.trim()).toBe("{");
		expect(lines[(rule.queries[0]?.line ?? 0) - 1]).toContain('"query"');
	}
});

test("custom detections as Microsoft Graph lists them are read; a state is a tag, no tactic", () => {
	expect(readOnlyRule("kusto/graph-detections.json")).toMatchObject({
		id: "7506",
		title: "Ransom note written",
		level: "medium",
		techniques: ["T1486"],
		tactics: [],
		otherTags: ["Malware"],
		created: "2024-01-02",
		queries: [{ line: 7, text: 'DeviceFileEvents\n| where FileName == "README.txt"' }],
	});
});

test("a Bicep file's rule is read, its query also from a variable", () => {
	expect(readOnlyRule("kusto/rule.bicep")).toMatchObject({
		title: "Accounts locked",
		description: "An account's lock",
		level: "high",
		techniques: ["T1110", "T1110.003"],
		tactics: ["credential-access"],
		queries: [{ line: 3, text: "SigninLogs\n| where ResultType == 50053 // it's locked\n" }],
		textLanguage: "bicep",
		text: openFixture("kusto/rule.bicep").text,
	});
});
