import { TFile, TFolder } from "obsidian";
import type { App, EventRef } from "obsidian";
import type { ChangeQueue } from "./change-queue";

/** Hands every change of a note to a queue. `known` gives the paths that are in the index. */
export function watchVault(
	app: App,
	queue: ChangeQueue,
	known: () => Iterable<string>,
): readonly EventRef[] {
	const below = (folder: string): string[] =>
		[...known()].filter((path) => path.startsWith(`${folder}/`));
	return [
		app.vault.on("create", (file) => {
			if (isNote(file)) queue.add(file.path);
		}),
		app.vault.on("modify", (file) => {
			if (isNote(file)) queue.add(file.path);
		}),
		app.vault.on("delete", (file) => {
			if (file instanceof TFolder) for (const path of below(file.path)) queue.add(path);
			else queue.add(file.path);
		}),
		app.vault.on("rename", (file, oldPath) => {
			if (file instanceof TFolder) {
				for (const path of below(oldPath)) {
					queue.add(path);
					queue.add(`${file.path}${path.slice(oldPath.length)}`, path);
				}
				return;
			}
			queue.add(oldPath);
			if (isNote(file)) queue.add(file.path, oldPath);
		}),
	];
}

function isNote(file: unknown): file is TFile {
	return file instanceof TFile && file.extension.toLowerCase() === "md";
}
