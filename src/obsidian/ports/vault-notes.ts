import type { App, TFile } from "obsidian";
import type { NoteEntry, NoteStore } from "../../core/ports/notes";
import { createVaultData } from "./vault-data";
import { makeFoldersFor } from "./vault-folders";

/** Leaves `Vault.process` without a write. */
class Refused extends Error {}

/** The open vault as the core sees it. Notes go through the vault, so that Obsidian's own views and caches follow. */
export function createVaultNotes(app: App): NoteStore {
	return {
		...createVaultData(app),
		listNotes: () => Promise.resolve(listEntries(app)),
		readNote: (path) => readNote(app, path),
		async writeNote(path, text, expected) {
			const file = app.vault.getFileByPath(path);
			if (file !== null) return expected !== undefined && replaceText(app, file, text, expected);
			if (expected !== undefined) return false;
			return createNote(app, path, text);
		},
		async trashNote(path, expected) {
			const file = app.vault.getFileByPath(path);
			if (file === null || (await app.vault.read(file)) !== expected) return false;
			await app.fileManager.trashFile(file);
			return true;
		},
	};
}

function listEntries(app: App): NoteEntry[] {
	return app.vault
		.getMarkdownFiles()
		.map(({ path, stat }) => ({
			path,
			size: stat.size,
			modified: stat.mtime,
			created: stat.ctime,
		}))
		.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function readNote(app: App, path: string): Promise<string | undefined> {
	const file = app.vault.getFileByPath(path);
	if (file === null) return undefined;
	const text = await app.vault.cachedRead(file);
	if (!text.includes("\uFFFD")) return text;
	return isUtf8(await app.vault.readBinary(file)) ? text : undefined;
}

/** A replacement character stands for itself in some notes, and for bytes that are no UTF-8 in others. */
function isUtf8(bytes: ArrayBuffer): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

async function replaceText(
	app: App,
	file: TFile,
	text: string,
	expected: string,
): Promise<boolean> {
	try {
		await app.vault.process(file, (current) => {
			if (current !== expected) throw new Refused();
			return text;
		});
		return true;
	} catch (error) {
		if (error instanceof Refused) return false;
		throw error;
	}
}

async function createNote(app: App, path: string, text: string): Promise<boolean> {
	if (await app.vault.adapter.exists(path)) return false;
	await makeFoldersFor(app, path);
	await app.vault.create(path, text);
	return true;
}
