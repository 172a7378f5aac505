import type { NewLanguage, ObstacleReason, Remark } from "../../core/convert/conversion";
import type { OldLanguage } from "../../core/convert/query-block";
import type { FormatNumber } from "./counts";

/** Text of the window in which old query blocks are turned into tables. */
export function convertText(number: FormatNumber) {
	const blocks = (count: number) => (count === 1 ? "1 block" : `${number(count)} blocks`);
	const notes = (count: number) => (count === 1 ? "1 note" : `${number(count)} notes`);
	return {
		commands: {
			note: "Turn old query blocks of this note into tables",
			folder: "Turn old query blocks of a folder into tables",
		},
		title: "Turn old query blocks into tables",
		chooseFolder: "Choose the folder whose notes to look through",
		wholeVault: "All notes",
		looking: "Looking through the notes…",
		found: (count: number, inNotes: number) => `${blocks(count)} in ${notes(inNotes)}.`,
		stuck: (count: number) =>
			count === 1 ? "1 block cannot be turned." : `${number(count)} blocks cannot be turned.`,
		none: "There are no Dataview or search blocks here.",
		noneHint:
			"Blocks of the languages “dataview” and “query” are looked for. JavaScript blocks stay as they are.",
		all: "All blocks",
		choices: { "detection-vault": "Table", base: "Base", leave: "Leave" } satisfies Record<
			NewLanguage | "leave",
			string
		>,
		choicesHint:
			"Tables are drawn by this plugin, bases by Obsidian. A block that cannot become what you choose for all stays as it is.",
		choiceOf: (note: string, line: number) => `What becomes of line ${number(line)} in ${note}`,
		languages: { dataview: "Dataview query", query: "Search" } satisfies Record<
			OldLanguage,
			string
		>,
		line: (line: number) => `Line ${number(line)}`,
		before: "Before",
		after: "After",
		added: "Added",
		removed: "Removed",
		stays: "This block stays as it is.",
		filter: "Filter by name",
		noMatch: (filter: string) => `No note contains “${filter}”.`,
		ofBlocks: (turned: number, count: number) => `${number(turned)} of ${blocks(count)}`,
		turn: (count: number) => `Turn ${blocks(count)}`,
		turning: (done: number, count: number) => `${number(done)} of ${notes(count)} written`,
		cancel: "Cancel",
		close: "Close",
		turned: (count: number, inNotes: number) => `Turned ${blocks(count)} in ${notes(inNotes)}.`,
		changed: (count: number) =>
			count === 1
				? "1 note was changed meanwhile and stays as it is."
				: `${number(count)} notes were changed meanwhile and stay as they are.`,
		failed: (note: string, reason: string) => `${note} could not be written: ${reason}`,
		undo: "Undo",
		undone: (count: number) => `Put back ${notes(count)}.`,
		cannotBe: {
			"detection-vault": "Not as a table:",
			base: "Not as a base:",
			both: "Cannot be turned:",
		},
		reasons: REASONS,
		remarks: {
			"properties-only": "A base reads properties only, not fields in the text of notes.",
			"notes-only": "The search finds files of all kinds; the table lists notes.",
		} satisfies Record<Remark, string>,
	};
}

const REASONS: Readonly<Record<ObstacleReason, string>> = {
	"text-search": "looks for words in the text of notes, which a table cannot",
	"regular-expression": "is a regular expression",
	"search-operator": "looks at lines, sections or tasks within a note",
	"property-comparison": "compares a property's value, which depends on its type",
	"no-tag": "is no tag that a note can have",
	empty: "The block is empty",
	unfinished: "is not finished",
	"no-query": "is no query",
	csv: "reads a CSV file, and only notes can be queried",
	tasks: "lists tasks, and a base has a row for each note",
	calendar: "draws a calendar, which bases do not have",
	flatten: "gives a note several rows, and a base has one for each note",
	explain: "asks how the query runs",
	"group-values": "is computed of a whole group, and bases show the notes of a group",
	"second-group": "groups a second time, and bases group by one property",
	"clause-order": "stands behind a clause that bases apply last",
	limit: "is no plain number",
	"own-source": "is a table of this plugin's own",
	function: "is a function that bases do not have in this form",
	"file-field": "is a field that bases do not have in this form",
	"this-field": "is about the note itself, of which bases know only the file",
	value: "is a value that bases do not have in this form",
};
