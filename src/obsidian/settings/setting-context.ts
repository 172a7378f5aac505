import type { Texts } from "../text/en";
import type { SettingsStore } from "./settings-store";

/** What the settings tab can set off elsewhere in the plugin. */
export interface SettingActions {
	readonly importSources: () => void;
	readonly rebuildIndex: () => void;
}

/** What each group of settings is defined from. */
export interface SettingContext {
	readonly texts: Texts["settings"];
	readonly kinds: Texts["import"]["kinds"];
	readonly finding: Texts["finding"]["settings"];
	readonly language: string;
	readonly store: SettingsStore;
	readonly actions: SettingActions;
	/** Draws the tab again after something outside a control changed. */
	readonly update: () => void;
}
