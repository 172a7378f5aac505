import type { Vault } from "obsidian";
import { TFile } from "obsidian-test-mocks/obsidian";

/** Where the writes of a vault in memory go as well. Each settles once the write is on disk. */
export interface Disk {
	write(path: string, data: string | ArrayBuffer): Promise<void>;
	mkdir(path: string): Promise<void>;
	remove(path: string): Promise<void>;
	rename(path: string, newPath: string): Promise<void>;
}

interface VaultInternals {
	trigger(name: string, ...data: unknown[]): void;
	getFileByPath(path: string): TFile | null;
	setVaultAbstractFile__(path: string, file: unknown): void;
	deleteVaultAbstractFile__(path: string): void;
}

type Method = (...args: unknown[]) => unknown;

/** Copies each of the adapter's writes to the disk, in their order, before the write settles. */
export function mirrorWrites(vault: Vault, disk: Disk): void {
	const adapter = vault.adapter as unknown as Record<string, Method>;
	let last: Promise<void> = Promise.resolve();
	const afterwards = (name: string, copy: (...args: string[]) => Promise<void>): void => {
		const original = adapter[name];
		if (original === undefined) return;
		adapter[name] = async (...args: unknown[]): Promise<unknown> => {
			const result = await original.apply(adapter, args);
			last = last.then(() => copy(...(args as string[])));
			await last;
			return result;
		};
	};
	const copyFile = async (path: string): Promise<void> =>
		disk.write(path, await vault.adapter.readBinary(path));
	afterwards("write", (path, data) => disk.write(path, data));
	afterwards("writeBinary", copyFile);
	afterwards("append", copyFile);
	afterwards("appendBinary", copyFile);
	afterwards("copy", (_path, newPath) => copyFile(newPath));
	afterwards("mkdir", (path) => disk.mkdir(path));
	afterwards("remove", (path) => disk.remove(path));
	afterwards("rmdir", (path) => disk.remove(path));
	afterwards("rename", (path, newPath) => disk.rename(path, newPath));
}

const isHidden = (path: string): boolean => path.split("/").some((name) => name.startsWith("."));

/** Tells the vault what was written past it, as Obsidian's file watcher does a moment later. */
export function watchAdapter(vault: Vault): void {
	const adapter = vault.adapter as unknown as Record<string, Method> & {
		fileMeta: Map<string, { mtime: number; size: number }>;
	};
	const internals = vault as unknown as VaultInternals;
	const compare = (path: string): void => {
		const meta = adapter.fileMeta.get(path);
		const file = internals.getFileByPath(path);
		if (meta === undefined) {
			if (file === null) return;
			internals.deleteVaultAbstractFile__(path);
			internals.trigger("delete", file);
			return;
		}
		if (file === null) {
			const created = TFile.create__(vault as never, path);
			internals.setVaultAbstractFile__(path, created);
			internals.trigger("create", created);
		} else if (file.stat.mtime !== meta.mtime || file.stat.size !== meta.size) {
			internals.trigger("modify", file);
		}
	};
	for (const name of ["write", "writeBinary", "append", "remove"]) {
		const original = adapter[name];
		if (original === undefined) continue;
		adapter[name] = async (...args: unknown[]): Promise<unknown> => {
			const result = await original.apply(adapter, args);
			const path = args[0] as string;
			if (!isHidden(path)) setTimeout(() => compare(path));
			return result;
		};
	}
}
