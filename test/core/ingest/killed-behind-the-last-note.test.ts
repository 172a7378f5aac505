import { join } from "node:path";
import { expect, test } from "vitest";
import { memoryPath } from "../../../src/core/ingest/memory/source-memory";
import type { ImportHost } from "../../../src/core/ingest/import-plan";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";
import type { ImportLock } from "../../../src/core/ports/import-lock";
import { lockPath } from "../../../src/core/ports/import-lock";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { createTestHost, importInto, readFolder } from "../../support/import-into";

const ATTACK = readFolder(join(import.meta.dirname, "../../../samples/attack"));
const LOCK = lockPath(DEFAULT_FOLDERS.home);
const MEMORY = memoryPath(DEFAULT_FOLDERS);

async function importAndKill() {
	const vault = createMemoryNotes();
	const lock: ImportLock = {
		take: () => Promise.resolve({ ok: true, release: () => vault.removeData(LOCK) }),
	};
	const host: ImportHost = { ...createTestHost(vault), buildStamp: "build", lock };
	await importInto(vault, { attack: ATTACK }, host);
	const memory = await vault.readData(MEMORY);
	await vault.removeData(MEMORY);
	await vault.writeData(LOCK, new TextEncoder().encode("{}"));
	return { vault, host, memory };
}

test("an import that finds nothing to write takes away the lock that a killed one left, and remembers the sources", async () => {
	const { vault, host, memory } = await importAndKill();
	const { result } = await importInto(vault, { attack: ATTACK }, host);
	expect(result.updated + result.created).toBe(0);
	expect(await vault.readData(LOCK)).toBeUndefined();
	expect(await vault.readData(MEMORY)).toEqual(memory);
});

test("it leaves the lock of one that is at work", async () => {
	const { vault, host } = await importAndKill();
	const lock: ImportLock = { take: () => Promise.resolve({ ok: false, holder: "somebody" }) };
	const { result } = await importInto(vault, { attack: ATTACK }, { ...host, lock });
	expect(result.updated + result.created).toBe(0);
	expect(await vault.readData(LOCK)).toBeDefined();
});
