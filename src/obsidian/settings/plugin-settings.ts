import { asTable, asText, asTables, ownValue } from "../../core/formats/values";
import type { Table } from "../../core/formats/values";
import { DEFAULT_FOLDERS } from "../../core/model/settings";
import type { FolderSettings } from "../../core/model/settings";
import { checkFolderPath, normaliseFolder } from "./check-folder";

/** The kinds of sources that an import takes. */
export const SOURCE_KINDS = ["attack", "rules", "atomics", "notes"] as const;
/** One kind of source. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Which state of a source was read: ATT&CK's version, a git commit, or the date (ISO 8601) of its newest file. */
export interface SourceStamp {
	readonly kind: "version" | "commit" | "newest";
	readonly text: string;
}

/** A source that was imported: enough to name it, and to open it again where it lies in the vault. */
export interface RememberedSource {
	readonly kind: SourceKind;
	readonly name: string;
	/** Its path in the vault, null where it was chosen from outside: such a place may not be kept. */
	readonly vaultPath: string | null;
	/** When it was last imported, ISO 8601 in UTC. */
	readonly importedAt: string;
	/** The state it was in; absent where nothing told. */
	readonly stamp?: SourceStamp | undefined;
}

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

function readSource(table: Table): RememberedSource[] {
	const kind = SOURCE_KINDS.find((name) => name === ownValue(table, "kind"));
	const name = asText(ownValue(table, "name"));
	const importedAt = asText(ownValue(table, "importedAt"));
	if (kind === undefined || name === undefined || importedAt === undefined) return [];
	return [
		{
			kind,
			name,
			importedAt,
			vaultPath: asText(ownValue(table, "vaultPath")) ?? null,
			stamp: readStamp(asTable(ownValue(table, "stamp"))),
		},
	];
}

const STAMPS = ["version", "commit", "newest"] as const;

function readStamp(table: Table | undefined): SourceStamp | undefined {
	const kind = STAMPS.find((name) => name === table?.["kind"]);
	const text = asText(table?.["text"]);
	return kind === undefined || text === undefined ? undefined : { kind, text };
}
