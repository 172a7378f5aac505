import { PluginSettingTab } from "obsidian";
import type { App, Plugin, SettingDefinitionItem } from "obsidian";
import type { FolderSettings } from "../../core/model/settings";
import { FOLDER_KEYS, normaliseFolder } from "./check-folder";
import { defineExecutions } from "./define-executions";
import { readDays } from "../../core/model/read-stale-days";
import { defineFinding } from "./define-finding";
import { defineFolders } from "./define-folders";
import { defineIndex } from "./define-index";
import { defineQueries } from "./define-queries";
import { defineSources } from "./define-sources";
import { FLAGS } from "./plugin-settings";
import type { Flag } from "./plugin-settings";
import type { SettingContext } from "./setting-context";
import { changeSourceControl, readSourceControl } from "./source-controls";

/** The plugin's settings, declared so that Obsidian's search finds them. */
export class DetectionVaultSettingTab extends PluginSettingTab {
	readonly #context: SettingContext;

	constructor(app: App, plugin: Plugin, context: Omit<SettingContext, "app" | "update">) {
		super(app, plugin);
		this.icon = "shield-check";
		this.#context = { ...context, app, update: () => this.update() };
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [
			defineFolders(this.#context),
			defineQueries(this.#context),
			defineFinding(this.#context.finding),
			defineExecutions(this.#context.executions),
			...defineSources(this.#context),
			defineIndex(this.#context),
		];
	}

	override getControlValue(key: string): unknown {
		const settings = this.#context.store.current();
		const folder = folderKey(key);
		if (folder !== undefined) return settings.folders[folder];
		const flag = flagKey(key);
		if (flag !== undefined) return settings[flag];
		if (key === "attackVersion" || key === "operator") return settings[key];
		if (key === "staleAfterDays") return String(settings.staleAfterDays);
		return readSourceControl(settings.sources, key);
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const { store } = this.#context;
		const folder = folderKey(key);
		const flag = flagKey(key);
		if (folder !== undefined && typeof value === "string") {
			const folders = { ...store.current().folders, [folder]: normaliseFolder(value) };
			await store.change({ folders });
		} else if (flag !== undefined && typeof value === "boolean") {
			await store.change({ [flag]: value });
		} else if ((key === "attackVersion" || key === "operator") && typeof value === "string") {
			await store.change({ [key]: value.trim() });
		} else if (key === "staleAfterDays" && typeof value === "string") {
			const days = readDays(value);
			if (days !== undefined) await store.change({ staleAfterDays: days });
		} else {
			const sources = changeSourceControl(store.current().sources, key, value);
			if (sources !== undefined) await store.change({ sources });
		}
	}
}

function flagKey(key: string): Flag | undefined {
	return FLAGS.find((name) => name === key);
}

function folderKey(key: string): keyof FolderSettings | undefined {
	return FOLDER_KEYS.find((name) => key === `folders.${name}`);
}
