import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NoteKind } from "../../../../src/core/model/note";
import { adoptNote } from "../../../../src/core/notes/merge/adopt-note";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";
import { describeCorpora } from "../../../support/corpora";
import { noteModel, writeModel } from "./random-notes";

function adopt(kind: NoteKind, mine: string, theirs: string): { text: string; differs: string[] } {
	const result = adoptNote({ kind, mine, theirs });
	if (!result.ok) throw new Error(result.reason);
	expect(result.conflicts).toEqual([]);
	return { text: result.text, differs: result.differs.map(({ what }) => what) };
}

const RULE = `---
rule_id: 11111111-2222-3333-4444-555555555555
title: A rule
status: stable
techniques: [T1021.004]
created: 2024-01-02
tags: [detection_rule, T1021_004]
---

## A rule

### Description

It finds it.

### Rule

\`\`\`yaml
title: A rule
detection: newer
\`\`\`

### References

- <https://example.org>

### Notes
`;

const OWN_RULE = `---
title: "A rule"
created: "2024/01/02"
tags: [t1021_004, mine]
status: "experimental" # for now
---

## A rule

### description

My words.

\`\`\`yml
title: A rule
detection: older
\`\`\`

## After

Mine too.
`;

describe("adopting a rule note", () => {
	const { text, differs } = adopt("rule", OWN_RULE, RULE);

	it("keeps all text and types that are there", () => {
		for (const line of OWN_RULE.split("\n")) {
			if (!line.startsWith("tags:")) expect(text.split("\n")).toContain(line);
		}
	});

	it("adds ids and properties, and the tags that the lists lack", () => {
		expect(text).toContain("\nrule_id: 11111111-2222-3333-4444-555555555555\n");
		expect(text).toContain("\ntechniques: [T1021.004]\n");
		expect(text).toContain("\ntags: [t1021_004, mine, detection_rule]\n");
	});

	it("adds no second copy of the rule, and no section that the note has", () => {
		expect(text.match(/^title: A rule$/gm)).toHaveLength(1);
		expect(text).not.toContain("### Description");
		expect(text).not.toContain("### Notes");
	});

	it("puts a section that is missing behind what it follows, at the note's own level", () => {
		expect(text).toContain(
			"detection: older\n```\n\n### References\n\n- <https://example.org>\n\n## After\n",
		);
	});

	it("lists what upstream has otherwise, but not another spelling of the same", () => {
		expect(differs).toEqual(["Property status", "Description"]);
	});

	it("changes nothing the second time", () => {
		expect(adopt("rule", text, RULE).text).toBe(text);
	});
});

const RUNBOOK = `---
runbook_id: T1000
tags: [T1000, atomic_test]
---

## Test: One

- GUID: aaaaaaaa-0000-0000-0000-000000000001 ^t-1

### Run

\`\`\`bash
one
\`\`\`

## Test: Two

- GUID: aaaaaaaa-0000-0000-0000-000000000002 ^t-2

## Notes
`;

describe("adopting a runbook note", () => {
	it("adds the rule to a note that has a part of it, or only commands", () => {
		for (const fence of [
			"```yaml\nselection:\n  Image: a\ncondition: selection\n```",
			"```powershell\nGet-Process\n```",
			"```kql\nDeviceEvents\n```",
		]) {
			const mine = `---\ntags: [detection_rule]\n---\n\n# A rule\n\n## Detection\n\n${fence}\n`;
			const { text } = adopt("rule", mine, RULE);
			expect(text).toContain(`${fence}\n`);
			expect(text).toContain("## Rule\n\n```yaml\ntitle: A rule\ndetection: newer\n```\n");
		}
	});

	it("adds no rule to a note that has its query alone, where the vendor's rule is a query", () => {
		const splunk = RULE.replace("detection: newer", "id: x\nsearch: index=main");
		const mine = "---\ntags: [detection_rule]\n---\n\n# A rule\n\n```spl\nindex=ours\n```\n";
		expect(adopt("rule", mine, splunk).text).not.toContain("index=main");
	});

	it("knows a test by its GUID in any form", () => {
		const mine =
			"# T1000\n\n## Atomic Test #1 - One, differently\n\n**auto_generated_guid:** AAAAAAAA-0000-0000-0000-000000000001\n";
		const { text } = adopt("runbook", mine, RUNBOOK);
		expect(text).not.toContain("## Test: One");
		expect(text).toContain("\n## Test: Two\n");
		expect(adopt("runbook", text, RUNBOOK).text).toBe(text);
	});
});

describe("adopting a note of any kind", () => {
	it("gives one without front matter all properties", () => {
		const { text } = adopt("rule", "\uFEFFMy text.\n", RULE);
		expect(text.startsWith("\uFEFF---\nrule_id: 11111111")).toBe(true);
		expect(text).toContain("---\n\nMy text.\n");
	});

	it("keeps Windows line breaks", () => {
		const { text } = adopt("rule", OWN_RULE.replaceAll("\n", "\r\n"), RULE);
		expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
	});

	it("closes a fence that nothing closes before it adds something", () => {
		const { text } = adopt("technique", "## T\n\n```bash\nls", "## T\n\n### Detection\n\nLook.\n");
		expect(text).toBe("## T\n\n```bash\nls\n```\n\n### Detection\n\nLook.\n");
	});

	it("renames footnotes whose names are taken", () => {
		const mine = "## T\n\n### Description\n\nMine.[^1]\n\n[^1]: My source.\n";
		const theirs = "## T\n\n### Groups\n\n- One[^1]\n\n### References\n\n[^1]: Theirs.\n";
		const { text } = adopt("technique", mine, theirs);
		expect(text).toBe(
			`${mine}\n### Groups\n\n- One[^upstream-1]\n\n### References\n\n[^upstream-1]: Theirs.\n`,
		);
		expect(adopt("technique", text, theirs).text).toBe(text);
	});

	it("leaves one alone whose front matter is broken", () => {
		const mine = OWN_RULE.replace("tags: [", "tags: [, ");
		expect(adoptNote({ kind: "rule", mine, theirs: RULE })).toMatchObject({ ok: false, line: 4 });
	});

	it("loses no line, whatever the two notes; twice is once; and a merge afterwards loses none either", () => {
		fc.assert(
			fc.property(noteModel, noteModel, noteModel, (one, other, third) => {
				const mine = writeModel(one);
				const theirs = writeModel(other);
				const { text } = adopt("technique", mine, theirs);
				let at = 0;
				for (const line of mine.split("\n")) {
					const next = text.indexOf(line.replace(/\]$/, ""), at);
					expect(next).toBeGreaterThanOrEqual(at);
					at = next;
				}
				expect(adopt("technique", text, theirs).text).toBe(text);
				const later = mergeNote({ base: theirs, mine: text, theirs: writeModel(third) });
				const lines = later.ok ? later.text.split("\n") : [];
				const upstream = theirs.split("\n");
				for (const line of mine.split("\n")) {
					if (line.startsWith("Sentence") && !upstream.includes(line))
						expect(lines).toContain(line);
				}
			}),
			{ numRuns: 1_000 },
		);
	});
});

describeCorpora(
	"adopting the notes of a real vault",
	(folder) => {
		it("keeps every one of them to the byte but for its tags", () => {
			const names = readdirSync(join(folder, "Detection Rules"));
			let adopted = 0;
			for (const name of names) {
				const mine = readFileSync(join(folder, "Detection Rules", name), "utf8");
				const result = adoptNote({ kind: "rule", mine, theirs: RULE });
				if (!result.ok) {
					expect(result.reason).toContain("front matter");
					continue;
				}
				adopted++;
				const [, front = "", body = ""] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(mine) ?? [];
				const properties = front.split("\n").filter((line) => !line.startsWith("tags:"));
				for (const line of properties) expect(result.text).toContain(`\n${line}\n`);
				expect(result.text).toContain(`---\n${body.trimEnd()}`);
			}
			expect(adopted).toBeGreaterThan(names.length * 0.95);
		});
	},
	"vaults",
	"use-case-catalogue",
);
