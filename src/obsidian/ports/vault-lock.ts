import type { App } from "obsidian";
import type { ImportLock, LockNote } from "../../core/ports/import-lock";
import {
	LOCK_RENEWAL,
	isLockStale,
	lockPath,
	readLockNote,
	writeLockNote,
} from "../../core/ports/import-lock";
import { vaultIdOf } from "../indexing/vault-id";
import { makeFoldersFor } from "./vault-folders";

/**
 * The lock file of the open vault. `session` names this start of the app: a lock of this device under another name is of a start that
 * is over.
 */
export function createVaultLock(app: App, home: string, session: string): ImportLock {
	const { adapter } = app.vault;
	const file = lockPath(home);
	const place = `Obsidian on device ${vaultIdOf(app)}`;
	const show = (): string => writeLockNote({ place, holder: session, renewed: Date.now() });
	const read = async (): Promise<LockNote | undefined> =>
		(await adapter.exists(file)) ? readLockNote(await adapter.read(file)) : undefined;
	const isMine = async (): Promise<boolean> => (await read())?.holder === session;
	const renew = async (): Promise<void> => {
		if (await isMine()) await adapter.write(file, show());
	};
	return {
		async take() {
			const held = await read();
			const isOld =
				held === undefined || isLockStale(held, place, Date.now(), (holder) => holder !== session);
			if (held !== undefined && !isOld) {
				return { ok: false, holder: `${held.holder}, ${held.place}` };
			}
			await makeFoldersFor(app, file);
			await adapter.write(file, show());
			// The renewal may fail while a sync client holds the file; the next one comes well within the lease.
			const timer = window.setInterval(() => void renew().catch(() => undefined), LOCK_RENEWAL);
			return {
				ok: true,
				async release() {
					window.clearInterval(timer);
					if (await isMine()) await adapter.remove(file);
				},
			};
		},
	};
}
