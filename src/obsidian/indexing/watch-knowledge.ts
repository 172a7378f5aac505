import { TFolder } from "obsidian";
import type { App, EventRef, TAbstractFile } from "obsidian";

/** Calls back when a file that rules are understood with may have changed. `isKnowledge` tells of a path whether there is one. */
export function watchKnowledge(
	app: App,
	isKnowledge: (path: string) => boolean,
	changed: () => void,
): readonly EventRef[] {
	const look = (file: TAbstractFile, oldPath = file.path): void => {
		if (file instanceof TFolder || [file.path, oldPath].some(isKnowledge)) changed();
	};
	return [
		app.vault.on("create", (file) => look(file)),
		app.vault.on("modify", (file) => look(file)),
		app.vault.on("delete", (file) => look(file)),
		app.vault.on("rename", look),
	];
}
