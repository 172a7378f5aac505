import type { BlockParts } from "../blocks/block-child";
import type { PanelRecords } from "../blocks/panel-records";

/** What the pane is given by the plugin. */
export interface PaneParts extends Pick<
	BlockParts,
	| "app"
	| "indexer"
	| "texts"
	| "language"
	| "importSources"
	| "redraws"
	| "staleBefore"
	| "recordRun"
> {
	readonly records: PanelRecords;
	/** Reads a note's text; undefined where there is none. */
	readonly readNote: (path: string) => Promise<string | undefined>;
	/** Lets a person choose a technique. */
	readonly goToTechnique: () => void;
}
