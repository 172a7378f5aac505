import type { FormatNumber } from "./counts";

/** Text of the list of import conflicts. */
export function conflictsText(number: FormatNumber) {
	return {
		title: "Import conflicts",
		open: "Show import conflicts",
		showChanges: "Compare this note with upstream",
		statusBar: (notes: number) =>
			notes === 1 ? "1 note in conflict" : `${number(notes)} notes in conflict`,
		statusBarTooltip: "You and upstream changed the same places. Your text stays until you decide.",
		tabs: { conflicts: "Conflicts", tuned: "Tuned rules" },
		tabsLabel: "What to list",
		looking: "Looking through the notes…",
		count: (conflicts: number, notes: number) =>
			`${conflicts === 1 ? "1 conflict" : `${number(conflicts)} conflicts`} in ${notes === 1 ? "1 note" : `${number(notes)} notes`}`,
		none: "No conflicts. Where you and upstream change the same lines, an import lists them here and in the note.",
		hint: "You and upstream changed the same place. Your text stays until you decide: − marks what is yours, + what upstream has.",
		tunedCount: (rules: number) =>
			rules === 1 ? "1 rule is tuned" : `${number(rules)} rules are tuned`,
		tunedNone: "No rule differs from upstream's text.",
		tunedHint: "Rules whose text you changed, as a difference on top of upstream's.",
		changes: { logic: "Logic", metadata: "Metadata", none: "" },
		changeHints: {
			logic: "What the rule detects differs.",
			metadata: "The rule detects the same; only what is said about it differs.",
			none: "",
		},
		upstreamHas: "Upstream has:",
		upstreamTookOut: "Upstream took this out:",
		mine: "Keep mine",
		theirs: "Take upstream's",
		both: "Keep both",
		nameChoice: (choice: string, what: string, note: string) => `${choice}: ${what} in ${note}`,
		showMore: (notes: number) =>
			notes === 1 ? "Show 1 more note" : `Show ${number(notes)} more notes`,
		openNote: (note: string) => `Open ${note}`,
		reasons: {
			"no-place": "What upstream's text belongs to is not known any more. Edit the note by hand.",
			"one-value": "Only one of both values can stand.",
			changed: "The note was changed. Look at it again.",
		},
		resolved: (what: string, note: string) => `Resolved “${what}” in ${note}.`,
		allMine: "Keep mine everywhere",
		allTheirs: "Take upstream's everywhere",
		allLabel: "For all conflicts at once",
		confirmTheirs: (notes: number) =>
			`Replace my text in ${notes === 1 ? "1 note" : `${number(notes)} notes`}`,
		cancel: "Cancel",
		resolvingAll: "Resolving all conflicts…",
		resolvedAll: (conflicts: number, notes: number, left: number) =>
			[
				`Resolved ${conflicts === 1 ? "1 conflict" : `${number(conflicts)} conflicts`} in ${notes === 1 ? "1 note" : `${number(notes)} notes`}.`,
				...(left === 0 ? [] : [`${number(left)} to be looked at one by one.`]),
			].join(" "),
		undo: "Undo",
		undone: (note: string) => `${note} is as it was before.`,
		undoneAll: (notes: number, all: number) =>
			notes === all
				? `${number(notes)} notes are as they were before.`
				: `${number(notes)} of ${number(all)} notes are as they were before; the others were changed since.`,
		failed: (reason: string) => `The note could not be written: ${reason}`,
		noBase: "This note was not written by an import, or what it was written from is lost.",
		sameAsUpstream: "This note is as upstream has it.",
		yourChanges: (note: string) => `Your changes to ${note}`,
		prune: "Drop what is kept of deleted notes",
		pruned: (notes: number, bytes: number) =>
			notes === 0
				? "There is nothing to drop: every note that was imported is there."
				: `What was imported of ${notes === 1 ? "1 deleted note" : `${number(notes)} deleted notes`} is dropped (${number(Math.round(bytes / 1024))} KiB). They stay deleted.`,
		pruneFailed: (reason: string) =>
			`What is kept of deleted notes could not be dropped: ${reason}`,
	};
}
