import type { SourceFile, SourceInput } from "../../core/ports/source-files";
import { openFile, sourceFileOf } from "./picked-files";
import { compareCodeUnits } from "../../core/text/compare";
import { isHiddenPath } from "./source-paths";

/**
 * Sources from something dropped: files, zips and folders.
 *
 * Call it in the drop event itself: the browser forgets the entries once the event is over.
 */
export function openDroppedItems(items: Iterable<DataTransferItem>): SourceInput[] {
	const sources: SourceInput[] = [];
	for (const item of items) {
		if (item.kind !== "file") continue;
		const entry = item.webkitGetAsEntry();
		const file = item.getAsFile();
		if (isDirectory(entry)) sources.push(openDirectory(entry));
		else if (file !== null) sources.push(openFile(file));
	}
	return sources;
}

function isDirectory(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
	return entry?.isDirectory === true;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
	return entry.isFile;
}

function openDirectory(directory: FileSystemDirectoryEntry): SourceInput {
	return {
		argument: directory.name,
		async *list() {
			const entries = await collectFiles(directory, directory.name);
			entries.sort((a, b) => compareCodeUnits(a.path, b.path));
			for (const { entry, path } of entries) yield await openEntry(entry, path);
		},
	};
}

interface FoundFile {
	readonly entry: FileSystemFileEntry;
	readonly path: string;
}

async function collectFiles(root: FileSystemDirectoryEntry, name: string): Promise<FoundFile[]> {
	const found: FoundFile[] = [];
	const open = [{ directory: root, path: name }];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		for (const entry of await readAllEntries(next.directory)) {
			const path = `${next.path}/${entry.name}`;
			if (isHiddenPath(path)) continue;
			if (isDirectory(entry)) open.push({ directory: entry, path });
			else if (isFile(entry)) found.push({ entry, path });
		}
	}
	return found;
}

/** A directory reader hands out a hundred entries at a time, and none when it is through. */
async function readAllEntries(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = directory.createReader();
	const entries: FileSystemEntry[] = [];
	for (;;) {
		const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject),
		);
		if (batch.length === 0) return entries;
		entries.push(...batch);
	}
}

async function openEntry(entry: FileSystemFileEntry, path: string): Promise<SourceFile> {
	try {
		const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
		return sourceFileOf(file, path);
	} catch (error) {
		// The import reports what cannot be read; the rest of the folder goes on.
		const reason = error instanceof Error ? error : new Error("The file cannot be opened");
		return { file: path, path, size: 0, read: () => Promise.reject(reason) };
	}
}
