import { VENDORS } from "../model/rule";
import type { BaseEntry } from "../notes/bases/pack-bases";
import { packBases } from "../notes/bases/pack-bases";
import { keyOf } from "./choose-paths";
import { basesPath, entryOf, openSourceBases } from "./import-bases";
import type { ImportHost } from "./import-plan";
import { scanVault } from "./scan-vault";
import { kindOfSource } from "./undo/pack-journal";
import { ImportRefusedError, withImportLock } from "./with-import-lock";

/** What pruning did. */
export interface PrunedBases {
	/** Bases whose text was dropped, since their note is gone. */
	readonly pruned: number;
	readonly kept: number;
	/** Bytes of all files of bases before and after. */
	readonly before: number;
	readonly after: number;
}

/** Every kind of source that has merge bases of notes. */
const SOURCES: readonly string[] = ["technique", "runbook", ...VENDORS, "notes"];

/**
 * Drops the texts of merge bases whose note is no longer in the vault. Their ids stay, so that a deleted note is still known as deleted.
 *
 * Refused (`ImportRefusedError`) while an import is at work, or where the last one did not end: what it left is needed to finish it.
 */
export function pruneBases(host: ImportHost): Promise<PrunedBases> {
	return withImportLock(host.lock, async () => {
		const vault = await scanVault(host.notes, host.folders, host.progress, (id) => id);
		const sum = { pruned: 0, kept: 0, before: 0, after: 0 };
		for (const source of SOURCES) {
			const path = basesPath(host.folders, source);
			const bytes = await host.notes.readData(path);
			if (bytes === undefined) continue;
			const kind = kindOfSource(source);
			const done = await pruneSource(host, source, (id) => vault.notes.has(keyOf(kind, id)));
			if (done.pruned > 0) await host.notes.writeData(path, done.bytes);
			sum.pruned += done.pruned;
			sum.kept += done.kept;
			sum.before += bytes.length;
			sum.after += done.pruned > 0 ? done.bytes.length : bytes.length;
		}
		return sum;
	});
}

async function pruneSource(
	{ notes, codec, folders }: ImportHost,
	source: string,
	isThere: (id: string) => boolean,
): Promise<{ readonly pruned: number; readonly kept: number; readonly bytes: Uint8Array }> {
	const { bases } = await openSourceBases(notes, codec, folders, source);
	if (bases.pending !== undefined)
		throw new ImportRefusedError("the last import did not end; import again first");
	const entries = new Map<string, BaseEntry>();
	let pruned = 0;
	for (const id of bases.committed.ids) {
		const entry = await entryOf(bases.committed, id);
		if (entry === undefined) continue;
		const isDropped = entry.text !== "" && !isThere(id);
		if (isDropped) pruned++;
		entries.set(id, isDropped ? { ...entry, text: "" } : entry);
	}
	const kept = entries.size - pruned;
	return { pruned, kept, bytes: await packBases(entries, codec) };
}
