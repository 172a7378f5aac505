import type { App, Plugin } from "obsidian";
import type { LibraryEntry } from "../../core/library/library-entry";
import {
	findNextVendor,
	findParent,
	findRunbook,
	findSibling,
} from "../../core/finding/jump-targets";
import type { TechniqueNames } from "../../core/finding/name-technique";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { Texts } from "../text/en";

/** Finds the note that a command leads to from the active one. */
type FindTarget = (
	names: TechniqueNames,
	entry: LibraryEntry,
) => { readonly path: string } | undefined;

/** Adds the commands that lead from a note to its kin; each is offered where it leads somewhere. */
export function registerJumps(
	plugin: Plugin,
	indexer: VaultIndexer,
	texts: Texts["commands"]["jumps"],
): void {
	const jumps: readonly (readonly [id: string, icon: string, name: string, find: FindTarget])[] = [
		["go-to-parent-technique", "corner-left-up", texts.parent, findParent],
		[
			...(["go-to-next-sub-technique", "arrow-right", texts.next] as const),
			(names, entry) => findSibling(names, entry, 1),
		],
		[
			...(["go-to-previous-sub-technique", "arrow-left", texts.previous] as const),
			(names, entry) => findSibling(names, entry, -1),
		],
		["go-to-next-vendor", "shuffle", texts.nextVendor, findNextVendor],
		["open-runbook", "flask-conical", texts.runbook, findRunbook],
	];
	for (const [id, icon, name, find] of jumps) {
		plugin.addCommand({
			...{ id, icon, name },
			checkCallback: (isChecking) => jump(plugin.app, indexer, find, isChecking),
		});
	}
}

function jump(app: App, indexer: VaultIndexer, find: FindTarget, isChecking: boolean): boolean {
	const path = app.workspace.getActiveFile()?.path;
	const { panelSources } = indexer;
	if (path === undefined || panelSources === undefined) return false;
	const entry = panelSources.library.entry(path);
	const target = entry && find(panelSources, entry);
	if (target === undefined) return false;
	if (!isChecking) void app.workspace.openLinkText(target.path, path);
	return true;
}
