import { describe, expect, test } from "vitest";
import { LOCK_LEASE, lockPath, writeLockNote } from "../../../src/core/ports/import-lock";
import { createVaultLock } from "../../../src/obsidian/ports/vault-lock";
import { createApp } from "../../support/obsidian/app";

const HOME = "Detection Vault";

describe("the lock of the open vault", () => {
	test("refuses a second import and is gone after the first", async () => {
		const app = createApp({ files: [] });
		const lock = createVaultLock(app, HOME, "session 1");
		const taken = await lock.take();
		expect((await lock.take()).ok).toBe(false);
		if (taken.ok) await taken.release();
		expect(await app.vault.adapter.exists(lockPath(HOME))).toBe(false);
		const again = await lock.take();
		expect(again.ok).toBe(true);
		if (again.ok) await again.release();
	});

	test("of an earlier start on this device is taken over at once", async () => {
		const app = createApp({ files: [] });
		await createVaultLock(app, HOME, "session 1").take();
		const taken = await createVaultLock(app, HOME, "session 2").take();
		expect(taken.ok).toBe(true);
		if (taken.ok) await taken.release();
	});

	test("of the command line counts until its lease is over", async () => {
		const app = createApp({ files: [] });
		const note = { place: "the command line on host", holder: "process 7" };
		await app.vault.adapter.mkdir(`${HOME}/merge`);
		const write = (renewed: number) =>
			app.vault.adapter.write(lockPath(HOME), writeLockNote({ ...note, renewed }));
		await write(Date.now());
		expect(await createVaultLock(app, HOME, "session 1").take()).toEqual({
			ok: false,
			holder: "process 7, the command line on host",
		});
		await write(Date.now() - 2 * LOCK_LEASE);
		const taken = await createVaultLock(app, HOME, "session 1").take();
		expect(taken.ok).toBe(true);
		if (taken.ok) await taken.release();
	});
});
