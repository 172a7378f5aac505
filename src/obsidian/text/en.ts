import type { FormatNumber } from "./counts";
import { importText } from "./en-import";
import { panelText } from "./en-panel";
import { settingsText } from "./en-settings";
import { tableText } from "./en-table";

/** All text of the interface in English; a translation has the same shape. */
export function createEnglish(number: FormatNumber) {
	return {
		table: tableText(number),
		panel: panelText(number),
		import: importText(number),
		settings: settingsText(),
		index: {
			waiting: "Waiting for the vault to open",
			indexing: (done: number, total: number) =>
				`Indexing ${number(done)} of ${number(total)} notes`,
			statusTooltip: "Detection Vault: notes in the index",
			failed: (reason: string) => `The notes could not be indexed: ${reason}`,
			rebuilt: (notes: number) =>
				notes === 1 ? "Index rebuilt over 1 note" : `Index rebuilt over ${number(notes)} notes`,
		},
		commands: {
			importSources: "Import sources",
			rebuildIndex: "Rebuild index",
		},
	};
}

/** The text of the interface in one language. */
export type Texts = ReturnType<typeof createEnglish>;
