import type { App } from "obsidian";
import type { Texts } from "../text/en";
import type { SettingsStore } from "./settings-store";

/** What the settings tab can set off elsewhere in the plugin. */
export interface SettingActions {
	readonly importSources: () => void;
	readonly updateSources: () => void;
	readonly rebuildIndex: () => void;
	readonly addDashboards: () => void;
}

/** What each group of settings is defined from. */
export interface SettingContext {
	readonly app: App;
	readonly texts: Texts["settings"];
	readonly import: Pick<Texts["import"], "choose" | "download">;
	readonly kinds: Texts["import"]["kinds"];
	readonly finding: Texts["finding"]["settings"];
	readonly executions: Texts["executions"]["settings"];
	readonly language: string;
	readonly store: SettingsStore;
	readonly actions: SettingActions;
	/** Draws the tab again after something outside a control changed. */
	readonly update: () => void;
}
