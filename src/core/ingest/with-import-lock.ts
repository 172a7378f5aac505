import type { ImportLock } from "../ports/import-lock";
import { LOCK_LEASE } from "../ports/import-lock";

/** Why an import or an undo does not begin: nothing was written. */
export class ImportRefusedError extends Error {}

/** Does work that writes while no other import or undo does; throws `ImportRefusedError` where one is at work. No lock, no waiting. */
export async function withImportLock<Result>(
	lock: ImportLock | undefined,
	work: () => Promise<Result>,
): Promise<Result> {
	const taken = await lock?.take();
	if (taken?.ok === false) {
		throw new ImportRefusedError(
			`another import or undo is writing into this vault: ${taken.holder}. If that one is dead, try again in ${LOCK_LEASE / 60_000} minutes`,
		);
	}
	try {
		return await work();
	} finally {
		await taken?.release();
	}
}
