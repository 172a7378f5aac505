import { expect, test } from "vitest";
import type { Rule } from "../../../../src/core/model/rule";
import { openFixture, readFixture, readOnlyRule, readText, rulesOf } from "../read-fixture";

function labels(rule: Rule | undefined): readonly (string | null)[] {
	return (rule?.queries ?? []).map(({ label }) => label);
}

test("one detection for two products is one rule with a query for each", () => {
	const rule = readOnlyRule("kusto/products.md");
	expect(labels(rule)).toEqual(["Defender XDR", "Sentinel"]);
	expect(rule.queries.map(({ line }) => line)).toEqual([37, 44]);
	expect(rule.queries[0]?.text).toBe(
		'DeviceProcessEvents\n| where Timestamp > ago(1d)\n| where ProcessCommandLine has "-enc"',
	);
	expect(rule.text).toBe(openFixture("kusto/products.md").text);
});

test("steps under headings of their own are rules, each with its products and its part of the text", () => {
	const { rules } = readFixture("kusto/steps.md");
	expect(rules.map(({ title, line }) => [title, line])).toEqual([
		["Traffic case - Step 1: Count methods", 5],
		["Traffic case - Step 2: Look at files", 20],
	]);
	expect(rules.map(labels)).toEqual([["Defender XDR", "Sentinel"], [null]]);
	expect(rules[0]?.text.startsWith("## Step 1")).toBe(true);
	expect(rules[1]?.text).toBe(
		"## Step 2: Look at files\n\n## Defender XDR\n```\nDeviceFileEvents\n| take 10\n```\n\n",
	);
	expect(rules.map(({ techniques }) => techniques)).toEqual([["T1071.001"], ["T1071.001"]]);
});

test("detections under headings are rules, titled by their headings and tagged by their own part", () => {
	const { rules } = readFixture("kusto/headings.md");
	expect(rules.map(({ id, title }) => [id, title])).toEqual([
		["kusto:headings.md:1", "Tool detections - Credential tools - Dumper"],
		["kusto:headings.md:2", "Tool detections - Sprayer"],
		["kusto:headings.md:3", "Tool detections - Dumper"],
	]);
	expect(rules.map(({ techniques }) => techniques)).toEqual([["T1003.001"], ["T1110.003"], []]);
	expect(rules.map(({ author }) => author)).toEqual([
		"Example Person",
		"Example Person",
		"Example Person",
	]);
	expect(labels(rules[1])).toEqual([null, "Variants to Try"]);
});

test("a product that comes again starts the next rule", () => {
	const { rules } = readFixture("kusto/repeated-product.md");
	expect(rules.map(({ title }) => title)).toEqual(["Vulnerable library", "Vulnerable library (2)"]);
});

test("blocks under one heading are one rule; the line above a block is its label", () => {
	expect(labels(readOnlyRule("kusto/captions.md"))).toEqual(["Delete a lock", "Stop a backup"]);
});

test("queries that a blank line parts in one block are one rule's queries", () => {
	const rule = readOnlyRule("kusto/coverage.md");
	expect(rule.queries.map(({ line, text }) => [line, text.split("\n")[0]])).toEqual([
		[8, "DeviceProcessEvents"],
		[11, "DeviceEvents"],
	]);
	expect(rule.tables).toEqual(["DeviceProcessEvents", "DeviceEvents"]);
});

test("a table name that ran into the fence's language is part of the query", () => {
	expect(readOnlyRule("kusto/glued-language.md").queries[0]).toMatchObject({
		line: 4,
		text: "AADSignInEventsBeta\n| summarize count() by Browser",
	});
});

test("a query without a fence under its heading is found", () => {
	expect(readOnlyRule("kusto/unfenced.md")).toMatchObject({
		description: "",
		queries: [{ line: 5 }],
		tables: ["EmailEvents"],
	});
});

test.each(["KQL", "kusto", "Kusto", "C#", "c#", "", "text", "sql"])(
	"a fence called %j holds a query",
	(info) => {
		const text = `# A\n\n## Query\n\`\`\`${info}\nSigninLogs\n| where x == 1\n\`\`\`\n`;
		expect(rulesOf(readText("a.md", text)).rules[0]?.queries).toHaveLength(1);
	},
);

test("a fence left open ends with the file, one in tildes or inside a list is found", () => {
	const open = "# A\n\n## Sentinel\n```KQL\nSigninLogs\n| take 1";
	expect(rulesOf(readText("a.md", open)).rules[0]?.queries[0]?.text).toBe("SigninLogs\n| take 1");
	const list = "# A\n\n## Query\n1. Run\n   ~~~~kql\n   SigninLogs\n   ~~~~\n";
	expect(rulesOf(readText("a.md", list)).rules[0]?.queries[0]?.text).toBe("   SigninLogs");
});

const PIPED = 'DeviceEvents\n| where FileName == "a.exe"';

test.each([
	[
		"between backticks",
		`# Tool\n\n\`// Runs the tool\n${PIPED}\`\n`,
		`// Runs the tool\n${PIPED}`,
		3,
	],
	["below a line of prose", `# Tool\n\n**Source:** a page\n${PIPED}\n`, PIPED, 4],
	[
		"with a blank line in it",
		`# Tool\n${PIPED}\n\n| take 5\n\nProse.\n`,
		`${PIPED}\n\n| take 5`,
		2,
	],
	["behind a let", `# Tool\n\nlet n = 1;\n${PIPED}`, `let n = 1;\n${PIPED}`, 3],
])("a query %s, without a fence, is found", (_, text, query, line) => {
	const [rule] = rulesOf(readText("tool.md", text)).rules;
	expect(rule?.queries.map((one) => [one.text, one.line])).toEqual([[query, line]]);
});

test("queries without fences are rules under headings of their own", () => {
	const text = `# Tools\n\n## One\n\n${PIPED}\n\n## Two\n\n\`\n${PIPED}\n\`\n`;
	expect(rulesOf(readText("tools.md", text)).rules.map(({ title }) => title)).toEqual([
		"Tools - One",
		"Tools - Two",
	]);
});

test.each([
	"# Tool\n\n| Column | Where |\n|---|---|\n| where | it lies |\n",
	'# Tool\n\nAdd this to a query:\n| where FileName == "a.exe"\n',
	"# Tool\n\nls\n| grep a\n",
])("tables, pieces of queries and commands are none: %j", (text) => {
	expect(readText("tool.md", text).kind).not.toBe("rules");
});

test.each(["N/A", "None.", "", "-"])(
	"a block with %j in the place of a query is none",
	(content) => {
		const text = `# A\n\n## Defender XDR\n\`\`\`kql\n${content}\n\`\`\`\n\n## Sentinel\n\`\`\`kql\nT | where a == 1\n\`\`\`\n`;
		expect(rulesOf(readText("a.md", text)).rules.map(labels)).toEqual([[null]]);
	},
);
