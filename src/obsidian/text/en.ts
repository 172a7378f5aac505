import type { FormatNumber } from "./counts";
import { convertText } from "./en-convert";
import { findingText } from "./en-finding";
import { importText } from "./en-import";
import { matrixText } from "./en-matrix";
import { paneText } from "./en-pane";
import { panelText } from "./en-panel";
import { settingsText } from "./en-settings";
import { tableText } from "./en-table";

/** All text of the interface in English; a translation has the same shape. */
export function createEnglish(number: FormatNumber) {
	return {
		table: tableText(number),
		panel: panelText(number),
		pane: paneText(number),
		finding: findingText(number),
		import: importText(number),
		convert: convertText(number),
		matrix: matrixText(number),
		settings: settingsText(),
		index: {
			waiting: "Waiting for the vault to open",
			indexing: (done: number, total: number) =>
				`Indexing ${number(done)} of ${number(total)} notes`,
			statusTooltip: "Detection Vault: notes in the index",
			failed: (reason: string) =>
				`The notes could not be indexed: ${reason.replace(/\.$/, "")}. Run the command “Rebuild index” to try again.`,
			rebuilt: (notes: number) =>
				notes === 1 ? "Index rebuilt over 1 note" : `Index rebuilt over ${number(notes)} notes`,
		},
		commands: {
			importSources: "Import sources",
			undoImport: "Undo the last import",
			rebuildIndex: "Rebuild index",
			openPane: "Open technique pane",
			goToTechnique: "Go to technique",
			jumps: {
				parent: "Go to parent technique",
				next: "Go to next sub-technique",
				previous: "Go to previous sub-technique",
				nextVendor: "Go to next vendor's rule for the same technique",
				runbook: "Open runbook of this technique",
			},
			undoEdit: "Undo last edit in a table",
			redoEdit: "Redo last edit in a table",
		},
	};
}

/** The text of the interface in one language. */
export type Texts = ReturnType<typeof createEnglish>;
