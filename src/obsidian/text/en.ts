import type { FormatNumber } from "./counts";
import { cliText } from "./en-cli";
import { conflictsText } from "./en-conflicts";
import { convertText } from "./en-convert";
import { dashboardsText } from "./en-dashboards";
import { executionsText } from "./en-executions";
import { findingText } from "./en-finding";
import { importText } from "./en-import";
import { matrixText } from "./en-matrix";
import { paneText } from "./en-pane";
import { panelText } from "./en-panel";
import { runbookText } from "./en-runbooks";
import { settingsText } from "./en-settings";
import { tableText } from "./en-table";

/** All text of the interface in English; a translation has the same shape. */
export function createEnglish(number: FormatNumber) {
	return {
		table: tableText(number),
		panel: panelText(number),
		pane: paneText(number),
		finding: findingText(number),
		executions: executionsText(number),
		import: importText(number),
		conflicts: conflictsText(number),
		convert: convertText(number),
		dashboards: dashboardsText(number),
		cli: cliText(number),
		matrix: matrixText(number),
		runbooks: runbookText(number),
		settings: settingsText(number),
		index: {
			waiting: "Waiting for the vault to open",
			reading: "Reading this note",
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
			updateSources: "Update from all remembered sources",
			undoImport: "Undo the last import",
			rebuildIndex: "Rebuild index",
			addDashboards: "Add start page and dashboards",
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
