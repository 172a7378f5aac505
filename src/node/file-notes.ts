import { isUtf8 } from "node:buffer";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	unlinkSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { NoteEntry, NoteStore } from "../core/ports/notes";

/** Temporary files carry this name, so that what a killed process left behind is known and swept. */
const TEMPORARY = /^\.detection-vault-\d+-\d+\.tmp$/;

/** Paths that mean a file below the vault as they stand, on every system: no drive, no backslash, no part that is empty or begins with a dot. */
const PLAIN_PATH = /^[^/\\:.][^/\\:]*(?:\/[^/\\:.][^/\\:]*)*$/;

/**
 * A vault on disk.
 *
 * Writes go to a temporary file beside the target and are renamed over it, so that a reader or a crash meets the old text or the
 * new. Paths that lead out of the vault throw. Folders made are remembered, since an import writes thousands of notes to a few.
 */
export function createFileNotes(vault: string): NoteStore {
	const root = resolve(vault);
	const folders = new Set<string>();
	let serial = 0;

	const locate = (path: string): string => {
		if (PLAIN_PATH.test(path)) return root + sep + path;
		const full = resolve(root, path);
		if (full !== root && !full.startsWith(root + sep))
			throw new Error(`${path} leads out of the vault`);
		return full;
	};
	const replace = (full: string, content: string | Uint8Array): void => {
		const folder = dirname(full);
		if (!folders.has(folder)) {
			mkdirSync(folder, { recursive: true });
			folders.add(folder);
		}
		const temporary = join(folder, `.detection-vault-${process.pid}-${++serial}.tmp`);
		try {
			writeFileSync(temporary, content);
			renameSync(temporary, full);
		} catch (error) {
			rmSync(temporary, { force: true });
			throw error;
		}
	};

	return {
		listNotes: () => Promise.resolve(listNotes(root)),
		readNote: (path) => Promise.resolve(readText(locate(path))),
		writeNote(path, text, expected) {
			const full = locate(path);
			const taken = expected === undefined ? existsSync(full) : readText(full) !== expected;
			if (taken) return Promise.resolve(false);
			replace(full, text);
			return Promise.resolve(true);
		},
		trashNote(path, expected) {
			const full = locate(path);
			if (readText(full) !== expected) return Promise.resolve(false);
			unlinkSync(full);
			return Promise.resolve(true);
		},
		readData: (path) => Promise.resolve(readBytes(locate(path))),
		writeData(path, bytes) {
			replace(locate(path), bytes);
			return Promise.resolve();
		},
		renameData(from, to) {
			if (existsSync(locate(from))) renameSync(locate(from), locate(to));
			return Promise.resolve();
		},
		removeData(path) {
			rmSync(locate(path), { force: true });
			return Promise.resolve();
		},
	};
}

/** Lists the notes below a folder; sweeps temporary files of earlier processes on the way. */
function listNotes(root: string): NoteEntry[] {
	const entries: NoteEntry[] = [];
	const walk = (folder: string, prefix: string): void => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const { name } = entry;
			// What readdir gives needs no normalising, which costs more than looking at the file.
			const full = folder + sep + name;
			if (TEMPORARY.test(name)) unlinkSync(full);
			else if (name.startsWith(".")) continue;
			else if (entry.isDirectory()) walk(full, `${prefix}${name}/`);
			else if (name.endsWith(".md") && entry.isFile()) entries.push(describe(full, prefix + name));
		}
	};
	if (existsSync(root)) walk(root, "");
	return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function describe(full: string, path: string): NoteEntry {
	const { size, mtimeMs, birthtimeMs } = statSync(full);
	const modified = Math.trunc(mtimeMs);
	return { path, size, modified, created: Math.trunc(birthtimeMs) || modified };
}

function readBytes(full: string): Buffer | undefined {
	return unlessMissing(() => readFileSync(full));
}

/** Text with its byte order mark, if any; undefined where the bytes are not UTF-8, since writing them back would change them. */
function readText(full: string): string | undefined {
	// Node reads and decodes in one step without a copy of the bytes. Bytes that are none of UTF-8 leave a mark.
	const text = unlessMissing(() => readFileSync(full, "utf8"));
	if (text?.includes("\uFFFD") !== true) return text;
	const bytes = readBytes(full);
	return bytes !== undefined && isUtf8(bytes) ? bytes.toString("utf8") : undefined;
}

function unlessMissing<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

function isMissing(error: unknown): boolean {
	return (
		error instanceof Error &&
		"code" in error &&
		(error.code === "ENOENT" || error.code === "ENOTDIR")
	);
}
