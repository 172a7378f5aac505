import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { STALE_AFTER_DAYS } from "../core/executions/run-summary";
import { readFolders } from "../core/model/read-folders";
import { readStaleDays } from "../core/model/read-stale-days";
import type { FolderSettings } from "../core/model/settings";

/** Reads the folders that the vault's owner chose in the plugin's settings; undefined where there are none. */
export function readVaultFolders(vault: string): FolderSettings | undefined {
	const data = readSettings(vault);
	return data === undefined ? undefined : readFolders(data);
}

/** Gives the days after which a test run is stale: those that the vault's owner chose, else the usual ones. */
export function readVaultStaleDays(vault: string): number {
	return readStaleDays(readSettings(vault)) ?? STALE_AFTER_DAYS;
}

function readSettings(vault: string): unknown {
	const file = join(vault, ".obsidian", "plugins", "detection-vault", "data.json");
	if (!existsSync(file)) return undefined;
	try {
		return JSON.parse(readFileSync(file, "utf8")) as unknown;
	} catch {
		// A settings file that is being written or damaged must not stop an import; the defaults are what the plugin uses too.
		return undefined;
	}
}
