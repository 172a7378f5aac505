import type { Dirent } from "node:fs";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { SourceFile, SourceInput } from "../core/ports/source-files";
import { compareCodeUnits } from "../core/text/compare";
import { describeDiskError } from "../core/text/describe-disk-error";

/** A file below a path that a user gave: plain data, so that another thread can read it. */
export interface FoundFile extends Omit<SourceFile, "read"> {
	/** Where it lies. */
	readonly full: string;
	/** Why it may not be read; undefined where it may. */
	readonly refused?: string;
}

/**
 * Opens a path that a user gave: a file, a zip or a folder with everything below it.
 *
 * Hidden files and folders are left out; a symbolic link below the argument is listed but refuses to be read, since a rule
 * repository has no business pointing at other files of the machine. A folder that the disk does not open is listed alike, so that the
 * rest goes on. Throws where the path does not exist.
 */
export function openPath(argument: string): SourceInput {
	statSync(argument);
	return {
		argument,
		async *list() {
			for (const found of findFiles(argument)) yield await Promise.resolve(openFile(found));
		},
	};
}

/** Finds the files of a path that a user gave, as `openPath` lists them. */
function* findFiles(argument: string): Generator<FoundFile> {
	const stat = statSync(argument);
	const path = basename(resolve(argument));
	const file = showArgument(argument);
	if (stat.isDirectory()) yield* walk(argument, file, path);
	else yield { full: argument, file, path, size: stat.size };
}

function* walk(folder: string, file: string, path: string): Generator<FoundFile> {
	const entries = listFolder(folder);
	if (!Array.isArray(entries)) {
		yield { full: folder, file, path, size: 0, refused: entries };
		return;
	}
	for (const entry of entries) {
		const full = join(folder, entry.name);
		const inner = { file: `${file}/${entry.name}`, path: `${path}/${entry.name}` };
		const refused = refuse(entry, full);
		if (refused !== undefined) yield { full, ...inner, size: 0, refused };
		else if (entry.isDirectory()) yield* walk(full, inner.file, inner.path);
		else yield { full, ...inner, size: sizeOf(full) };
	}
}

/** Why an entry of a folder is not read; undefined where it is. */
function refuse(entry: Dirent, full: string): string | undefined {
	if (!entry.isDirectory() && !entry.isFile()) return "it is a link or a special file";
	// A name in another encoding is read with this sign in it, and leads to nothing.
	return entry.name.includes("\uFFFD") && !existsSync(full) ? "its name is not UTF-8" : undefined;
}

/** What a folder holds, sorted and without what is hidden, or why the disk does not say. */
function listFolder(folder: string): Dirent[] | string {
	try {
		return readdirSync(folder, { withFileTypes: true })
			.filter((entry) => !entry.name.startsWith("."))
			.sort((a, b) => compareCodeUnits(a.name, b.name));
	} catch (error) {
		return describeDiskError(error, "unreadable");
	}
}

/** A file that is gone since its folder was read has no bytes; reading it says so. */
function sizeOf(full: string): number {
	return statSync(full, { throwIfNoEntry: false })?.size ?? 0;
}

/** Gives where a file that `openPath` listed was found; undefined for a file from elsewhere. */
export function locateFile(source: SourceFile): FoundFile | undefined {
	return isLocated(source) ? source.found : undefined;
}

/** Opens a file that was found. */
export function openFile(found: FoundFile): LocatedFile {
	const { full, file, path, size, refused } = found;
	return {
		file,
		path,
		size,
		found,
		read() {
			if (refused !== undefined) return Promise.reject(new Error(refused));
			try {
				return Promise.resolve(readFileSync(full));
			} catch (error) {
				return Promise.reject(error instanceof Error ? error : new Error("unreadable"));
			}
		},
	};
}

interface LocatedFile extends SourceFile {
	readonly found: FoundFile;
}

function isLocated(source: SourceFile): source is LocatedFile {
	return "found" in source;
}

/** The argument with forward slashes and without one at its end; a root stays what it is. */
function showArgument(argument: string): string {
	let shown = argument.replaceAll("\\", "/");
	while (shown.length > 1 && shown.endsWith("/")) shown = shown.slice(0, -1);
	return shown;
}
