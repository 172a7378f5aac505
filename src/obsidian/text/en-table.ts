import type { FormatNumber } from "./counts";

/** Text of query blocks and tables. */
export function tableText(number: FormatNumber) {
	const rows = (count: number) => (count === 1 ? "1 row" : `${number(count)} rows`);
	return {
		rows,
		items: (count: number) => (count === 1 ? "1 item" : `${number(count)} items`),
		tasks: (count: number) => (count === 1 ? "1 task" : `${number(count)} tasks`),
		filter: "Filter rows",
		filterOf: (name: string) => `Filter rows: ${name}`,
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
			title: "Nothing matches this query",
			sentence: "Nothing matches this query.",
			unfilled:
				"The vault holds no techniques, rules or tests yet: import them, or check the names after FROM.",
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
		columnHelp: "Shift with the left and right arrow keys sets the width, Shift with Home fits it.",
		hint: (line: number, message: string) => `Line ${number(line)}: ${message}`,
		edit: editText(number),
		calendar: {
			previous: "Previous month",
			next: "Next month",
			undated: (count: number) =>
				count === 1 ? "1 note has no date" : `${number(count)} notes have no date`,
		},
	};
}

/** Text of editing properties in cells. */
function editText(number: FormatNumber) {
	const shown = (value: string): string => (value === "" ? "empty" : `“${value}”`);
	return {
		edit: "Edit",
		undo: "Undo",
		add: "Add a value",
		remove: (item: string) => `Remove ${item}`,
		label: (property: string, note: string) => `${property} of ${note}`,
		suggestions: "Suggestions",
		changed: (property: string, value: string, note: string) =>
			`${property} changed to ${shown(value)} in ${note}.`,
		undone: (property: string, value: string, note: string) =>
			`${property} is ${shown(value)} again in ${note}.`,
		undoneAway: (property: string, note: string) => `${property} is gone again from ${note}.`,
		notUndone: (reason: string) => `Not undone: ${reason}`,
		nothingToUndo: "There is no edit to undo in this table.",
		nothingToRedo: "There is no undone edit to redo in this table.",
		unreadable: (note: string, line: number | null, reason: string) =>
			`The properties of ${note} cannot be read${line === null ? "" : ` (line ${number(line)})`}: ${reason}. Correct them in the note first.`,
		changedMeanwhile: (property: string, value: string, note: string) =>
			`${property} is ${shown(value)} in ${note} by now.`,
		replaceIt: "Press Enter to replace that, Escape to leave it.",
		form: (property: string, note: string) =>
			`${property} holds comments that this edit would lose. Edit it in ${note} itself.`,
		nested: (property: string, note: string) =>
			`${property} holds properties of its own. Edit it in ${note} itself.`,
		gone: (note: string) => `The note ${note} is no longer there.`,
		faults: {
			number: "This is not a number. Write it as 42 or 3.5.",
			date: "This is not a whole date.",
			datetime: "This is not a whole date with a time.",
		},
	};
}
