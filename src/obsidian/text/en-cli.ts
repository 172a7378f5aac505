import type { FormatNumber } from "./counts";
import { cliImportText } from "./en-cli-import";

/** Text of the commands on Obsidian's command line. */
export function cliText(number: FormatNumber) {
	const notes = (count: number) => (count === 1 ? "1 note" : `${number(count)} notes`);
	return {
		flags: {
			write: "Write the notes. Without it, nothing is changed",
			source: "Names of remembered sources. Without it, all that can be opened again",
			restore: "Make notes again that were deleted by hand",
			json: "Answer with JSON",
			query: "A query, as it stands in a detection-vault block",
			note: "Path of the note that the query stands in",
			format: "How to answer; Markdown unless told",
			technique: "Technique ids, with commas between them",
			exact: "Without the sub-techniques",
			rules: "With the ids of the rules behind each row",
			inspected: "Path of a rule, technique, runbook or execution note",
		},
		busy: "An import or an undo is in hand in the app, or its window is open. Finish it there first.",
		failed: (reason: string) => `Failed: ${reason}`,
		indexFailed: (reason: string) => `The notes could not be indexed: ${reason}`,
		...cliImportText(number),
		query: {
			description: "Run a query over the vault's notes and rules",
			missing: "Give a query: query=<text>",
			error: (line: number, column: number, message: string) =>
				`Line ${number(line)}, column ${number(column)}: ${message}`,
			failed: (note: string, column: string, message: string) =>
				`Failed: ${[note, column].filter((part) => part !== "").join(", ")}: ${message}`,
			hint: (line: number, column: number, message: string) =>
				`Hint: line ${number(line)}, column ${number(column)}: ${message}`,
		},
		panel: {
			description: "Show what the vault holds for techniques, one line of JSON each",
			missing: "Give a technique: technique=T1021.004",
			noId: (word: string) => `${word} is no technique id`,
			unknown: (id: string) => `no note of the vault knows ${id}`,
		},
		inspect: {
			description: "Show what is understood of a note, as JSON",
			unknown: (path: string) =>
				`${path} is no technique, rule, runbook or execution note of this vault.`,
		},
		rebuild: {
			description: "Read every note into the index again",
			done: (count: number) => `Index rebuilt over ${notes(count)}`,
		},
		status: {
			description: "Tell what is in the index, and which commands there are",
			line: (version: string, count: number, rules: number, sources: number) =>
				`Detection Vault ${version}: ${notes(count)}, ${number(rules)} of them rules; sources remembered: ${number(sources)}`,
		},
	};
}
