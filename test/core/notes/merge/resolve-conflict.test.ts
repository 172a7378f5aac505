import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listConflicts } from "../../../../src/core/notes/merge/list-conflicts";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";
import type { ConflictChoice } from "../../../../src/core/notes/merge/resolve-conflict";
import {
	resolveConflict,
	resolveConflicts,
} from "../../../../src/core/notes/merge/resolve-conflict";
import { applyEdits, edits, noteModel, writeModel } from "./random-notes";

const BASE = `---
rule_id: r1
level: low
tags: [a, b]
---

## Title

### Rule

\`\`\`sigma
detection:
    selection:
        Image: a
    condition: selection
\`\`\`

### False positives

- Admins
- Backups
`;

const MINE = BASE.replace("Image: a", "Image: mine")
	.replace("level: low", "level: high")
	.replace("- Backups", "- Backups of ours");
const THEIRS = BASE.replace("Image: a", "Image: theirs")
	.replace("level: low", "level: medium")
	.replace("- Backups\n", "- Backup tools\n");

function merged(mine = MINE, theirs = THEIRS): string {
	const result = mergeNote({ base: BASE, mine, theirs });
	if (!result.ok) throw new Error(result.reason);
	return result.text;
}

function resolve(text: string, title: string, choice: ConflictChoice, upstream?: string): string {
	const conflict = listConflicts(text).find((item) => item.title === title);
	if (conflict === undefined) throw new Error(`no conflict ${title}`);
	const result = resolveConflict(text, upstream, conflict, choice);
	return result.ok ? result.text : result.reason;
}

function resolveAll(choice: ConflictChoice, upstream: string | undefined = THEIRS): string {
	let text = merged();
	for (const { title } of listConflicts(text)) text = resolve(text, title, choice, upstream);
	return text;
}

describe("the conflicts of a note", () => {
	it("are the entries of its section on upstream", () => {
		expect(
			listConflicts(merged()).map(({ title, property, passages }) => [
				title,
				property,
				passages.map(({ text }) => text),
			]),
		).toEqual([
			["Property level", "level", ["level: medium"]],
			["Rule", null, ["        Image: theirs"]],
			["False positives", null, ["- Backup tools"]],
		]);
		expect(listConflicts(BASE)).toEqual([]);
	});

	it("are resolved at once as they are one by one, and those stay that a choice cannot be made for", () => {
		for (const choice of ["mine", "theirs"] as const)
			expect(resolveConflicts(merged(), THEIRS, choice)).toEqual({
				...{ text: resolveAll(choice), resolved: 3, left: 0 },
			});
		const both = resolveConflicts(merged(), THEIRS, "both");
		expect([both.resolved, both.left]).toEqual([2, 1]);
		expect(listConflicts(both.text).map(({ title }) => title)).toEqual(["Property level"]);
		expect(resolveConflicts(BASE, THEIRS, "mine")).toEqual({ text: BASE, resolved: 0, left: 0 });
	});

	it("resolved to mine leave the note as the person wrote it", () => {
		expect(resolveAll("mine")).toBe(MINE);
	});

	it("resolved to theirs make the note upstream's where both changed it", () => {
		expect(resolveAll("theirs")).toBe(THEIRS);
	});

	it("resolved to both keep upstream's lines behind the person's", () => {
		const text = resolve(merged(), "False positives", "both", THEIRS);
		expect(text).toContain("- Backups of ours\n- Backup tools\n");
		expect(resolve(merged(), "Property level", "both", THEIRS)).toBe("one-value");
	});

	it("about a property are left where the front matter cannot be read any more", () => {
		const conflict = listConflicts(merged()).find(({ title }) => title === "Property level");
		if (conflict === undefined) throw new Error("no conflict");
		const broken = merged().replace("rule_id: r1", "rule_id: [r1");
		expect(resolveConflict(broken, THEIRS, conflict, "theirs").ok).toBe(false);
	});

	it("about a text that upstream took out go with it", () => {
		const text = merged(MINE, BASE.replace("- Backups\n", ""));
		expect(resolve(text, "False positives", "theirs", BASE.replace("- Backups\n", ""))).toBe(
			MINE.replace("- Backups of ours\n", ""),
		);
	});

	it("without a merge base are resolved to mine or both, and never guess the place", () => {
		expect(resolve(merged(), "False positives", "mine")).toContain("- Backups of ours");
		expect(resolve(merged(), "False positives", "theirs")).toBe("no-place");
		expect(resolve(merged(), "False positives", "both")).toContain("- Backup tools");
	});

	it("that the note no longer tells of are refused", () => {
		const text = merged();
		const [conflict] = listConflicts(text);
		if (conflict === undefined) throw new Error("no conflict");
		expect(resolveConflict(MINE, THEIRS, conflict, "mine")).toEqual({
			ok: false,
			reason: "changed",
		});
	});

	it("keep Windows line breaks, a byte order mark and an entry that a person rewrote", () => {
		const windows = `\uFEFF${MINE.replaceAll("\n", "\r\n")}`;
		const text = merged(windows).replace("level: medium\r\n", "level: medium\r\nmine: 1\r\n");
		const after = resolve(text, "Rule", "theirs", THEIRS);
		expect(after.startsWith("\uFEFF---\r\n")).toBe(true);
		expect(after).not.toMatch(/[^\r]\n/);
		expect(after).toContain("mine: 1");
		expect(after).toContain("Image: theirs");
	});
});

describe("resolving random conflicts", () => {
	it("to mine or theirs ends them, and the next import finds nothing to tell", () => {
		fc.assert(
			fc.property(
				noteModel,
				edits,
				edits,
				fc.constantFrom<ConflictChoice>("mine", "theirs", "both"),
				(model, mine, theirs, choice) => {
					const [base, own, upstream] = [
						model,
						applyEdits(model, mine, "mine"),
						applyEdits(model, theirs, "theirs"),
					].map(writeModel);
					const versions = { base: base ?? "", mine: own ?? "", theirs: upstream ?? "" };
					const result = mergeNote(versions);
					if (!result.ok) throw new Error(result.reason);
					let { text } = result;
					for (const conflict of [...listConflicts(text)].reverse()) {
						const resolved = resolveConflict(text, versions.theirs, conflict, choice);
						if (!resolved.ok) continue;
						expect(listConflicts(resolved.text)).toHaveLength(listConflicts(text).length - 1);
						if (choice !== "theirs") {
							for (const line of text.split("\n")) {
								if (line.startsWith("mine ")) expect(resolved.text).toContain(line);
							}
						}
						({ text } = resolved);
					}
					const again = mergeNote({ ...versions, base: versions.theirs, mine: text });
					expect(again).toMatchObject({ ok: true, text, conflicts: [] });
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe("two conflicts that a person's later edits run together", () => {
	const [one, two] = ["upstream one", "upstream two"];
	const base = "## Part\n\nfirst\nmiddle\nsecond\n\nlast\n";
	const theirs = base.replace("first", one).replace("second", two);
	const both = mergeNote({
		base,
		mine: base.replace("first", "my one").replace("second", "my two"),
		theirs,
	});
	const text = (both.ok ? both.text : "").replace("\nmiddle\n", "\n1\n2\n3\n4\n");

	it("are one place, in which upstream's text stands once", () => {
		expect(listConflicts(text)[0]?.passages).toHaveLength(2);
		expect(resolve(text, "Part", "theirs", theirs)).toBe(theirs);
		const kept = resolve(text, "Part", "both", theirs);
		expect(kept.split(one)).toHaveLength(2);
		expect(kept).toContain("my one\n1\n2\n3\n4\nmy two\nupstream one\nmiddle\nupstream two\n");
	});

	it("come in upstream's order where only the section's end is known", () => {
		const kept = resolve(text, "Part", "both");
		expect(kept.indexOf(one)).toBeGreaterThan(0);
		expect(kept.indexOf(one)).toBeLessThan(kept.indexOf(two));
	});
});
