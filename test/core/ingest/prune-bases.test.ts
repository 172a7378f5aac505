import { describe, expect, test } from "vitest";
import { pruneBases } from "../../../src/core/ingest/prune-bases";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { createTestHost, importInto, readSamples } from "../../support/import-into";

const RULE = "Detection Rules/Sigma/Scheduled Task That Runs As System.md";
const BASES = "Detection Vault/merge/sigma.bases";

describe("pruning the merge bases", () => {
	test("drops the text of a note that is gone, which stays deleted", async () => {
		const vault = createMemoryNotes();
		const samples = readSamples();
		await importInto(vault, samples);
		const deleted = vault.notes.get(RULE) ?? "";
		vault.notes.delete(RULE);
		const before = vault.data.get(BASES)?.length ?? 0;
		const pruned = await pruneBases(createTestHost(vault));
		expect(pruned.pruned).toBe(1);
		expect(pruned.after).toBeLessThan(pruned.before);
		expect(vault.data.get(BASES)?.length).toBeLessThan(before);
		vault.written.length = 0;
		await importInto(vault, samples);
		expect(vault.notes.has(RULE)).toBe(false);
		expect(vault.written).toEqual([]);

		// A note that comes back from the trash is the person's, all of it.
		vault.notes.set(RULE, `${deleted}\nMine.\n`);
		await importInto(vault, samples);
		expect(vault.notes.get(RULE)).toBe(`${deleted}\nMine.\n`);
	});

	test("changes nothing where every note is there, or was pruned before", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, readSamples());
		vault.written.length = 0;
		expect((await pruneBases(createTestHost(vault))).pruned).toBe(0);
		vault.notes.delete(RULE);
		await pruneBases(createTestHost(vault));
		vault.written.length = 0;
		expect((await pruneBases(createTestHost(vault))).pruned).toBe(0);
		expect(vault.written).toEqual([]);
	});

	test("is refused after an import that did not end", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, readSamples());
		const bases = vault.data.get(BASES);
		if (bases !== undefined) vault.data.set(`${BASES}.pending`, bases);
		await expect(pruneBases(createTestHost(vault))).rejects.toThrow("did not end");
	});
});
