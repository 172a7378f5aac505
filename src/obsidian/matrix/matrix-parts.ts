import type { VaultIndexer } from "../indexing/vault-indexer";
import type { Texts } from "../text/en";
import type { LayerFolder, LayerFolderParts } from "./layer-folder";
import type { MatrixSource } from "./matrix-source";

/** What every matrix is given by the plugin. */
export interface MatrixParts extends LayerFolderParts {
	readonly indexer: VaultIndexer;
	readonly source: MatrixSource;
	readonly layers: LayerFolder;
	readonly texts: Texts;
	readonly language: string;
	readonly importSources: () => void;
	/** The time (ISO 8601 in UTC) before which a test run is stale. */
	readonly staleBefore: () => string;
}
