import { STALE_AFTER_DAYS } from "../../core/executions/run-summary";
import { readStaleDays } from "../../core/model/read-stale-days";
import { asTable, asText, asTables, ownValue } from "../../core/formats/values";
import type { Table } from "../../core/formats/values";
import { DEFAULT_FOLDERS } from "../../core/model/settings";
import type { FolderSettings } from "../../core/model/settings";
import { checkFolderPath, normaliseFolder } from "./check-folder";
import { readSource } from "./remembered-source";
import type { RememberedSource } from "./remembered-source";

/** What the plugin keeps in its data file. */
export interface PluginSettings {
	readonly folders: FolderSettings;
	readonly drawDataviewBlocks: boolean;
	/** Whether technique ids are completed to links while a person types. */
	readonly suggestTechniques: boolean;
	/** Whether plain technique ids are links in reading view. */
	readonly linkPlainIds: boolean;
	/** ATT&CK's version where no bundle states it, "" for none. */
	readonly attackVersion: string;
	/** Who records test runs, "" for nobody in particular. */
	readonly operator: string;
	/** Days after which the last run of a test is stale. */
	readonly staleAfterDays: number;
	readonly sources: readonly RememberedSource[];
	/** The home folder of the last import, where merge bases lie; null before the first one. */
	readonly usedHome: string | null;
}

/** Settings of a vault whose owner changed nothing. */
export const DEFAULT_SETTINGS: PluginSettings = {
	folders: DEFAULT_FOLDERS,
	drawDataviewBlocks: true,
	suggestTechniques: true,
	linkPlainIds: false,
	attackVersion: "",
	operator: "",
	staleAfterDays: STALE_AFTER_DAYS,
	sources: [],
	usedHome: null,
};

/** Reads what the data file holds; what is missing or of another shape gets its default. */
export function readSettings(data: unknown): PluginSettings {
	const table = asTable(data) ?? {};
	return {
		folders: readFolders(ownValue(table, "folders")),
		drawDataviewBlocks: readFlag(table, "drawDataviewBlocks"),
		suggestTechniques: readFlag(table, "suggestTechniques"),
		linkPlainIds: readFlag(table, "linkPlainIds"),
		attackVersion: asText(ownValue(table, "attackVersion")) ?? "",
		operator: asText(ownValue(table, "operator")) ?? "",
		staleAfterDays: readStaleDays(data) ?? STALE_AFTER_DAYS,
		sources: asTables(ownValue(table, "sources")).flatMap(readSource),
		usedHome: asText(ownValue(table, "usedHome")) ?? null,
	};
}

/** Settings that are on or off. */
export const FLAGS = ["drawDataviewBlocks", "suggestTechniques", "linkPlainIds"] as const;
/** One of them. */
export type Flag = (typeof FLAGS)[number];

function readFlag(table: Table, key: Flag): boolean {
	const value = ownValue(table, key);
	return typeof value === "boolean" ? value : DEFAULT_SETTINGS[key];
}

function readFolders(value: unknown): FolderSettings {
	const table = asTable(value) ?? {};
	const read = (key: keyof FolderSettings): string => {
		const folder = asText(ownValue(table, key));
		if (folder === undefined || checkFolderPath(folder) !== undefined) return DEFAULT_FOLDERS[key];
		return normaliseFolder(folder);
	};
	return {
		techniques: read("techniques"),
		rules: read("rules"),
		runbooks: read("runbooks"),
		executions: read("executions"),
		home: read("home"),
	};
}
