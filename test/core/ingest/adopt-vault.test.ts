import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { identifyNote } from "../../../src/core/notes/identity/identify-note";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { describeCorpora } from "../../support/corpora";
import { importInto, readFolder, readSamples } from "../../support/import-into";

/** Notes in the shape of a hand-made catalogue, about things that the samples have too. */
const CATALOGUE = {
	"Use Cases/T1021.004 - Remote Services- SSH.md": `---
created: 2020-02-11
version: 1.2
tactics: Lateral Movement
url: https://attack.mitre.org/techniques/T1021/004
platforms: Linux, macOS
tags: [T1021_004, techniques, Lateral_Movement]
---

## Remote Services- SSH

### Description

Words of our own about SSH.

### Detection

Look at the jump hosts.
`,
	"Detection Rules/schtasks_system.md": `---
title: "Scheduled Task That Runs As System"
status: "test"
created: "2023/08/30"
tags: [persistence, t1053_005, detection_rule]
level: "high"
---

## Scheduled Task That Runs As System

### Description

What we know of it.

\`\`\`yml
title: Scheduled Task That Runs As System
id: 4f2a9b0c-2b6e-4b53-a7e4-3c1d5a6f8b06
status: test
detection:
    selection:
        CommandLine|contains: '/create'
    condition: selection
level: high
\`\`\`
`,
	"Detection Rules/broken.md": `---
title: "Run Key That Starts A Script Host"
tags: [, detection_rule]
---

\`\`\`yml
title: Run Key That Starts A Script Host
id: a7c25a5e-4c7c-49de-8f34-8b1d2b0f6a10
detection:
    condition: x
\`\`\`
`,
	"Testing Runbooks/T1021.004 - Remote Services- SSH.md": `---
tags: [T1021_004, atomic_test]
filename: "[[T1021.004 - Remote Services- SSH]]"
---
# T1021.004 - Remote Services: SSH

## Atomic Test #1 - Sample - Log on with a key and run a command
Ours.

**auto_generated_guid:** 8c2f1d63-2e3f-4a4b-8c5d-6e7f8a9b0c02
`,
	"Ideas.md": "A note about T1021.004 that is nobody's.\n",
};

function listKinds(vault: MemoryNotes): Map<string, string[]> {
	const kinds = new Map<string, string[]>();
	for (const [path, text] of vault.notes) {
		const { kind, id } = identifyNote(path, text);
		if (kind === null || id === null) continue;
		const key = `${kind} ${id}`;
		kinds.set(key, [...(kinds.get(key) ?? []), path]);
	}
	return kinds;
}

/** Whether all lines of one text stand in another in their order; a list of tags may have grown. */
function keepsLines(before: string, after: string): boolean {
	const lines = after.split("\n");
	let at = 0;
	for (const line of before.split("\n")) {
		const stem = /^tags: \[.*\]\r?$/.test(line) ? line.slice(0, line.lastIndexOf("]")) : undefined;
		const found = lines.findIndex(
			(other, index) =>
				index >= at && (stem === undefined ? other === line : other.startsWith(stem)),
		);
		if (found === -1) return false;
		at = found + 1;
	}
	return true;
}

async function adopt(): Promise<{
	vault: MemoryNotes;
	result: Awaited<ReturnType<typeof importInto>>["result"];
}> {
	const vault = createMemoryNotes(CATALOGUE);
	const { result } = await importInto(vault, readSamples());
	return { vault, result };
}

describe("a vault that has notes already", () => {
	test("keeps every line, and gets ids, properties and sections where the notes lie", async () => {
		const { vault } = await adopt();
		for (const [path, text] of Object.entries(CATALOGUE)) {
			expect(keepsLines(text, vault.notes.get(path) ?? ""), path).toBe(true);
		}
		const technique = vault.notes.get("Use Cases/T1021.004 - Remote Services- SSH.md") ?? "";
		expect(technique).toContain("attack_id: T1021.004");
		expect(technique).toContain("tactics: Lateral Movement\n");
		expect(technique).toContain("### Mitigations");
		const rule = vault.notes.get("Detection Rules/schtasks_system.md") ?? "";
		expect(rule).toContain("rule_id: 4f2a9b0c-2b6e-4b53-a7e4-3c1d5a6f8b06");
		expect(rule.match(/^title: Scheduled Task/gm)).toHaveLength(1);
		const runbook = vault.notes.get("Testing Runbooks/T1021.004 - Remote Services- SSH.md") ?? "";
		expect(runbook).toContain("runbook_id: T1021.004");
		expect(runbook).toContain("## Test: Sample - Forward a remote desktop port");
		expect(runbook.match(/8c2f1d63-2e3f-4a4b-8c5d-6e7f8a9b0c02/g)).toHaveLength(1);
	});

	test("doubles none of them, and new notes of a kind go beside them", async () => {
		const { vault } = await adopt();
		for (const [key, paths] of listKinds(vault)) expect(paths, key).toHaveLength(1);
		expect(vault.notes.has("Use Cases/T1110 - Brute Force.md")).toBe(true);
		expect([...vault.notes.keys()].some((path) => path.startsWith("Techniques/"))).toBe(false);
	});

	test("what upstream has differently is listed, and is no conflict", async () => {
		const { vault, result } = await adopt();
		expect(result.conflicts).toBe(0);
		const report = vault.notes.get(result.report ?? "") ?? "";
		expect(report).toMatch(/Adopted notes that differ/);
		expect(vault.notes.get("Detection Rules/schtasks_system.md")).not.toContain("Upstream differs");
	});

	test("a broken note is left alone with a reason and a line", async () => {
		const { vault, result } = await adopt();
		const path = "Detection Rules/broken.md";
		expect(vault.notes.get(path)).toBe(CATALOGUE[path]);
		expect(result.problems).toContainEqual(
			expect.objectContaining({ file: path, line: 3, code: "note-front-matter" }),
		);
	});

	test("a second import writes nothing", async () => {
		const { vault } = await adopt();
		vault.written.length = 0;
		await importInto(vault, readSamples());
		expect(vault.written).toEqual([]);
	});
});

describeCorpora("a catalogue of real size", (corpora) => {
	test("is adopted without a lost line or a doubled note", { timeout: 300_000 }, async () => {
		const folder = join(corpora, "vaults", "use-case-catalogue");
		const notes: Record<string, string> = {};
		for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
			const full = join(entry.parentPath, entry.name);
			if (!entry.isFile() || !entry.name.endsWith(".md") || full.includes("/.obsidian/")) continue;
			const bytes = readFileSync(full);
			if (isUtf8(bytes)) notes[full.slice(folder.length + 1)] = bytes.toString("utf8");
		}
		const vault = createMemoryNotes(notes);
		const sources = {
			attack: {
				"enterprise-attack.json": readFileSync(
					join(corpora, "attack", "enterprise-attack.json"),
					"utf8",
				),
			},
			rules: readFolder(join(corpora, "sigma", "rules")),
			atomics: readFolder(join(corpora, "atomics")),
		};
		const before = listKinds(createMemoryNotes(notes));
		const { result } = await importInto(vault, sources);
		expect(result.conflicts).toBe(0);
		const lost = Object.entries(notes).filter(
			([path, text]) => !keepsLines(text, vault.notes.get(path) ?? ""),
		);
		expect(lost.map(([path]) => path)).toEqual([]);
		const doubled = [...listKinds(vault)].filter(
			([key, paths]) => paths.length > Math.max(1, before.get(key)?.length ?? 0),
		);
		expect(doubled).toEqual([]);
		vault.written.length = 0;
		await importInto(vault, sources);
		expect(vault.written).toEqual([]);
	});
});
