import type { CliData, CliFlags } from "obsidian";
import type { ImportManager } from "../import/import-manager";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { SettingsStore } from "../settings/settings-store";
import type { Texts } from "../text/en";

/** What the handlers of Obsidian's command line work with. */
export interface CliParts {
	readonly indexer: VaultIndexer;
	readonly imports: ImportManager;
	readonly settings: SettingsStore;
	readonly texts: Texts["cli"];
	readonly language: string;
	readonly version: string;
}

/** One command of Obsidian's command line. */
export interface CliCommand {
	/** Behind the plugin's id and a colon; "" for the id alone. */
	readonly name: string;
	readonly description: string;
	readonly flags: CliFlags | null;
	run(data: CliData): Promise<string> | string;
}

/** Whether a flag without a value was given. */
export function hasFlag(data: CliData, name: string): boolean {
	const value = data[name];
	return value !== undefined && value !== "false";
}

/** Splits a flag's value at commas. */
export function listFlag(data: CliData, name: string): string[] {
	return (data[name] ?? "")
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "");
}
