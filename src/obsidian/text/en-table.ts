import type { FormatNumber } from "./counts";

/** Text of query blocks and tables. */
export function tableText(number: FormatNumber) {
	const rows = (count: number) => (count === 1 ? "1 row" : `${number(count)} rows`);
	return {
		rows,
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
		calendar: {
			previous: "Previous month",
			next: "Next month",
			undated: (count: number) =>
				count === 1 ? "1 note has no date" : `${number(count)} notes have no date`,
		},
	};
}
