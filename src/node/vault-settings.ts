import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFolders } from "../core/model/read-folders";
import type { FolderSettings } from "../core/model/settings";

/** Reads the folders that the vault's owner chose in the plugin's settings; undefined where there are none. */
export function readVaultFolders(vault: string): FolderSettings | undefined {
	const file = join(vault, ".obsidian", "plugins", "detection-vault", "data.json");
	if (!existsSync(file)) return undefined;
	try {
		const data: unknown = JSON.parse(readFileSync(file, "utf8"));
		return readFolders(data);
	} catch {
		// A settings file that is being written or damaged must not stop an import; the defaults are what the plugin uses too.
		return undefined;
	}
}
