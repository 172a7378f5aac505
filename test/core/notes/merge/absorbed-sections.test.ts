import { describe, expect, test } from "vitest";
import { listConflicts } from "../../../../src/core/notes/merge/list-conflicts";
import type { MergeConflict } from "../../../../src/core/notes/merge/merge-note";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";
import { resolveConflict } from "../../../../src/core/notes/merge/resolve-conflict";

const CODE = `\`\`\`yaml
title: Shell from a web server
level: low
detection:
    selection:
        ParentImage|endswith: '\\w3wp.exe'
        Image|endswith: '\\cmd.exe'
    condition: selection
\`\`\`
`;
const BASE = `---
rule_id: r1
---

## Shell from a web server

### Description

Detects a shell that a web server starts.

### Techniques

- Tactics: Execution

### Rule

${CODE}
### Notes
`;
/** The rule stands below the description, without a heading of its own. */
const MINE = BASE.replace(`### Rule\n\n${CODE}\n`, "").replace(
	"web server starts.\n",
	`web server starts.\n\n${CODE}`,
);

function merge(base: string, mine: string, theirs: string): [string, readonly MergeConflict[]] {
	const result = mergeNote({ base, mine, theirs });
	if (!result.ok) throw new Error(result.reason);
	return [result.text, result.conflicts];
}

describe("a section that the note has within another one", () => {
	test("gets upstream's changes where it stands", () => {
		const change = (text: string): string => text.replace("cmd.exe", "pwsh.exe");
		expect(merge(BASE, MINE, change(BASE))).toEqual([change(MINE), []]);
	});

	test("keeps the person's lines, and says there what upstream has", () => {
		const mine = MINE.replace("level: low", "level: high");
		const theirs = BASE.replace("level: low", "level: medium").replace("cmd.exe", "pwsh.exe");
		const [text, conflicts] = merge(BASE, mine, theirs);
		expect(conflicts).toEqual([{ what: "Description", upstream: "level: medium" }]);
		expect(text.startsWith(mine.replace("cmd.exe", "pwsh.exe"))).toBe(true);
	});

	test("lets a conflict be taken, or go when upstream comes to say the same", () => {
		const mine = MINE.replace("level: low", "level: high");
		const theirs = BASE.replace("level: low", "level: medium");
		const [text] = merge(BASE, mine, theirs);
		const [conflict] = listConflicts(text);
		if (conflict === undefined) throw new Error("no conflict is listed");
		const taken = resolveConflict(text, theirs, conflict, "theirs");
		expect(taken).toEqual({ ok: true, text: MINE.replace("level: low", "level: medium") });
		const later = BASE.replace("level: low", "level: high");
		expect(merge(theirs, text, later)).toEqual([mine, []]);
	});

	test("is not looked for in what only says the same as code", () => {
		const base = BASE.replace(
			"### Notes\n",
			"### False positives\n\n- A deployment by an administrator\n",
		);
		const quoted = base.replace(
			"    condition: selection\n",
			"    condition: selection\nfalsepositives:\n- A deployment by an administrator\n",
		);
		const mine = quoted.replace("### False positives\n\n- A deployment by an administrator\n", "");
		const theirs = quoted.replace(
			"positives\n\n- A deployment",
			"positives\n\n- A nightly deployment",
		);
		const [, conflicts] = merge(quoted, mine, theirs);
		expect(conflicts).toEqual([
			{ what: "False positives", upstream: "- A nightly deployment by an administrator" },
		]);
	});

	test("is not looked for in another test of a runbook", () => {
		const section = (name: string, guid: string): string =>
			`### Atomic Test #1 - ${name}\n\n- GUID: ${guid}\n\n#### Inputs\n\n| folder | Where the copy goes | C:\\\\Temp |\n\n`;
		const one = section("One", "11111111-1111-4111-8111-111111111111");
		const two = section("Two", "22222222-2222-4222-8222-222222222222");
		const inputs = one.slice(one.indexOf("#### Inputs"));
		const base = `## Tests\n\n${one}${two}`;
		const mine = `## Tests\n\n${one.replace(inputs, "")}${two}`;
		const theirs = base.replace("C:\\\\Temp", "D:\\\\Temp");
		const [text] = merge(base, mine, theirs);
		expect(text.startsWith(mine.trimEnd())).toBe(true);
	});
});
