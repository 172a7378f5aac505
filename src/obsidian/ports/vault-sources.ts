import { TFile, TFolder, Vault } from "obsidian";
import type { App, TAbstractFile } from "obsidian";
import type { SourceFile, SourceInput } from "../../core/ports/source-files";
import { findGitCommit } from "./git-commit";
import { compareCodeUnits } from "../../core/text/compare";

/** A file, zip or folder that already lies in the vault, as a source; undefined where there is none at that path. */
export function openVaultSource(app: App, path: string): SourceInput | undefined {
	const found = app.vault.getAbstractFileByPath(path);
	if (found instanceof TFile) return openFiles(app, found, [found]);
	if (found instanceof TFolder) return openFiles(app, found, filesBelow(found));
	return undefined;
}

function filesBelow(folder: TFolder): TFile[] {
	const files: TFile[] = [];
	Vault.recurseChildren(folder, (child) => {
		if (child instanceof TFile) files.push(child);
	});
	return files.sort((a, b) => compareCodeUnits(a.path, b.path));
}

function openFiles(app: App, chosen: TAbstractFile, files: readonly TFile[]): SourceInput {
	const outside = chosen.path.length - chosen.name.length;
	return {
		argument: chosen.path,
		commit: () =>
			findGitCommit(async (name) => {
				const path = `${chosen.path}/${name}`;
				const { adapter } = app.vault;
				return (await adapter.exists(path)) ? adapter.read(path) : undefined;
			}),
		async *list() {
			for (const file of files) {
				const source: SourceFile = {
					file: file.path,
					path: file.path.slice(outside),
					size: file.stat.size,
					modified: file.stat.mtime,
					read: async () => new Uint8Array(await app.vault.readBinary(file)),
				};
				yield await Promise.resolve(source);
			}
		},
	};
}
