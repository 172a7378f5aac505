import { beforeAll, describe, expect, test } from "vitest";
import { scanVault } from "../../../src/core/ingest/scan-vault";
import type { VaultState } from "../../../src/core/ingest/scan-vault";
import { listWrittenNotes, openVaultBases } from "../../../src/core/ingest/vault-bases";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { SILENT_PROGRESS } from "../../../src/core/ports/progress";
import { createTestHost, importInto, readSamples } from "../../support/import-into";

let vault: MemoryNotes;
beforeAll(async () => {
	vault = createMemoryNotes();
	await importInto(vault, readSamples());
});

/** What an import needs to know of each note, with and without what the merge bases tell. */
async function scanBoth(): Promise<readonly (readonly unknown[])[]> {
	const written = listWrittenNotes(await openVaultBases(createTestHost(vault)));
	expect(written.size).toBeGreaterThan(50);
	const scan = (known: typeof written): Promise<VaultState> =>
		scanVault(vault, DEFAULT_FOLDERS, SILENT_PROGRESS, (id) => id, { written: known });
	const states = [await scan(written), await scan(new Map())];
	return states.map(({ notes, problems }) => [
		problems,
		...[...notes].map(([key, { path, identity }]) => {
			const { kind, id, certainty, broken } = identity;
			return [key, path, kind, id, certainty, broken];
		}),
	]);
}

describe("a note that stands as an import wrote it", () => {
	test("is what reading it says", async () => {
		const [quick, whole] = await scanBoth();
		expect(quick).toEqual(whole);
	});

	test("and a copy of it, or one that a person changed, are looked at", async () => {
		const [one, other] = vault.notes.keys();
		if (one === undefined || other === undefined) throw new Error("there are no notes");
		vault.notes.set("A copy.md", vault.notes.get(one) ?? "");
		vault.notes.set(other, "---\nattack_id: T1\n---\n");
		const [quick, whole] = await scanBoth();
		expect(quick).toEqual(whole);
	});
});
