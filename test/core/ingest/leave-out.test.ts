import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { applyImport } from "../../../src/core/ingest/apply-import";
import type { ImportPlan } from "../../../src/core/ingest/import-plan";
import { leaveOut } from "../../../src/core/ingest/leave-out";
import { memoryPath } from "../../../src/core/ingest/memory/source-memory";
import { planImport } from "../../../src/core/ingest/plan-import";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import type { TestSources } from "../../support/import-into";
import { createTestHost, importInto, openSources, readSamples } from "../../support/import-into";
import { cloneVault, contentOf, undoIn } from "../../support/undo-in";

const RULE = "Detection Rules/Sigma/Scheduled Task That Runs As System.md";
const RULE_FILE = "sigma/windows/schtasks_system.yml";

let samples: ReturnType<typeof readSamples>;
let imported: MemoryNotes;
beforeAll(async () => {
	samples = readSamples();
	imported = createMemoryNotes();
	await importInto(imported, samples);
});

async function importWithout(
	vault: MemoryNotes,
	sources: TestSources,
	paths: readonly string[],
): Promise<ImportPlan> {
	const host = { ...createTestHost(vault), buildStamp: "build" };
	const plan = leaveOut(await planImport(openSources(sources), host), new Set(paths));
	await applyImport(plan, host);
	return plan;
}

describe("leaving notes out of an import", () => {
	test("does not make a new note, counts it as unchanged, says so, and makes it the next time", async () => {
		const vault = createMemoryNotes();
		const { result } = await importWithout(vault, samples, [RULE]);
		expect(vault.notes.has(RULE)).toBe(false);
		expect(result).toMatchObject({ unchanged: 1 });
		expect(result.problems).toContainEqual(
			expect.objectContaining({ file: RULE, code: "note-left-out", severity: "info" }),
		);
		const again = await importInto(vault, samples);
		expect(again.result).toMatchObject({ created: 1, updated: 0 });
		expect(contentOf(vault)).toEqual(contentOf(imported));
	});

	test("leaves a changed note and what is remembered of it, so that the next import changes it", async () => {
		const text = String(samples.rules[RULE_FILE]);
		const rules = { ...samples.rules, [RULE_FILE]: text.replace("'/create'", "'/change'") };
		const changed = { ...samples, rules };
		const vault = cloneVault(imported);
		await importWithout(vault, changed, [RULE]);
		expect(contentOf(vault)).toEqual(contentOf(imported));
		await importInto(vault, changed);
		expect(vault.notes.get(RULE)).toContain("'/change'");
	});

	test("passes over a path that the plan does not change", async () => {
		const host = createTestHost(cloneVault(imported));
		const plan = await planImport(openSources(samples), host);
		expect(leaveOut(plan, new Set([RULE, "Nowhere.md"]))).toBe(plan);
	});

	test("is not forgotten by what is remembered of sources that stay as they are", async () => {
		const vault = createMemoryNotes();
		const remembering = { ...createTestHost(vault), buildStamp: "build" };
		await importWithout(vault, samples, [RULE]);
		await importInto(vault, samples, remembering);
		expect(vault.notes.has(RULE)).toBe(true);
		const text = String(samples.rules[RULE_FILE]);
		const rules = { ...samples.rules, [RULE_FILE]: text.replace("'/create'", "'/change'") };
		await importWithout(vault, { ...samples, rules }, [RULE]);
		await importInto(vault, { ...samples, rules }, remembering);
		expect(vault.notes.get(RULE)).toContain("'/change'");
	});

	test("can be undone with the rest", async () => {
		const vault = createMemoryNotes();
		await importWithout(vault, samples, [RULE]);
		await undoIn(vault);
		expect(contentOf(vault)).toEqual([]);
	});

	test("of any notes and importing once more equals importing all at once", async () => {
		const paths = [...imported.notes.keys()].filter((path) => !path.includes("/Reports/"));
		await fc.assert(
			fc.asyncProperty(fc.subarray(paths), async (left) => {
				const vault = createMemoryNotes();
				await importWithout(vault, samples, left);
				for (const path of left) expect(vault.notes.has(path)).toBe(false);
				await importInto(vault, samples, { ...createTestHost(vault), buildStamp: "build" });
				vault.data.delete(memoryPath(DEFAULT_FOLDERS));
				expect(contentOf(vault)).toEqual(contentOf(imported));
			}),
			{ numRuns: 8 },
		);
	});
});
