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

const BRIEF = `# Brief

### Chat from outside

**Splunk SPL (CIM):**
\`\`\`spl
index=chat external=true
| where match(sender, "help.?desk")
\`\`\`

**Defender KQL:**
\`\`\`kql
CloudAppEvents
| where ActionType == "MessageSent"
\`\`\`

### Remote access tool (T1219)

**Splunk SPL (CIM):**
\`\`\`spl
index=endpoint process_name=anydesk.exe
\`\`\`
`;

test("a heading with its query in two languages is a rule in each, and takes nothing from other headings", () => {
	const { rules } = rulesOf(readText("brief.md", BRIEF));
	expect(rules.map(({ vendor, title, techniques }) => [vendor, title, techniques])).toEqual([
		["kusto", "Brief - Chat from outside", []],
		["splunk", "Brief - Chat from outside", []],
		["splunk", "Brief - Remote access tool (T1219)", ["T1219"]],
	]);
});

test("headings that name the language alone do not part a rule", () => {
	const text =
		"# Rule\n\n## Splunk query\n```spl\nindex=a | stats count\n```\n\n## KQL query\n```kql\nT | where a == 1\n```\n\n## References\n\n- T1059\n";
	const { rules } = rulesOf(readText("rule.md", text));
	expect(rules.map(({ vendor, title, techniques }) => [vendor, title, techniques])).toEqual([
		["kusto", "Rule", ["T1059"]],
		["splunk", "Rule", ["T1059"]],
	]);
});

const STANZA = `[Many failures]
search = index=windows EventCode=4625
| where count > 5

alert.track = 1
alert.severity = 4
`;

test("a block that holds a saved search is that search", () => {
	const text = `# Searches\n\n## Failures (T1110)\n\n\`\`\`spl\n${STANZA}\`\`\`\n\n## Dumps\n\n\`\`\`spl\nindex=a b=1\n\`\`\`\n`;
	const { rules } = rulesOf(readText("searches.md", text));
	expect(rules.map(({ title, queries }) => [title, queries[0]?.text, queries[0]?.line])).toEqual([
		["Searches - Failures (T1110)", "index=windows EventCode=4625\n| where count > 5", 7],
		["Searches - Dumps", "index=a b=1", 17],
	]);
});

test("a configuration in a block is read as such", () => {
	const text = `# Output\n\n\`\`\`ini\n${STANZA}\`\`\`\n`;
	expect(rulesOf(readText("output.md", text)).rules).toMatchObject([
		{ id: "splunk:Many failures", level: "high", line: 4, queries: [{ line: 5, column: 10 }] },
	]);
});
