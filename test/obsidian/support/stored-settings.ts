import type { App } from "obsidian";
import type { RememberedSource } from "../../../src/obsidian/settings/remembered-source";

/** Where the plugin keeps its settings. */
export const SETTINGS_FILE = ".obsidian/plugins/detection-vault/data.json";

/** What the plugin wrote of its settings. */
export async function storedSettings(app: App): Promise<Record<string, unknown>> {
	return JSON.parse(await app.vault.adapter.read(SETTINGS_FILE)) as Record<string, unknown>;
}

/** The sources that the plugin remembers. */
export async function storedSources(app: App): Promise<readonly RememberedSource[]> {
	return (await storedSettings(app))["sources"] as readonly RememberedSource[];
}
