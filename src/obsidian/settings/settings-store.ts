import type { Plugin } from "obsidian";
import { createListeners } from "../listeners";
import { readSettings } from "./plugin-settings";
import type { PluginSettings } from "./plugin-settings";

/** The plugin's settings, kept in its data file. */
export interface SettingsStore {
	/** As they are now. */
	current(): PluginSettings;
	/** Changes some of them and writes the file. */
	change(part: Partial<PluginSettings>): Promise<void>;
	/** Reads the file again: another device may have written it. */
	reload(): Promise<void>;
	/** Calls back after every change, until the result is called. */
	onChange(listener: (settings: PluginSettings) => void): () => void;
}

/** Opens the settings of a plugin. */
export async function openSettings(plugin: Plugin): Promise<SettingsStore> {
	let settings = readSettings(await plugin.loadData());
	const listeners = createListeners<[PluginSettings]>();
	const set = (next: PluginSettings): void => {
		settings = next;
		listeners.tell(next);
	};
	return {
		current: () => settings,
		async change(part) {
			set({ ...settings, ...part });
			await plugin.saveData(settings);
		},
		async reload() {
			set(readSettings(await plugin.loadData()));
		},
		onChange: listeners.add,
	};
}
