import { asTable, asText, asTables, ownValue } from "../../core/formats/values";
import type { Table } from "../../core/formats/values";
import { DEFAULT_FOLDERS } from "../../core/model/settings";
import type { FolderSettings } from "../../core/model/settings";
import { checkFolderPath, normaliseFolder } from "./check-folder";

/** The kinds of sources that an import takes. */
export const SOURCE_KINDS = ["attack", "rules", "atomics", "notes"] as const;
/** One kind of source. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A source that was imported: enough to name it, and to open it again where it lies in the vault. */
export interface RememberedSource {
	readonly kind: SourceKind;
	readonly name: string;
	/** Its path in the vault, null where it was chosen from outside: such a place may not be kept. */
	readonly vaultPath: string | null;
	/** When it was last imported, ISO 8601 in UTC. */
	readonly importedAt: string;
}

/** What the plugin keeps in its data file. */
export interface PluginSettings {
	readonly folders: FolderSettings;
	readonly drawDataviewBlocks: boolean;
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
	attackVersion: "",
	sources: [],
	usedHome: null,
};

/** Reads what the data file holds; what is missing or of another shape gets its default. */
export function readSettings(data: unknown): PluginSettings {
	const table = asTable(data) ?? {};
	const draw = ownValue(table, "drawDataviewBlocks");
	return {
		folders: readFolders(ownValue(table, "folders")),
		drawDataviewBlocks: typeof draw === "boolean" ? draw : DEFAULT_SETTINGS.drawDataviewBlocks,
		attackVersion: asText(ownValue(table, "attackVersion")) ?? "",
		sources: asTables(ownValue(table, "sources")).flatMap(readSource),
		usedHome: asText(ownValue(table, "usedHome")) ?? null,
	};
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
		},
	];
}
