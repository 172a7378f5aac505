import type { FormatNumber } from "./counts";
import { importDownloadText } from "./en-import-download";
import { importPlanText } from "./en-import-plan";
import { importResultText } from "./en-import-result";
import { importSourcesText } from "./en-import-sources";
import { importUndoText } from "./en-import-undo";

/** Text of the import window, its notices and its place in the status bar. */
export function importText(number: FormatNumber) {
	return {
		title: "Import sources",
		stepList: "Steps of the import",
		steps: { choose: "Choose", review: "Review", write: "Write", done: "Done" },
		...importSourcesText(),
		plan: importPlanText(number),
		done: importResultText(number),
		undo: importUndoText(number),
		download: importDownloadText(number),
		planning: {
			title: "Working out what changes",
			hint: "Nothing is written yet. You can close this window: the work goes on.",
		},
		writing: { title: "Writing notes", counts: "Notes so far" },
		stages: {
			download: "Downloading sources",
			read: "Reading sources",
			index: "Reading the vault",
			plan: "Comparing",
			write: "Writing notes",
			finish: "Finishing",
		},
		progress: (done: number, total: number | null) =>
			total === null ? number(done) : `${number(done)} of ${number(total)}`,
		statusBar: (stage: string, count: string) => `Import: ${stage.toLowerCase()} (${count})`,
		statusBarPaused: (count: string) => `Import: paused (${count})`,
		statusBarReview: "Import: ready to review",
		statusBarTooltip: "Show the import",
		statusBarDone: "Import: finished",
		statusBarFailed: "Import: failed",
		cancel: "Stop import",
		pause: "Pause import",
		resume: "Resume import",
		paused: "The import is paused.",
		cancelling: "Stopping after the note in hand…",
		close: "Close",
		back: "Back",
		goesOn: "You can close this window: the import goes on.",
		noneRemembered:
			"No source can be opened again. Add one in the settings, or choose one here: a place in this vault, or a download that is switched on.",
		hidden: "The import goes on. Its progress is in the status bar.",
		hiddenPaused: "The import is paused. Open the window again to resume it.",
		hiddenPhone: "The import goes on. A notice tells when it is done.",
		show: "Show the import",
		noticeReview: "The import is ready to review.",
		failed: {
			title: "Import failed",
			hint: "Notes that were written are whole. Nothing of yours was overwritten.",
			notice: (reason: string) => `The import failed: ${reason}`,
		},
	};
}
