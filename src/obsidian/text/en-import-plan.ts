import type { FormatNumber } from "./counts";

/** Text of the step in which the plan is looked at. */
export function importPlanText(number: FormatNumber) {
	const files = (count: number) => (count === 1 ? "1 file" : `${number(count)} files`);
	return {
		groupNames: {
			create: "New",
			update: "Changed",
			adopt: "Adopted",
			conflict: "Conflicts",
			unchanged: "Unchanged",
		},
		kinds: { technique: "Technique", rule: "Rule", runbook: "Runbook", execution: "Test run" },
		changes: { logic: "logic changed upstream", metadata: "only metadata changed upstream" },
		kindFilter: "Kind of note",
		allKinds: "All kinds",
		missing: "Could not be downloaded, and is no part of this plan:",
		moves: {
			title: "ATT&CK has several techniques in the place of one",
			hint: "Nothing moves until you say which of them it is. Your answer is remembered.",
			choose: "Choose…",
			label: (technique: string) => `What replaces ${technique}`,
			apply: "Plan again with these answers",
		},
		groups: "Groups of notes",
		read: (...parts: readonly string[]) => `Read: ${parts.join(", ")}.`,
		techniques: (count: number) => (count === 1 ? "1 technique" : `${number(count)} techniques`),
		rules: (count: number) => (count === 1 ? "1 rule" : `${number(count)} rules`),
		runbooks: (count: number) => (count === 1 ? "1 runbook" : `${number(count)} runbooks`),
		runs: (count: number) => (count === 1 ? "1 test run" : `${number(count)} test runs`),
		unmatched: (count: number) =>
			count === 1
				? "1 run has no test in this vault. It is kept and can be linked afterwards."
				: `${number(count)} runs have no test in this vault. They are kept and can be linked afterwards.`,
		masked: (count: number) =>
			count === 1
				? "1 place that looks like a secret is masked."
				: `${number(count)} places that look like secrets are masked.`,
		files: (read: number, used: number, context: number, skipped: number) =>
			`Of ${files(read)}, ${number(used)} used, ${number(context)} kept as context, ${number(skipped)} skipped.`,
		filter: "Filter by name",
		nothing: "Nothing in this group.",
		noMatch: (filter: string) => `No note contains “${filter}”.`,
		nothingToDo: "Everything is up to date: there is nothing to write.",
		conflictHint:
			"You changed the same lines as upstream did. Your text stays, and the note says what upstream has.",
		upstreamHas: (what: string) => `${what}: your text stays. Upstream has:`,
		differs: (what: string) => `${what}: left as it is. Upstream has:`,
		adoptHint:
			"These notes were in the vault before any import. Everything in them stays; what is missing is added, and what upstream has differently is listed.",
		include: (path: string) => `Write ${path}`,
		leaveAll: (count: number) =>
			count === 1 ? "Leave 1 note out" : `Leave ${number(count)} notes out`,
		takeAll: (count: number) => (count === 1 ? "Take 1 note in" : `Take ${number(count)} notes in`),
		leftOut: (count: number) =>
			count === 1
				? "1 note is left out. It stays as it is, and the next import plans it again."
				: `${number(count)} notes are left out. They stay as they are, and the next import plans them again.`,
		shown: (shown: number, all: number) => `${number(shown)} of ${number(all)} shown`,
		write: (count: number) => (count === 1 ? "Write 1 note" : `Write ${number(count)} notes`),
		cut: (lines: number) => (lines === 1 ? "1 more line" : `${number(lines)} more lines`),
		skippedLines: (lines: number) =>
			lines === 1 ? "1 unchanged line" : `${number(lines)} unchanged lines`,
		added: "Added",
		removed: "Removed",
		noChange: "The note stays as it is.",
	};
}
