import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { importInto, readSamples } from "../../support/import-into";
import { askRecords, openNotes, type RecordsVault } from "./support/records-vault";

const FOLDER = "vault-template/Detection Vault";

function blocksOf(name: string): readonly (readonly [place: string, query: string])[] {
	const text = readFileSync(join(FOLDER, name), "utf8");
	return [...text.matchAll(/^```detection-vault\n([^`]+)```$/gm)].map(
		([, query = ""], index) => [`${name}, block ${index + 1}`, query] as const,
	);
}

describe("a query of the template vault", () => {
	let vault: RecordsVault;
	beforeAll(async () => {
		const notes = createMemoryNotes();
		await importInto(notes, readSamples());
		vault = openNotes(Object.fromEntries(notes.notes));
	});
	const blocks = readdirSync(FOLDER, { encoding: "utf8", recursive: true })
		.filter((name) => name.endsWith(".md"))
		.flatMap(blocksOf);

	test.each(blocks)("%s has an answer without a remark", (_, query) => {
		const answer = askRecords(vault, query);
		expect(answer.error).toBeUndefined();
		expect(answer.failed).toEqual([]);
		expect(answer).not.toHaveProperty("hints");
	});

	test("about what rules say has rows", () => {
		const queries = blocksOf("Queries over rules.md").filter(([, query]) => !query.includes("> 1"));
		expect(queries).toHaveLength(4);
		for (const [place, query] of queries) {
			const { rows = [] } = askRecords(vault, query.replace("reach > 4", "reach > 0"));
			expect([place, rows.length > 0]).toEqual([place, true]);
		}
	});
});
