import type { App, TFile } from "obsidian";
import { compareCodeUnits } from "../../core/text/compare";
import type { NoteSuggestion } from "../views/table/cell-edits";

/** How many notes are offered at once. */
const OFFERED = 8;

/** Finds notes by a part of their name, else of their path: names that start with it come first. */
export function suggestNotes(app: App, text: string, from: string): readonly NoteSuggestion[] {
	const wanted = text.toLowerCase();
	const found: { readonly file: TFile; readonly rank: number }[] = [];
	for (const file of app.vault.getMarkdownFiles()) {
		const name = file.basename.toLowerCase();
		if (name.startsWith(wanted)) found.push({ file, rank: 0 });
		else if (name.includes(wanted)) found.push({ file, rank: 1 });
		else if (file.path.toLowerCase().includes(wanted)) found.push({ file, rank: 2 });
	}
	found.sort((a, b) => a.rank - b.rank || compareCodeUnits(a.file.basename, b.file.basename));
	return found.slice(0, OFFERED).map(({ file }) => ({
		link: app.metadataCache.fileToLinktext(file, from, true),
		folder: file.parent?.path.replace(/^\/$/, "") ?? "",
	}));
}
