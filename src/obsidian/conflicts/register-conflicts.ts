import { Notice } from "obsidian";
import type { Plugin, TFile } from "obsidian";
import { pruneBases } from "../../core/ingest/prune-bases";
import { ChangesModal } from "./changes-modal";
import { ConflictNotes } from "./conflict-notes";
import type { ConflictParts } from "./conflict-parts";
import { CONFLICTS_VIEW, ConflictsItemView } from "./conflicts-item-view";
import { openUpstreamTexts } from "./upstream-texts";
import { errorMessage } from "../../core/text/error-message";

/** How many notes tell of conflicts, and the way to the list of them. */
export interface ConflictLead {
	readonly notes: ConflictNotes;
	readonly open: () => void;
}

/** Adds the list of import conflicts with its command, and the command that compares a note with upstream. */
export function registerConflicts(plugin: Plugin, parts: ConflictParts): ConflictLead {
	const { app, texts } = parts;
	plugin.registerView(CONFLICTS_VIEW, (leaf) => new ConflictsItemView(leaf, parts));
	plugin.addCommand({
		id: "show-conflicts",
		name: texts.conflicts.open,
		icon: "git-compare",
		callback: () => void openConflicts(parts),
	});
	plugin.addCommand({
		id: "prune-merge-bases",
		name: texts.conflicts.prune,
		icon: "archive-restore",
		callback: () => void prune(parts),
	});
	plugin.addCommand({
		id: "compare-with-upstream",
		name: texts.conflicts.showChanges,
		icon: "diff",
		checkCallback(checking) {
			const file = app.workspace.getActiveFile();
			if (file?.extension !== "md") return false;
			if (!checking) void showChanges(parts, file);
			return true;
		},
	});
	const notes = plugin.addChild(new ConflictNotes(app));
	return { notes, open: () => void openConflicts(parts) };
}

async function prune({ prepare, texts }: ConflictParts): Promise<void> {
	try {
		const { pruned, before, after } = await pruneBases(await prepare());
		new Notice(texts.conflicts.pruned(pruned, before - after));
	} catch (error) {
		const reason = errorMessage(error);
		new Notice(texts.conflicts.pruneFailed(reason));
	}
}

/** Shows the list that is open, else opens one. */
async function openConflicts({ app: { workspace } }: ConflictParts): Promise<void> {
	const [known] = workspace.getLeavesOfType(CONFLICTS_VIEW);
	const leaf = known ?? workspace.getLeaf("tab");
	if (known === undefined) await leaf.setViewState({ type: CONFLICTS_VIEW, active: true });
	await workspace.revealLeaf(leaf);
}

async function showChanges({ app, texts, folders }: ConflictParts, file: TFile): Promise<void> {
	const own = await app.vault.cachedRead(file);
	const upstream = await openUpstreamTexts(app, folders()).textOf(file, own);
	if (upstream === undefined) new Notice(texts.conflicts.noBase);
	else new ChangesModal(app, texts, file.basename, { upstream, own }).open();
}
