import { expect, test } from "vitest";
import { readFixture, readOnlyRule, readText, rulesOf } from "../read-fixture";

test("a table of techniques gives its ids, from the link where the id is missing", () => {
	const rule = readOnlyRule("kusto/products.md");
	expect(rule.techniques).toEqual(["T1059.001", "T1027"]);
	expect(rule).toMatchObject({
		title: "Encoded PowerShell",
		description: "Finds encoded commands. Not T1566.",
		author: "Example Person",
		references: ["https://example.com/one", "https://example.com/two"],
		prose: [{ heading: "Risk", text: "Commands are hidden." }],
	});
});

test("a coverage table gives the marked rows: tactics, states, and the techniques noted beside them", () => {
	expect(readOnlyRule("kusto/coverage.md")).toMatchObject({
		title: "Web shell spawns a shell",
		techniques: ["T1505.003"],
		tactics: ["execution", "persistence", "command-and-control"],
		otherTags: ["exploit"],
		author: "Example Contributor",
	});
});

test.each(["v", "V", "x", "X", "y", "✓", "✔", "yes", ":heavy_check_mark:"])(
	"%s marks a row of a coverage table",
	(mark) => {
		const text = `# A\n\n## Query\n\`\`\`\nT | where x\n\`\`\`\n\nTechnique, tactic, or state | Covered?\n---|---\nImpact | ${mark} |\n`;
		expect(rulesOf(readText("a.md", text)).rules[0]?.tactics).toEqual(["impact"]);
	},
);

test("a sub-technique in a column of its own is joined to its technique, which alone is not meant", () => {
	expect(readOnlyRule("kusto/tags-and-history.md")).toMatchObject({
		id: "0xAA-0001-Shadow_Copies",
		techniques: ["T1490", "T1070.004"],
		tactics: ["impact", "defense-evasion"],
	});
});

test("a version history gives the newest version and the first and last day", () => {
	expect(readOnlyRule("kusto/tags-and-history.md")).toMatchObject({
		sourceRef: "1.10",
		created: "2021-01-29",
		lastModified: "2025-03-28",
	});
});

test("data sources, tables, false positives and prose come from their sections", () => {
	expect(readOnlyRule("kusto/tags-and-history.md")).toMatchObject({
		description: "Searches for removed shadow copies.",
		dataSources: ["Process: Process Creation"],
		tables: ["DeviceProcessEvents"],
		falsePositives: ["Backup software", "Administrators on holiday"],
		prose: [{ heading: "Suggested Response Actions", text: "Ask why." }],
	});
});

test("front matter is metadata, and stands before what the text says", () => {
	expect(readOnlyRule("kusto/front-matter.md")).toMatchObject({
		id: "rule-0007",
		title: "Tokens: replayed",
		status: "testing",
		level: "high",
		techniques: ["T1550.001", "T1528"],
		tactics: ["lateral-movement", "defense-evasion"],
		author: "Example Team",
		created: "2025-06-01",
		references: ["https://example.com/token"],
		otherTags: ["cloud"],
	});
});

test("broken front matter is reported, the rule is read", () => {
	const { rules, problems } = readFixture("kusto/invalid/front-matter.md");
	expect(rules[0]?.title).toBe("Broken front matter");
	expect(problems.map(({ code, line }) => [code, line])).toEqual([["rule-field", 3]]);
});

test("an id is taken from prose, a comment or the file name only where no place for ids has one", () => {
	const page = (text: string): string =>
		`# A\n\n${text}\n\n## Query\n\`\`\`kql\nT\n| take 1 // T1001\n\`\`\`\n`;
	const techniques = (name: string, text: string): readonly string[] | undefined =>
		rulesOf(readText(name, text)).rules[0]?.techniques;
	expect(techniques("T1003.md", page("Like T1002."))).toEqual(["T1002", "T1001"]);
	expect(techniques("T1003.md", page("**Technique:** Files (T1005)\n\nLike T1002."))).toEqual([
		"T1005",
	]);
	expect(techniques("nf_ttp_t1003.004_x.md", "# A\n\n## Query\n```kql\nT\n```\n")).toEqual([
		"T1003.004",
	]);
	expect(techniques("T1003/plain.md", "# A\n\n## Query\n```kql\nT\n```\n")).toEqual([]);
});

test("a tactic's name may have an `and`", () => {
	const text =
		"# A\n\n**Tactic:** TA0011 - Command and Control, Execution\n\n## Query\n```kql\nT\n```\n";
	expect(rulesOf(readText("a.md", text)).rules[0]?.tactics).toEqual([
		"command-and-control",
		"execution",
	]);
});

test.each(["Title", "Rule name"])("the line below a heading “%s” is the title", (heading) => {
	const text = `# ${heading}\nShells of servers\n\n# Query\n\`\`\`kql\nT | where a == 1\n\`\`\`\n`;
	expect(rulesOf(readText("a.md", text)).rules[0]?.title).toBe("Shells of servers");
});

test("a heading below the query is no title; a language behind the name is no part of it", () => {
	const text = "```kql\nT | where a == 1\n```\n\n## Pictures\n\nOne.\n";
	expect(rulesOf(readText("Odd guest invites.kql.md", text)).rules[0]?.title).toBe(
		"Odd guest invites",
	);
});

test("a list under a heading for ATT&CK names tactics and techniques", () => {
	const mapping =
		"### MITRE ATT&CK Mapping\n- Tactic: Credential Access, Discovery\n- Technique ID: T1110.003\n";
	const text = `# A\n\n### Query\n\`\`\`\nT | where a == 1\n\`\`\`\n\n${mapping}`;
	expect(rulesOf(readText("a.md", text)).rules[0]).toMatchObject({
		tactics: ["credential-access", "discovery"],
		techniques: ["T1110.003"],
	});
});
