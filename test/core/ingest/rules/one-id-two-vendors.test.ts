import { describe, expect, test } from "vitest";
import type { MemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import type { TestSources } from "../../../support/import-into";
import { importInto } from "../../../support/import-into";
import { undoIn } from "../../../support/undo-in";

const ID = "5b0c1a52-7c1e-4d0a-9a53-0b4f6f3f2a11";

function sigma(value: string): Record<string, string> {
	return {
		"sigma/vault.yml": [
			"title: Vault Read",
			`id: ${ID}`,
			"status: test",
			"date: 2024-01-01",
			"logsource: { product: linux, category: process_creation }",
			`detection: { selection: { Image: '${value}' }, condition: selection }`,
			"",
		].join("\n"),
	};
}

const elastic = {
	"elastic/vault.toml": [
		"[metadata]",
		'creation_date = "2025/01/01"',
		'maturity = "production"',
		"[rule]",
		`rule_id = "${ID}"`,
		'name = "Vault Read by a Program"',
		'type = "query"',
		'language = "kuery"',
		'query = "process.name : vault"',
		"",
	].join("\n"),
};

const SIGMA_NOTE = "Detection Rules/Sigma/Vault Read.md";
const OTHER_NOTE = "Detection Rules/Sigma/Vault Opened.md";
const ELASTIC_NOTE = "Detection Rules/Elastic/Vault Read by a Program.md";

async function importAll(...each: readonly TestSources[]): Promise<MemoryNotes> {
	const vault = createMemoryNotes();
	for (const sources of each) await importInto(vault, sources);
	return vault;
}

describe("rules of two vendors with one id", () => {
	test("are two notes, whichever vendor is imported first, and none takes the other's", async () => {
		const first = await importAll({ rules: sigma("/bin/vault") });
		const written = first.notes.get(SIGMA_NOTE);
		const { result } = await importInto(first, { rules: elastic });
		expect(result).toMatchObject({ created: 1, updated: 0 });
		expect(first.notes.get(SIGMA_NOTE)).toBe(written);
		expect(first.notes.get(ELASTIC_NOTE)).toContain(`${ID}@elastic`);

		const second = await importAll({ rules: elastic }, { rules: sigma("/bin/vault") });
		expect(second.notes.get(ELASTIC_NOTE)).not.toContain(`${ID}@`);
		expect(second.notes.get(SIGMA_NOTE)).toContain(`${ID}@sigma`);
	});

	test("stay as they are when one of them, or both, are imported again", async () => {
		const both = { ...elastic, ...sigma("/bin/vault") };
		for (const former of [sigma("/bin/vault"), elastic, both]) {
			const vault = await importAll({ rules: former }, { rules: both });
			for (const rules of [both, elastic, sigma("/bin/vault")]) {
				const { result } = await importInto(vault, { rules });
				expect(result).toMatchObject({ created: 0, updated: 0, conflicts: 0 });
			}
		}
	});

	test("take each its own upstream's changes", async () => {
		const vault = await importAll({ rules: elastic }, { rules: sigma("/bin/vault") });
		const before = vault.notes.get(ELASTIC_NOTE);
		await importInto(vault, { rules: sigma("/usr/bin/vault") });
		expect(vault.notes.get(SIGMA_NOTE)).toContain("/usr/bin/vault");
		expect(vault.notes.get(ELASTIC_NOTE)).toBe(before);
	});

	test("do not meet in a note that a person made and gave a vendor", async () => {
		const mine = `---\nrule_id: ${ID}\nvendor: sigma\ntitle: Mine\n---\n\nMy rule.\n`;
		const vault = createMemoryNotes({ "Detection Rules/Mine.md": mine });
		await importInto(vault, { rules: elastic });
		expect(vault.notes.get("Detection Rules/Mine.md")).toBe(mine);
		expect(vault.notes.get(ELASTIC_NOTE)).toContain(`${ID}@elastic`);
	});
});

test("a rule that gets another id in the second of two joined imports is undone once", async () => {
	const vault = createMemoryNotes();
	const first = sigma("/bin/vault");
	const text = first["sigma/vault.yml"] ?? "";
	const other = {
		"hunts/vault.yml": text.replace("2024", "2023").replace("Vault Read", "Vault Opened"),
	};
	await importInto(vault, { rules: { ...first, ...other } });
	// As if the import had been killed before these notes, and the next had fewer sources.
	for (const name of ["merge/sigma.bases", "merge/last-import.journal"])
		moveBack(vault, `Detection Vault/${name}`);
	for (const path of [SIGMA_NOTE, OTHER_NOTE]) expect(vault.notes.delete(path)).toBe(true);
	await importInto(vault, { rules: other });
	expect(vault.notes.get(OTHER_NOTE)).not.toContain("@");
	expect(await undoIn(vault)).toMatchObject({ deleted: [OTHER_NOTE], refused: [] });
	expect(vault.notes.has(OTHER_NOTE)).toBe(false);
});

function moveBack(vault: MemoryNotes, path: string): void {
	const bytes = vault.data.get(path);
	if (bytes === undefined) throw new Error(`${path} is absent`);
	vault.data.set(`${path}.pending`, bytes);
	vault.data.delete(path);
}
