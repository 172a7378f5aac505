import { describe, expect, test } from "vitest";
import { applyImport } from "../../../src/core/ingest/apply-import";
import { planImport } from "../../../src/core/ingest/plan-import";
import { ImportRefusedError } from "../../../src/core/ingest/with-import-lock";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { createTestHost, importInto, openSources, readSamples } from "../../support/import-into";

const RULE_FILE = "sigma/windows/schtasks_system.yml";

describe("a plan that another import has overtaken", () => {
	test("is refused and writes nothing, since its bases are older than those in force", async () => {
		const samples = readSamples();
		const vault = createMemoryNotes();
		await importInto(vault, samples);
		const change = (word: string) => ({
			...samples,
			rules: {
				...samples.rules,
				[RULE_FILE]: String(samples.rules[RULE_FILE]).replace("'/create'", word),
			},
		});
		const host = createTestHost(vault);
		const plan = await planImport(openSources(change("'/first'")), host);
		await importInto(vault, change("'/second'"));
		vault.written.length = 0;
		await expect(applyImport(plan, host)).rejects.toThrow(ImportRefusedError);
		expect(vault.written).toEqual([]);
	});

	test("is refused while another import holds the vault", async () => {
		const vault = createMemoryNotes();
		const lock = { take: () => Promise.resolve({ ok: false as const, holder: "process 7" }) };
		const host = { ...createTestHost(vault), lock };
		const plan = await planImport(openSources(readSamples()), host);
		await expect(applyImport(plan, host)).rejects.toThrow("process 7");
		expect(vault.written).toEqual([]);
	});
});
