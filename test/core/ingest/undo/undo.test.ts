import { beforeAll, describe, expect, test } from "vitest";
import { applyUndo } from "../../../../src/core/ingest/undo/apply-undo";
import { planUndo } from "../../../../src/core/ingest/undo/plan-undo";
import type { MemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import type { TestSources } from "../../../support/import-into";
import { createTestHost, importInto, readSamples } from "../../../support/import-into";
import { cloneVault, contentOf, undoIn } from "../../../support/undo-in";

let samples: ReturnType<typeof readSamples>;
let imported: MemoryNotes;
beforeAll(async () => {
	samples = readSamples();
	imported = createMemoryNotes();
	await importInto(imported, samples);
});

const RULE = "Detection Rules/Sigma/Scheduled Task That Runs As System.md";
const RULE_FILE = "sigma/windows/schtasks_system.yml";

function withRule(from: string, to: string): TestSources {
	const text = String(samples.rules[RULE_FILE]);
	return { ...samples, rules: { ...samples.rules, [RULE_FILE]: text.replace(from, to) } };
}

describe("undoing an import", () => {
	test("of an untouched vault gives it back byte for byte", async () => {
		const vault = createMemoryNotes({ "Mine.md": "Mine.\n" });
		const before = contentOf(vault);
		await importInto(vault, samples);
		const result = await undoIn(vault);
		expect(contentOf(vault)).toEqual(before);
		expect(result).toMatchObject({ restored: [], refused: [], problems: [], isWhole: true });
		expect(result.deleted.length).toBeGreaterThan(40);
	});

	test("that updated notes puts back their texts, their merge bases and the data beside them", async () => {
		const vault = cloneVault(imported);
		const before = contentOf(vault);
		await importInto(vault, withRule("'/create'", "'/change'"));
		expect(vault.notes.get(RULE)).toContain("'/change'");
		const result = await undoIn(vault);
		expect(contentOf(vault)).toEqual(before);
		expect(result).toMatchObject({ restored: [RULE], deleted: [], refused: [] });
	});

	test("refuses a note that was edited since, and leaves its merge base as it is", async () => {
		const vault = cloneVault(imported);
		const changed = withRule("'/create'", "'/change'");
		await importInto(vault, changed);
		vault.notes.set(RULE, `${vault.notes.get(RULE) ?? ""}\nMine.\n`);
		const edited = vault.notes.get(RULE);
		const result = await undoIn(vault);
		expect(result.refused).toMatchObject([{ path: RULE, reason: "edited" }]);
		expect(vault.notes.get(RULE)).toBe(edited);
		const { plan } = await importInto(vault, changed);
		expect(plan.notes.every(({ action }) => action === "unchanged")).toBe(true);
		expect(vault.notes.get(RULE)).toBe(edited);
	});

	test("lists what would happen and writes nothing until it is applied", async () => {
		const vault = cloneVault(imported);
		await importInto(vault, withRule("'/create'", "'/change'"));
		vault.written.length = 0;
		const plan = await planUndo(createTestHost(vault));
		expect(plan.notes).toMatchObject([{ path: RULE, action: "restore" }]);
		expect(vault.written).toEqual([]);
	});

	test("finds a note that was moved since by its id", async () => {
		const vault = cloneVault(imported);
		const before = vault.notes.get(RULE);
		await importInto(vault, withRule("'/create'", "'/change'"));
		vault.notes.set("Mine/Tasks.md", vault.notes.get(RULE) ?? "");
		vault.notes.delete(RULE);
		const result = await undoIn(vault);
		expect(result).toMatchObject({ restored: ["Mine/Tasks.md"], refused: [] });
		expect(vault.notes.get("Mine/Tasks.md")).toBe(before);
		expect(vault.notes.has(RULE)).toBe(false);
	});

	test("does not bring back notes that were deleted since", async () => {
		const vault = cloneVault(imported);
		await importInto(vault, withRule("'/create'", "'/change'"));
		vault.notes.delete(RULE);
		const result = await undoIn(vault);
		expect(result.refused).toMatchObject([{ path: RULE, reason: "deleted" }]);
		expect(vault.notes.has(RULE)).toBe(false);
	});

	test("leaves a note that the import made and a person deleted deleted at the next import", async () => {
		const vault = cloneVault(imported);
		vault.notes.delete(RULE);
		await undoIn(vault);
		await importInto(vault, samples);
		expect(vault.notes.has(RULE)).toBe(false);
	});

	test("a second time finds nothing to undo", async () => {
		const vault = cloneVault(imported);
		await undoIn(vault);
		const before = contentOf(vault);
		expect(await undoIn(vault)).toMatchObject({ imported: null, restored: [], deleted: [] });
		expect(contentOf(vault)).toEqual(before);
	});

	test("is still possible after an import that changed nothing", async () => {
		const vault = cloneVault(imported);
		await importInto(vault, samples);
		const result = await undoIn(vault);
		expect(result.deleted.length).toBeGreaterThan(40);
	});

	test("takes back text that came from another vault, and the next import adds it again", async () => {
		const vault = cloneVault(imported);
		const before = contentOf(vault);
		const note = imported.notes.get(RULE) ?? "";
		const notes = { "Rules/Tasks.md": `${note}\n## Theirs\n\nFrom the other vault.\n` };
		await importInto(vault, { notes });
		expect(vault.notes.get(RULE)).toContain("From the other vault.");
		const after = vault.notes.get(RULE);
		await undoIn(vault);
		expect(contentOf(vault)).toEqual(before);
		await importInto(vault, { notes });
		expect(vault.notes.get(RULE)).toBe(after);
	});

	test("reports a damaged journal and changes nothing", async () => {
		const vault = cloneVault(imported);
		vault.data.set("Detection Vault/merge/last-import.journal", new Uint8Array([1, 2, 3]));
		const before = contentOf(vault);
		const result = await undoIn(vault);
		expect(result.imported).toBeNull();
		expect(result.problems).toMatchObject([{ code: "read-unreadable" }]);
		expect(contentOf(vault)).toEqual(before);
	});

	test("leaves a note alone that changes between the plan and the write", async () => {
		const vault = cloneVault(imported);
		const changed = withRule("'/create'", "'/change'");
		await importInto(vault, changed);
		const host = createTestHost(vault);
		const plan = await planUndo(host);
		vault.notes.set(RULE, `${vault.notes.get(RULE) ?? ""}\nMine.\n`);
		const edited = vault.notes.get(RULE);
		expect(await applyUndo(plan, host)).toMatchObject({
			refused: [{ path: RULE, reason: "edited" }],
		});
		await importInto(vault, changed);
		expect(vault.notes.get(RULE)).toBe(edited);
	});
});
