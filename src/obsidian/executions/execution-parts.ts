import type { App } from "obsidian";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { SettingsStore } from "../settings/settings-store";
import type { Texts } from "../text/en";

/** What everything about test runs is given by the plugin. */
export interface ExecutionParts {
	readonly app: App;
	readonly indexer: VaultIndexer;
	readonly settings: SettingsStore;
	readonly texts: Texts;
}
