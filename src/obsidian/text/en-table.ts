import type { FormatNumber } from "./counts";

/** Text of query blocks, tables and panels. */
export function tableText(number: FormatNumber) {
	const rows = (count: number) => (count === 1 ? "1 row" : `${number(count)} rows`);
	return {
		rows,
		rowsOf: (shown: number, all: number) => `${number(shown)} of ${rows(all)}`,
		items: (count: number) => (count === 1 ? "1 item" : `${number(count)} items`),
		tasks: (count: number) => (count === 1 ? "1 task" : `${number(count)} tasks`),
		filter: "Filter rows",
		copyMarkdown: "Copy as Markdown",
		copyCsv: "Copy as CSV",
		copied: "Copied",
		copyFailed: "The text could not be copied",
		nothing: "–",
		nothingSpoken: "No value",
		yes: "Yes",
		no: "No",
		noMatch: (filter: string) => `No row contains “${filter}”.`,
		tableName: "Query result",
		showMore: (count: number) => `Show ${number(count)} more`,
		failedRows: (count: number) =>
			count === 1
				? "1 row is left out because it failed"
				: `${number(count)} rows are left out because they failed`,
		failedColumn: (column: string, message: string) => `${column}: ${message}`,
		failedMore: (count: number) => `and ${number(count)} more`,
		empty: {
			title: "No note matches this query",
			hint: "Check the folder and tag after FROM, or import rules and tests first.",
			importSources: "Import sources",
		},
		error: {
			parse: "This query cannot be read",
			execution: "This query cannot be answered",
			drawing: "This block cannot be drawn",
			place: (line: number, column: number) => `Line ${number(line)}, column ${number(column)}`,
			noQuery: "This block is empty. Write a query such as:",
			start: "A query starts with TABLE, LIST, TASK or CALENDAR.",
		},
		panel: {
			unknown: (name: string) => `There is no panel “${name}”.`,
			known: (names: string) => `Panels of this version: ${names}.`,
			later: (name: string) =>
				`The panel “${name}” needs rules taken apart, which this version does not do yet.`,
			noTechnique: "This panel needs a technique",
			noTechniqueHint:
				"Write technique: T1021.004 below panel, or put the block in the note of a technique.",
			noNote: (id: string) => `No note of this vault knows ${id}`,
			noNoteHint: "Check the id, or import ATT&CK and rules first.",
			exact: "Without its sub-techniques",
			withSubTechniques: "With its sub-techniques",
			rules: "Rules",
			runbooks: "Runbooks",
			noRules: "This vault has no rule for this technique.",
			noRunbooks: "This vault has no runbook for this technique.",
			columns: { name: "Name", vendor: "Vendor", status: "Status", level: "Level", tests: "Tests" },
			options: "The panel's options cannot be read",
			unknownOption: (name: string) => `The option “${name}” is not known and was passed over.`,
		},
		calendar: {
			previous: "Previous month",
			next: "Next month",
			undated: (count: number) =>
				count === 1 ? "1 note has no date" : `${number(count)} notes have no date`,
		},
	};
}
