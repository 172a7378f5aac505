import type { App, TFile } from "obsidian";
import type { RuleChange } from "../../core/library/tell-rule-change";
import { tellRuleChange } from "../../core/library/tell-rule-change";
import type { NoteConflict } from "../../core/notes/merge/list-conflicts";
import { listConflicts } from "../../core/notes/merge/list-conflicts";
import type { ConflictChoice, Resolution } from "../../core/notes/merge/resolve-conflict";
import { resolveConflict } from "../../core/notes/merge/resolve-conflict";
import { createSlicer } from "../ports/slices";
import { tellsConflicts } from "./conflict-notes";
import type { UpstreamTexts } from "./upstream-texts";

/** One conflict with what each choice would make of its note. */
export interface ListedConflict {
	readonly conflict: NoteConflict;
	readonly outcomes: Readonly<Record<ConflictChoice, Resolution>>;
	/** Of a rule, what taking upstream's would change; "none" where that cannot be told. */
	readonly change: RuleChange;
}

/** A note with its conflicts. */
export interface ConflictNote {
	readonly path: string;
	readonly text: string;
	readonly conflicts: readonly ListedConflict[];
}

/** Lists the notes that tell of conflicts, by path; a heading of theirs says so, so no other note is read. */
export async function listConflictNotes(
	app: App,
	upstream: UpstreamTexts,
	isWanted: () => boolean,
): Promise<readonly ConflictNote[]> {
	const slicer = createSlicer();
	const found: ConflictNote[] = [];
	for (const file of app.vault.getMarkdownFiles()) {
		if (!tellsConflicts(app.metadataCache.getFileCache(file))) continue;
		await slicer.breathe();
		if (!isWanted()) break;
		const note = await readConflictNote(app, upstream, file);
		if (note.conflicts.length > 0) found.push(note);
	}
	return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads the conflicts of one note. */
async function readConflictNote(
	app: App,
	upstream: UpstreamTexts,
	file: TFile,
): Promise<ConflictNote> {
	const { path } = file;
	const text = await app.vault.cachedRead(file);
	const base = await upstream.textOf(file, text);
	const conflicts = listConflicts(text).map((conflict): ListedConflict => {
		const choose = (choice: ConflictChoice): Resolution =>
			resolveConflict(text, base, conflict, choice);
		const outcomes = { mine: choose("mine"), theirs: choose("theirs"), both: choose("both") };
		return { conflict, outcomes, change: tellChange(path, outcomes) };
	});
	return { path, text, conflicts };
}

function tellChange(path: string, { mine, theirs }: ListedConflict["outcomes"]): RuleChange {
	if (!mine.ok || !theirs.ok || !/^(?:rule_id|vendor):/m.test(mine.text)) return "none";
	return tellRuleChange(path, mine.text, theirs.text);
}
