import type { FormatNumber } from "./counts";

/** Text of the step that says what became of an import. */
export function importResultText(number: FormatNumber) {
	const notes = (count: number) => (count === 1 ? "1 note" : `${number(count)} notes`);
	return {
		title: "Import finished",
		stopped: "Import stopped",
		stoppedHint: "Every note that was begun is whole. Import again to go on where it stopped.",
		created: "Created",
		updated: "Updated",
		unchanged: "Unchanged",
		untouched: "Left as they were",
		conflicts: "Conflicts",
		failed: "Left alone",
		nothingWritten: "Nothing changed, so nothing was written.",
		openReport: "Open report",
		show: "Show what was done",
		problems: (count: number) => (count === 1 ? "1 problem" : `${number(count)} problems`),
		gone: (count: number) =>
			count === 1
				? "1 rule is no longer in its source"
				: `${number(count)} rules are no longer in their source`,
		skipped: (count: number) => (count === 1 ? "1 file skipped" : `${number(count)} files skipped`),
		line: (line: number) => `line\u{a0}${number(line)}`,
		more: (count: number) => `and ${number(count)} more`,
		linkRuns: "Link runs to tests",
		showConflicts: "Resolve conflicts",
		again: "Import more",
		notice: (created: number, updated: number) =>
			`Import finished: ${notes(created)} created, ${number(updated)} updated.`,
		noticeStopped: "Import stopped.",
	};
}
