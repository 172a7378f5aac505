import type { ImportHost } from "../core/ingest/import-plan";
import { DEFAULT_FOLDERS } from "../core/model/settings";
import { createSystemClock } from "../node/clock";
import { createNodeCodec } from "../node/codec";
import { createFileLock } from "../node/file-lock";
import { createFileNotes } from "../node/file-notes";
import { createTerminalProgress } from "../node/terminal-progress";
import { readVaultFolders } from "../node/vault-settings";
import type { Streams } from "./command";

/** What commands that change a vault work with: its files, its lock and the terminal. */
export function openHost(vault: string, streams: Streams) {
	const folders = readVaultFolders(vault) ?? DEFAULT_FOLDERS;
	return {
		notes: createFileNotes(vault),
		codec: createNodeCodec(),
		clock: createSystemClock(),
		progress: createTerminalProgress(streams.err, streams.interactive, streams.cancelled),
		folders,
		lock: createFileLock(vault, folders.home),
	} satisfies ImportHost;
}
