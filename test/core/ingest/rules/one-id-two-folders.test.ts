import { describe, expect, test } from "vitest";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import { importInto } from "../../../support/import-into";

/** Files without ids of their own go by their names. */
function kql(folder: string, name: string, event: number): Record<string, string> {
	return {
		[`kql/${folder}/${name}.kql`]: `// ${name}\nSecurityEvent\n| where EventID == ${event}\n`,
	};
}

function sigma(file: string, title: string, image: string): Record<string, string> {
	return {
		[file]: [
			`title: ${title}`,
			"id: 5b0c1a52-7c1e-4d0a-9a53-0b4f6f3f2a12",
			"status: test",
			"date: 2024-01-01",
			"logsource: { product: linux, category: process_creation }",
			`detection: { selection: { Image: '${image}' }, condition: selection }`,
			"",
		].join("\n"),
	};
}

describe("rules of one vendor with one id in two folders", () => {
	const alpha = kql("Alpha", "Logons", 4624);
	const beta = kql("Beta", "Logons", 4625);

	test("stay as they are when one folder is imported again", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { rules: { ...alpha, ...beta } });
		const written = new Map(vault.notes);
		for (const rules of [beta, alpha, { ...alpha, ...beta }]) {
			const { result } = await importInto(vault, { rules });
			expect(result).toMatchObject({ created: 0, updated: 0, conflicts: 0 });
		}
		for (const [path, text] of written) expect(vault.notes.get(path)).toBe(text);
	});

	test("take each its own folder's changes", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { rules: { ...alpha, ...beta } });
		const { plan } = await importInto(vault, { rules: kql("Beta", "Logons", 4771) });
		expect(plan.notes.map(({ id, action }) => [id.split("@")[1], action])).toEqual([
			["Beta", "update"],
		]);
		const texts = [...vault.notes.values()].join("\n");
		expect(texts).toContain("4771");
		expect(texts).toContain("4624");
		expect(texts).not.toContain("4625");
	});
});

describe("rules with one id in one folder", () => {
	test("are told apart by their titles", async () => {
		const one = sigma("rules/a/one.yml", "First", "/bin/a");
		const other = sigma("rules/a/other.yml", "Second", "/bin/b");
		const vault = createMemoryNotes();
		await importInto(vault, { rules: { ...one, ...other } });
		for (const rules of [one, other]) {
			const { result } = await importInto(vault, { rules });
			expect(result).toMatchObject({ created: 0, updated: 0, conflicts: 0 });
		}
	});
});
