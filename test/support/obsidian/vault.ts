import type { DataWriteOptions } from "obsidian";
import { FileManager, TFile, TFolder, Vault } from "obsidian-test-mocks/obsidian";
import { memberOf, patch } from "./patch";

interface Meta {
	ctime: number;
	mtime: number;
	size: number;
}

interface VaultSelf {
	adapter: {
		fileMeta: Map<string, Meta>;
		exists(path: string): Promise<boolean>;
		remove(path: string): Promise<void>;
		rmdir(path: string, recursive: boolean): Promise<void>;
	};
	fileMap__: Record<string, TFile | TFolder>;
	deleteVaultAbstractFile__(path: string): void;
	trigger(name: string, ...data: unknown[]): void;
	delete(file: TFile | TFolder): Promise<void>;
}

type Write = (path: string, data: unknown, options?: DataWriteOptions) => Promise<TFile>;

/** Takes a file's times and its size in bytes over from the adapter. */
export function refreshStat(vault: object, file: unknown): void {
	if (!(file instanceof TFile)) return;
	const meta = (vault as VaultSelf).adapter.fileMeta.get(file.path);
	if (meta !== undefined) file.stat = { ...meta };
}

function filesInside(file: TFile | TFolder): (TFile | TFolder)[] {
	if (!(file instanceof TFolder)) return [file];
	const children = [...file.children] as (TFile | TFolder)[];
	return [...children.flatMap(filesInside), file];
}

function installCreation(): void {
	const creators = { create: "File", createBinary: "File", createFolder: "Folder" };
	for (const [name, noun] of Object.entries(creators)) {
		const original = memberOf<Write>(Vault, name);
		patch<VaultSelf>(Vault, {
			async [name](path: string, data: unknown, options?: DataWriteOptions) {
				if (await this.adapter.exists(path)) throw new Error(`${noun} already exists.`);
				return original.call(this, path, data, options);
			},
		});
	}
}

function installDeletion(): void {
	patch<VaultSelf>(Vault, {
		async delete(file: TFile | TFolder) {
			const gone = filesInside(file);
			if (file instanceof TFolder) await this.adapter.rmdir(file.path, true);
			else await this.adapter.remove(file.path);
			for (const each of gone) {
				this.deleteVaultAbstractFile__(each.path);
				this.trigger("delete", each);
			}
		},
		async trash(file: TFile | TFolder) {
			await this.delete(file);
		},
		getAllFolders(includeRoot = false) {
			const folders = Object.values(this.fileMap__).filter((file) => file instanceof TFolder);
			return folders.filter((folder) => includeRoot || folder.path !== "/");
		},
	});
}

/**
 * Makes the vault refuse what Obsidian refuses, delete folders with their files, tell of every
 * file of a renamed folder, and keep the files' times and sizes.
 */
export function installVault(): void {
	installCreation();
	installDeletion();
	const trigger = memberOf<(name: string, ...data: unknown[]) => void>(Vault, "trigger");
	const rename = memberOf<(file: unknown, path: string) => Promise<void>>(Vault, "rename");
	patch<VaultSelf>(Vault, {
		trigger(name: string, file: unknown, ...rest: unknown[]) {
			if (name === "create" || name === "modify") refreshStat(this, file);
			trigger.call(this, name, file, ...rest);
		},
		async rename(file: TFile | TFolder, newPath: string) {
			const oldPath = file.path;
			const inside = filesInside(file).filter((each) => each !== file);
			const oldPaths = inside.map((each) => each.path);
			await rename.call(this, file, newPath);
			inside.forEach((each, at) => {
				if (each.path !== oldPath) this.trigger("rename", each, oldPaths[at]);
			});
		},
	});
	patch<{ app: { vault: VaultSelf } }>(FileManager, {
		async trashFile(file: TFile | TFolder) {
			await this.app.vault.delete(file);
		},
	});
}
