import type { App } from "obsidian";
import type { ImportHost } from "../../core/ingest/import-plan";
import type { FolderSettings } from "../../core/model/settings";
import type { Texts } from "../text/en";

/** What the list of conflicts needs from the plugin. */
export interface ConflictParts {
	readonly app: App;
	readonly texts: Texts;
	readonly folders: () => FolderSettings;
	/** What an import works with. */
	readonly prepare: () => Promise<ImportHost>;
}
