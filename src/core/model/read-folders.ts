import type { FolderSettings } from "./settings";
import { DEFAULT_FOLDERS } from "./settings";

/**
 * Reads the folders from the plugin's stored settings (`{ folders: { techniques, rules, runbooks, executions, home } }`).
 *
 * A folder that is missing or may not be one (empty, absolute, leading out of the vault) falls back to the default.
 */
export function readFolders(data: unknown): FolderSettings {
	const stored =
		typeof data === "object" && data !== null && "folders" in data ? data.folders : undefined;
	const read = (name: keyof FolderSettings): string => {
		if (typeof stored !== "object" || stored === null) return DEFAULT_FOLDERS[name];
		const value: unknown = new Map(Object.entries(stored)).get(name);
		return typeof value === "string" && isVaultFolder(value) ? value : DEFAULT_FOLDERS[name];
	};
	return {
		techniques: read("techniques"),
		rules: read("rules"),
		runbooks: read("runbooks"),
		executions: read("executions"),
		home: read("home"),
	};
}

/** Tells whether a text can name a folder of the vault: relative, no hidden part, nothing that leads out. */
function isVaultFolder(text: string): boolean {
	if (text === "" || /[\\:*?"<>|#^[\]\p{Cc}]/u.test(text)) return false;
	return text
		.split("/")
		.every((part) => part.trim() !== "" && !part.startsWith(".") && part === part.trim());
}
