import fc from "fast-check";
import { expect, test } from "vitest";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import { draftRuleNote } from "../../../../src/core/notes/rule/draft-rule-note";
import { readRuleNote } from "../../../../src/core/notes/rule/read-rule-note";
import type { Rule } from "../../../../src/core/model/rule";
import { buildContext, buildRule } from "./rule-builder";

function noteOf(rule: Partial<Rule>): string {
	const draft = draftRuleNote(buildRule(rule), buildContext());
	return writeNote(draft.properties, draft.body);
}

const CATALOGUE_NOTE = `---
title: "Old rule"
status: "Experimental"
created: "2019/11/01"
tags: [credential_access, car_2019-04-004, t1003_001, detection_rule]
logsrc_product: "windows"
level: "medium"
---

## Old rule

### Description

Code in prose:

\`\`\`powershell
Get-Process
\`\`\`

\`\`\`yml
title: Old rule
id: 4a1b6da0-d94f-4fc3-98fc-2d9cb9e5ee76
detection:
    condition: a
\`\`\`
`;

test("our own note gives back identity, properties and text with its line", () => {
	const text = "title: A rule\ndetection: {condition: a}\n";
	const note = noteOf({
		text,
		title: "A: rule",
		status: "test",
		level: "high",
		techniques: ["T1021.004"],
		tactics: ["lateral-movement"],
	});
	const read = readRuleNote(note);
	expect(read).toMatchObject({
		vendor: "sigma",
		id: "0c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11",
		title: "A: rule",
		status: "test",
		level: "high",
		techniques: ["T1021.004"],
		tactics: ["Lateral Movement"],
		source: { language: "yaml", text: text.trimEnd(), fileName: "A: rule.yml" },
	});
	expect(note.split("\n")[(read?.source.line ?? 0) - 1]).toBe("title: A rule");
});

test("a note of the use case catalogue is read", () => {
	const read = readRuleNote(CATALOGUE_NOTE);
	expect(read).toMatchObject({
		vendor: null,
		id: null,
		title: "Old rule",
		status: "experimental",
		level: "medium",
		techniques: [],
		taggedTechniques: ["T1003.001"],
	});
	expect(CATALOGUE_NOTE.split("\n")[(read?.source.line ?? 0) - 1]).toBe("title: Old rule");
});

test("the fence under the heading Rule is the rule, whatever stands before it", () => {
	const note = noteOf({
		description: "Example:\n\n```yaml\ntitle: not the rule\n```",
		text: "title: the rule\n",
	});
	expect(readRuleNote(note)?.source.text).toBe("title: the rule");
});

test("a section that somebody renamed is still found by its fence", () => {
	const note = noteOf({ text: "title: the rule\n" }).replace("### Rule", "### Our version");
	expect(readRuleNote(note)?.source.text).toBe("title: the rule");
});

test("a front matter that is no YAML costs the properties, not the rule", () => {
	const broken = CATALOGUE_NOTE.replace("tags: [", "tags: [, ");
	const read = readRuleNote(broken);
	expect(read?.title).toBe("Old rule");
	expect(read?.source.text).toContain("4a1b6da0");
});

test("a note without a rule's code is none", () => {
	expect(readRuleNote("# Just text\n\n```mermaid\ngraph\n```\n")).toBeUndefined();
});

test("a Markdown source that holds fences comes back whole", () => {
	const text = "# Title\n\n```kql\nDeviceEvents\n```\n\nmore\n";
	const note = noteOf({ text, textLanguage: "markdown", vendor: "kusto" });
	expect(readRuleNote(note)?.source.text).toBe(text.trimEnd());
});

test("any rule text comes back as it was, but for the kind of line breaks and the last of them", () => {
	const piece = fc.constantFrom(
		"a",
		" ",
		"\n",
		"\r\n",
		"```",
		"~~~",
		"`",
		"<%",
		"%>",
		"\u2060",
		"---\n",
		"### Rule\n",
		"## x\n",
		"```yaml\n",
		"\t",
		"é",
		"\u{1F600}",
		"    ",
		"%%",
		"[[a]]",
		"$= x",
	);
	fc.assert(
		fc.property(
			fc.array(piece, { minLength: 1, maxLength: 30 }),
			fc.constantFrom<Rule["textLanguage"]>("yaml", "toml", "json", "kql", "yara-l", "markdown"),
			(pieces, textLanguage) => {
				const text = pieces.join("");
				const read = readRuleNote(noteOf({ text, textLanguage }));
				expect(read?.source.text).toBe(text.replace(/\r\n?/g, "\n").replace(/\n$/, ""));
			},
		),
		{ numRuns: 300 },
	);
});

test("no note makes reading throw", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
			readRuleNote(text);
			readRuleNote(`---\n${text}\n---\n### Rule\n\`\`\`yaml\n${text}`);
		}),
	);
});

test("a panel above the rule, under its heading, is not taken for the rule", () => {
	const panel = "```detection-vault\npanel: rule\n```\n\n";
	const note = noteOf({}).replace("### Rule\n\n", `### Rule\n\n${panel}`);
	expect(note).toContain(panel);
	expect(readRuleNote(note)?.source.text).toBe(readRuleNote(noteOf({}))?.source.text);
});
