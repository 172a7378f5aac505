import { expect, test } from "vitest";
import { createRuleNote } from "./create-rule-note";
import { readFixture, readOnlyRule, readText, rulesOf } from "../read-fixture";

test("Markdown gives a rule for each heading that has a search of its own, pieces of searches are left out", () => {
	const { rules } = readFixture("splunk/bare/scenarios.md");
	expect(rules).toMatchObject([
		{
			id: "splunk:scenarios.md:1",
			vendor: "splunk",
			language: "spl",
			title: "Hunts in Splunk - ✅ Failed sign-ins",
			techniques: ["T1110"],
			textLanguage: "markdown",
			line: 5,
		},
		{ title: "Hunts in Splunk - Encoded commands", techniques: ["T1059.001"] },
	]);
	expect(rules[0]?.queries).toEqual([
		{
			language: "spl",
			text: "index=windows EventCode=4625\n| stats count BY user\n| where count > 10",
			line: 12,
			label: null,
		},
	]);
});

test("a fence without a language is a search where it begins as one", () => {
	expect(readOnlyRule("splunk/bare/search.md")).toMatchObject({
		id: "5d0c8a50-0000-4a6a-9d0e-0000000000e1",
		title: "Shadow copies deleted",
		level: "high",
		techniques: ["T1490"],
		tables: ["Endpoint.Processes"],
	});
	const sql = "# Users\n## Query\n```sql\nselect name from users where source = 'x'\n```\n";
	expect(readText("users.md", sql).kind).toBe("none");
});

test("a text that states a detection in KQL too gives both rules, and documentation is none", () => {
	const both =
		"# Tickets\n## Splunk\n```spl\nindex=win EventCode=4769\n```\n## Sentinel\n```kql\nSecurityEvent | where EventID == 4769\n```\n";
	const { rules } = rulesOf(readText("tickets.md", both));
	expect(rules.map((rule) => createRuleNote(rule)?.language)).toEqual(["kql", "spl"]);
	expect(rules).toMatchObject([
		{ id: "kusto:tickets.md:1", language: "kql", queries: [{ line: 8 }] },
		{ id: "splunk:tickets.md:1", language: "spl", queries: [{ line: 4 }] },
	]);
	const readme =
		"# Tool\nLook at its logs:\n```spl\nindex=main sourcetype=tool | stats count\n```\n";
	expect(readText("README.md", readme)).toMatchObject({
		kind: "none",
		reason: "documentation with examples in SPL, no detection",
	});
});
