import { TFile, TFolder } from "obsidian";
import type { App } from "obsidian";
import { normaliseFolder } from "./check-folder";
import { SOURCE_EXTENSIONS } from "./remembered-source";
import type { RememberedSource } from "./remembered-source";

/** Says what keeps a path of the vault from being a source of its kind; undefined where nothing does. */
export function checkSourcePath(
	app: App,
	{ kind, vaultPath }: Pick<RememberedSource, "kind" | "vaultPath">,
): "absent" | "ending" | undefined {
	const found = app.vault.getAbstractFileByPath(normaliseFolder(vaultPath ?? ""));
	if (found instanceof TFolder) return undefined;
	if (!(found instanceof TFile)) return "absent";
	return SOURCE_EXTENSIONS[kind].includes(found.extension.toLowerCase()) ? undefined : "ending";
}
