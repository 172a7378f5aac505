import { beforeAll, expect, test } from "vitest";
import { createVaultIndex, type VaultIndex } from "../../../src/core/index/vault-index";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { runQuery } from "../../../src/core/query/run-query";
import { importInto, readSamples } from "../../support/import-into";

let index: VaultIndex;

beforeAll(async () => {
	const vault = createMemoryNotes();
	await importInto(vault, readSamples());
	index = createVaultIndex();
	for (const [path, text] of vault.notes) {
		if (path.endsWith(".md")) index.put(path, text, { ctime: 0, mtime: 0, size: text.length });
	}
});

/** The types that a property has over all notes, as Dataview's rules for front matter read it; none where no note has it. */
function typesOf(name: string, expression = `row["${name}"]`): unknown[] {
	const query = `LIST WITHOUT ID typeof(${expression}) WHERE row["${name}"] != null`;
	const outcome = runQuery(index, query, { origin: null, now: 0 });
	if (outcome.type !== "list") throw new Error("no list");
	return [...new Set(outcome.rows.map(([type]) => type))];
}

const keys = (): string[] => {
	const found = new Set<string>();
	for (const note of index.notes()) {
		for (const key of Object.keys(note.record.properties)) found.add(key);
	}
	return [...found].sort();
};

test("every property has one type in Dataview's tables too", () => {
	const mixed = keys().filter((key) => typesOf(key).length > 1);
	expect(mixed).toEqual([]);
	expect(keys().length).toBeGreaterThan(20);
});

test.each([
	["created", "date"],
	["last_modified", "date"],
	["tags", "array"],
	["aliases", "array"],
	["techniques", "array"],
	["tactics", "array"],
	["platforms", "array"],
	["data_sources", "array"],
	["tables", "array"],
	["attack_id", "string"],
	["version", "string"],
	["attack_version", "string"],
	["rule_id", "string"],
	["title", "string"],
	["level", "string"],
	["status", "string"],
	["url", "string"],
	["filename", "link"],
	["parent", "string"],
])("%s is a %s", (name, type) => {
	expect(typesOf(name)).toEqual([type]);
});

test("every key can be written as it stands in a query", () => {
	const odd = keys().filter((key) => !/^[a-z][a-z0-9_]*$/.test(key));
	expect(odd).toEqual([]);
});
