import { findTechniqueOf } from "./technique-of-note";
import { buildTechniquePanel } from "../../core/panels/technique-panel";
import type { TechniquePanel } from "../../core/panels/technique-panel";
import { readVaultRecords } from "../../core/panels/vault-records";
import type { VaultRecords } from "../../core/panels/vault-records";
import type { VaultIndexer } from "../indexing/vault-indexer";

/** What panels are drawn from; worked out once for all of them after each change of the notes. */
export interface PanelRecords {
	/** The technique that a note is about; undefined where it is about none. */
	techniqueOf(notePath: string): string | undefined;
	/** Path of a technique's note; undefined where there is none. */
	noteOf(technique: string): string | undefined;
	/** A technique's panel; undefined where no note of the vault knows the id. */
	panel(technique: string, exact: boolean): TechniquePanel | undefined;
}

/** Opens the records behind an index. */
export function createPanelRecords(indexer: VaultIndexer): PanelRecords {
	let kept: { readonly generation: number; readonly records: VaultRecords } | undefined;
	const read = (): VaultRecords => {
		const { generation } = indexer;
		if (kept?.generation !== generation) {
			kept = { generation, records: readVaultRecords(indexer.index) };
		}
		return kept.records;
	};
	return {
		techniqueOf: (notePath) => findTechniqueOf(read(), notePath),
		noteOf: (technique) => read().techniques.get(technique)?.path,
		panel: (technique, exact) => buildTechniquePanel(read(), technique, exact, () => 0),
	};
}
