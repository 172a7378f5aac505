import { expect, test } from "vitest";
import { outlineLines } from "../../../../src/core/notes/document/find-headings";
import type { Problem } from "../../../../src/core/model/problem";
import type { Rule } from "../../../../src/core/model/rule";
import { draftRuleNote } from "../../../../src/core/notes/rule/draft-rule-note";
import { findLive } from "../safe/live-markdown";
import { buildContext, buildRule } from "./rule-builder";

/** The one live block of a rule note. */
const PANEL = "```detection-vault\npanel: rule\n```";

function bodyOf(rule: Partial<Rule>): string {
	return draftRuleNote(buildRule(rule), buildContext()).body;
}

/** The text of one section, without its heading. */
function sectionOf(body: string, heading: string): string | undefined {
	const start = body.indexOf(`\n### ${heading}\n`);
	if (start === -1) return undefined;
	const from = start + heading.length + 6;
	const end = body.indexOf("\n### ", from);
	return body.slice(from, end === -1 ? undefined : end).trim();
}

test("a bare rule has a title, its text and room for notes", () => {
	expect(bodyOf({})).toBe(
		`## A rule\n\n### Rule\n\n\`\`\`yaml\ntitle: A rule\n\`\`\`\n\n### Rule panel\n\n${PANEL}\n\n### Notes\n`,
	);
});

test("sections stand in their order", () => {
	const body = bodyOf({
		description: "Why.",
		techniques: ["T1021.004"],
		falsePositives: ["Backups"],
		prose: [{ heading: "Setup", text: "Do this." }],
		simulations: [{ technique: "T1021.004", name: "A test", guid: null }],
		related: [{ id: "other", type: "similar" }],
		references: ["https://example.org"],
	});
	const headings = body.split("\n").filter((line) => line.startsWith("### "));
	expect(headings.map((line) => line.slice(4))).toEqual([
		"Description",
		"Techniques",
		"Rule",
		"Rule panel",
		"False positives",
		"Setup",
		"Tests",
		"Related rules",
		"References",
		"Notes",
	]);
});

test("techniques link to their notes, else to the web, and say when the rule is out of date", () => {
	const body = bodyOf({
		techniques: ["T1021.004", "T1562", "T1064", "T9999.001"],
		tactics: ["lateral-movement"],
	});
	expect(sectionOf(body, "Techniques")).toBe(
		[
			"- [[T1021.004 - Remote Services - SSH|T1021.004 Remote Services: SSH]]",
			"- [T1685 Disable or Modify Tools](https://attack.mitre.org/techniques/T1685) (the rule says T1562, which ATT&CK replaced)",
			"- [T1064 Scripting](https://attack.mitre.org/techniques/T1064) (no longer in ATT&CK)",
			"- [T9999.001](https://attack.mitre.org/techniques/T9999/001) (in no ATT&CK bundle that was imported)",
			"- Tactics: Lateral Movement",
		].join("\n"),
	);
});

test("without a catalogue no technique is called unknown", () => {
	const problems: Problem[] = [];
	const context = buildContext({
		hasCatalog: false,
		nameTechnique: () => undefined,
		report: (problem) => problems.push(problem),
	});
	const { body } = draftRuleNote(buildRule({ techniques: ["T1021.004", "T1"] }), context);
	expect(body).not.toContain("bundle");
	expect(problems).toEqual([]);
});

test("outdated and unknown techniques are reported", () => {
	const problems: Problem[] = [];
	const context = buildContext({ report: (problem) => problems.push(problem) });
	draftRuleNote(buildRule({ techniques: ["T1021.004", "T1562", "T1064", "T9999"] }), context);
	expect(problems.map(({ code, severity, message }) => [code, severity, message])).toEqual([
		["rule-technique-outdated", "warning", "A rule: the rule names T1562, which is T1685 now"],
		[
			"rule-technique-outdated",
			"warning",
			"A rule: the rule names T1064, which ATT&CK has given up",
		],
		["rule-technique-unknown", "warning", "A rule: T9999 is in no ATT&CK bundle that was imported"],
	]);
});

test("tests link to their place in the runbook; related rules to their notes", () => {
	const guid = "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec";
	const body = bodyOf({
		simulations: [
			{ technique: "T1021.004", name: "Enable [SSH]", guid },
			{ technique: "T1003", name: null, guid },
		],
		regressionTests: "regression_data/info.yml",
		related: [
			{ id: "other", type: "similar" },
			{ id: "unknown", type: "derived" },
		],
	});
	expect(sectionOf(body, "Tests")).toBe(
		[
			`- [[Testing Runbooks/T1021.004 - Remote Services - SSH - runbook#^t-8f6c14d1|Enable SSH]] (T1021.004, ${guid})`,
			`- ${guid} (T1003)`,
			"- Upstream's regression test: regression_data/info.yml",
		].join("\n"),
	);
	expect(sectionOf(body, "Related rules")).toBe(
		"- Similar: [[Detection Rules/Sigma/The other|The other]]\n- Derived: unknown",
	);
});

test("what a link shows is no property that Dataview would read", () => {
	const guid = "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec";
	const name = "A (level:: critical) [vendor::: x]";
	const body = bodyOf({ simulations: [{ technique: "T1021.004", name, guid }] });
	expect(sectionOf(body, "Tests")).toContain("|A (level: critical) vendor: x]]");
});

test.each([
	["a fence that is none", "``` a`b\n## Rule\n\n```yaml\nforged: true\n```"],
	["a fence that only looks closed", "```x\n``` b\n```\n## Rule"],
	["an underline below a rule", "***\nRule\n---"],
])("a heading of imported prose behind %s closes no section", (_, description) => {
	const headings = (text: string): readonly string[] =>
		outlineLines(text.split("\n")).headings.flatMap(({ level, title }) =>
			level < 4 ? `${level} ${title}` : [],
		);
	expect(headings(bodyOf({ description }))).toEqual(headings(bodyOf({ description: "x" })));
});

test("headings of imported prose stay below their section", () => {
	const guide =
		"# Triage\n\nFirst\n===\n\n### Deeper\n\n```\n# not a heading\n```\n\n###### Deepest";
	const body = bodyOf({
		description: "## Rule\n\nNot the rule.",
		prose: [{ heading: "Guide", text: guide }],
	});
	expect(sectionOf(body, "Description")).toBe("#### Rule\n\nNot the rule.");
	const lines = sectionOf(body, "Guide")?.split("\n") ?? [];
	expect(lines.filter((line) => line.startsWith("#"))).toEqual([
		"#### Triage",
		"#### First",
		"###### Deeper",
		"# not a heading",
		"###### Deepest",
	]);
});

test("a passage that opens with its own name does not show it twice", () => {
	const body = bodyOf({ prose: [{ heading: "Setup", text: "## Setup\n\nDo this." }] });
	expect(sectionOf(body, "Setup")).toBe("Do this.");
});

test("passages of one name are one section, and none takes the name of one of ours", () => {
	const body = bodyOf({
		prose: [
			{ heading: "Query", text: "one" },
			{ heading: "Rule", text: "not the rule" },
			{ heading: "query", text: "two" },
			{ heading: "Notes", text: "upstream's" },
		],
	});
	const headings = body.split("\n").filter((line) => line.startsWith("### "));
	expect(headings.join()).toBe(
		"### Rule,### Rule panel,### Query,### Rule (upstream),### Notes (upstream),### Notes",
	);
	expect(sectionOf(body, "Query")).toBe("one\n\ntwo");
});

test("references are links where they are addresses", () => {
	const body = bodyOf({
		references: ["https://example.org/a%20b?c=d#e", "A book", "https://example.org/a%zz", "A book"],
	});
	expect(sectionOf(body, "References")).toBe(
		"- <https://example.org/a%20b?c=d#e>\n- A book\n- https://example.org/a%zz",
	);
});

test("lines wrapped at a fixed width are joined; lists and short lines are not", () => {
	const wrapped = `${"word ".repeat(20).trim()}\n${"more ".repeat(18).trim()}\nend.`;
	const body = bodyOf({ description: `${wrapped}\n\n- one\n- two\n\nshort\nlines` });
	expect(sectionOf(body, "Description")).toBe(
		`${wrapped.replaceAll("\n", " ")}\n\n- one\n- two\n\nshort\nlines`,
	);
});

test.each([
	["a code block that runs", "```dataviewjs\nalert(1)\n```"],
	["an inline query", "see `= this.secret` here"],
	["HTML", "<img src=x onerror=alert(1)>"],
	["a Templater tag", "<% tp.user.evil() %>"],
	["a script link", "[here](javascript:alert(1))"],
	["an embed", "![[Secret]]"],
	["a front matter of its own", "---\ntags: [evil]\n---\ntext"],
])("%s in any passage is made plain, and told", (_name, text) => {
	const problems: Problem[] = [];
	const context = buildContext({ report: (problem) => problems.push(problem) });
	const rule = buildRule({
		title: `A ${text.replaceAll("\n", " ")}`,
		description: text,
		falsePositives: [text],
		references: [text],
		prose: [{ heading: text, text }],
		related: [{ id: text, type: text }],
		simulations: [{ technique: text, name: text, guid: text }],
		regressionTests: text,
		tactics: [text],
	});
	const { body } = draftRuleNote(rule, context);
	expect(findLive(body.replace(PANEL, ""))).toEqual([]);
	expect(body.split("\n").filter((line) => line === "---")).toEqual([]);
	expect(problems.some(({ code }) => code === "rule-text-defused")).toBe(true);
});
