import type { FormatNumber } from "./counts";

/** Text of the commands that import and undo on Obsidian's command line. */
export function cliImportText(number: FormatNumber) {
	return {
		import: {
			description: "Import from the remembered sources: says what would change, or writes it",
			unknown: (name: string, known: readonly string[]) =>
				known.length === 0
					? `No source is remembered, so none is called ${name}.`
					: `No remembered source is called ${name}. There are: ${known.join(", ")}.`,
			nothing:
				"No source can be opened again. Add one in the settings: a place in this vault, or a download that is switched on.",
			failed: (reason: string) => `The import failed: ${reason}`,
			stopped: "The import was stopped in the app. Nothing was written.",
			written: "Imported.",
			dryRun: "Nothing was written. With the flag write it would be:",
			notes: (created: number, updated: number, unchanged: number, conflicts: number) =>
				`Notes: ${number(created)} created, ${number(updated)} updated, ${number(unchanged)} unchanged, ${number(conflicts)} in conflict`,
			files: (read: number, used: number, context: number, skipped: number) =>
				`Files: ${number(read)} read, ${number(used)} used, ${number(context)} kept as context, ${number(skipped)} skipped`,
			gone: (count: number) =>
				count === 1
					? "No longer in its source: 1 rule"
					: `No longer in their source: ${number(count)} rules`,
			more: (count: number) => `and ${number(count)} more problems`,
			report: (path: string) => `Report: ${path}`,
		},
		undo: {
			description: "Undo the last import: says what would change, or does it",
			nothing: "There is nothing to undo: no import was kept, or it was undone already.",
			dryRun: (moment: string) =>
				`Nothing was changed. With the flag write, the import of ${moment} would be undone:`,
			done: (moment: string) => `The import of ${moment} is undone.`,
			unfinished: "The undo did not end. Run it again to go on where it stopped.",
			notes: (restored: number, deleted: number, refused: number) =>
				`Notes: ${number(restored)} put back, ${number(deleted)} to the trash, ${number(refused)} left alone`,
			reasons: { edited: "edited since the import", deleted: "deleted since the import" },
		},
	};
}
