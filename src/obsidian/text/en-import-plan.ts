import type { FormatNumber } from "./counts";

/** Text of the step in which the plan is looked at. */
export function importPlanText(number: FormatNumber) {
	const files = (count: number) => (count === 1 ? "1 file" : `${number(count)} files`);
	return {
		actions: { create: "New", update: "Changed", unchanged: "Unchanged", conflict: "Conflicts" },
		kinds: { technique: "Technique", rule: "Rule", runbook: "Runbook" },
		groups: "Groups of notes",
		read: (techniques: string, rules: string, runbooks: string) =>
			`Read: ${techniques}, ${rules}, ${runbooks}.`,
		techniques: (count: number) => (count === 1 ? "1 technique" : `${number(count)} techniques`),
		rules: (count: number) => (count === 1 ? "1 rule" : `${number(count)} rules`),
		runbooks: (count: number) => (count === 1 ? "1 runbook" : `${number(count)} runbooks`),
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
		write: (count: number) => (count === 1 ? "Write 1 note" : `Write ${number(count)} notes`),
		cut: (lines: number) => (lines === 1 ? "1 more line" : `${number(lines)} more lines`),
		skippedLines: (lines: number) =>
			lines === 1 ? "1 unchanged line" : `${number(lines)} unchanged lines`,
		added: "Added",
		removed: "Removed",
		noChange: "The note stays as it is.",
	};
}
