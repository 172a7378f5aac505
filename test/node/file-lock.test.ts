import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ImportRefusedError, withImportLock } from "../../src/core/ingest/with-import-lock";
import { LOCK_LEASE, lockPath, writeLockNote } from "../../src/core/ports/import-lock";
import { createFileLock } from "../../src/node/file-lock";
import { makeTemporaryFolder } from "../support/temporary-folder";

const HOME = "Detection Vault";
const PLACE = `the command line on ${hostname()}`;

function leaveLock(vault: string, text: string): string {
	const file = join(vault, lockPath(HOME));
	mkdirSync(join(vault, HOME, "merge"), { recursive: true });
	writeFileSync(file, text);
	return file;
}

/** A process id that was given out and is free again is rare; this one no system gives out. */
const DEAD = "process 4194305";

describe("the lock file of a vault", () => {
	test("lets one import in and refuses the other until it ends", async () => {
		const vault = makeTemporaryFolder();
		const lock = createFileLock(vault, HOME);
		await withImportLock(lock, async () => {
			const second = withImportLock(createFileLock(vault, HOME), () => Promise.resolve());
			await expect(second).rejects.toThrow(ImportRefusedError);
			await expect(second).rejects.toThrow(`process ${process.pid}, ${PLACE}`);
		});
		expect(readdirSync(join(vault, HOME, "merge"))).toEqual([]);
		await withImportLock(lock, () => Promise.resolve());
	});

	test("is given back when the work fails", async () => {
		const vault = makeTemporaryFolder();
		const lock = createFileLock(vault, HOME);
		await expect(
			withImportLock(lock, () => Promise.reject(new Error("disk full"))),
		).rejects.toThrow("disk full");
		expect((await lock.take()).ok).toBe(true);
	});

	test("of a process that is dead is taken over at once", async () => {
		const vault = makeTemporaryFolder();
		const file = leaveLock(
			vault,
			writeLockNote({ place: PLACE, holder: DEAD, renewed: Date.now() }),
		);
		const taken = await createFileLock(vault, HOME).take();
		expect(taken.ok).toBe(true);
		expect(readFileSync(file, "utf8")).toContain(`process ${process.pid}`);
	});

	test("of another machine counts until its lease is over", async () => {
		const vault = makeTemporaryFolder();
		const note = { place: "Obsidian on device x", holder: "session y" };
		leaveLock(vault, writeLockNote({ ...note, renewed: Date.now() - LOCK_LEASE / 2 }));
		expect(await createFileLock(vault, HOME).take()).toEqual({
			ok: false,
			holder: "session y, Obsidian on device x",
		});
		leaveLock(vault, writeLockNote({ ...note, renewed: Date.now() - 2 * LOCK_LEASE }));
		expect((await createFileLock(vault, HOME).take()).ok).toBe(true);
	});

	test("that a crash left without sense counts by its age", async () => {
		const vault = makeTemporaryFolder();
		leaveLock(vault, '{"place":');
		expect((await createFileLock(vault, HOME).take()).ok).toBe(false);
	});
});
