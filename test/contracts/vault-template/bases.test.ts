import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createVaultIndex, type VaultIndex } from "../../../src/core/index/vault-index";
import { parseYaml } from "../../../src/core/formats/yaml";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { checkBase } from "../../support/bases/check-base";
import { runBase } from "../../support/bases/run-base";
import { importInto, readSamples } from "../../support/import-into";

const folder = resolve(import.meta.dirname, "../../../vault-template/Detection Vault");
const files = readdirSync(folder).filter((name) => name.endsWith(".base"));
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

/** An index over what an import of the samples writes. */
async function indexSamples(): Promise<VaultIndex> {
	const vault = createMemoryNotes();
	await importInto(vault, readSamples());
	const index = createVaultIndex();
	for (const [path, text] of vault.notes) {
		index.put(path, text, { ctime: 0, mtime: 0, size: text.length });
	}
	return index;
}

describe("the bases that a new vault starts with", () => {
	let index: VaultIndex;
	beforeAll(async () => {
		index = await indexSamples();
	});

	test("are those of techniques, rules and runbooks", () => {
		expect(files).toEqual(["Rules.base", "Runbooks.base", "Techniques.base"]);
	});

	test.each(files)("%s is valid, and asks for properties that imported notes have", (name) => {
		const written = new Set(index.notes().flatMap(({ record }) => Object.keys(record.properties)));
		const parsed = parseYaml(read(name));
		if (!parsed.ok) throw new Error(parsed.failure.message);
		expect(checkBase(parsed.value, (property) => written.has(property))).toEqual([]);
	});

	test.each([
		["Rules.base", "rule"],
		["Runbooks.base", "runbook"],
		["Techniques.base", "technique"],
	] as const)("%s shows the notes of its kind, wherever they lie", (name, kind) => {
		const expected = [...index.ofKind(kind)].map(({ path }) => path).sort();
		expect(expected.length).toBeGreaterThan(4);
		const shown = runBase(read(name), index.notes(), new Date("2026-03-01"));
		expect(shown).toEqual(expected);
	});

	test("offer the matrix among the techniques' views, behind one that needs no plugin", () => {
		const parsed = parseYaml(read("Techniques.base"));
		const { views } = (parsed.ok ? parsed.value : {}) as { views: readonly { type: string }[] };
		expect(views.map(({ type }) => type)).toEqual(["table", "detection-vault-matrix", "table", "table", "table"]);
	});
});

describe("the checker of bases", () => {
	const check = (text: string): string[] => {
		const parsed = parseYaml(text);
		return checkBase(parsed.ok ? parsed.value : parsed.failure, (name) => name === "status");
	};
	test.each([
		["groupBy at the top", "groupBy: status\nviews: [{type: table, name: A}]", "the base has groupBy"],
		["typed filters", "filters: {type: folder, folder: x}\nviews: [{type: table, name: A}]", "a filter has the keys type, folder"],
		["two keys in a filter", "filters: {and: [a], or: [b]}\nviews: [{type: table, name: A}]", "a filter has the keys and, or"],
		["what is grouped by shown again", "views: [{type: table, name: A, groupBy: {property: status, direction: ASC}, order: [status]}]", "A repeats what it is grouped by"],
		["functions that are none", "filters: 'file.hasTags(\"a\")'\nviews: [{type: table, name: A}]", "there is no function hasTags"],
		["properties that no note has", "filters: 'statsu == 1'\nviews: [{type: table, name: A}]", "there is no property statsu"],
		["expressions that are none", "filters: 'status = 1'\nviews: [{type: table, name: A}]", "Error: the end expected at 6 in status = 1"],
	])("finds %s", (_name, text, fault) => {
		expect(check(text)).toEqual([fault]);
	});
});
