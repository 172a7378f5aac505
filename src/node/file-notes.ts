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
import { dirname, join, relative, resolve, sep } from "node:path";
import type { NoteEntry, NoteStore } from "../core/ports/notes";

/** Temporary files carry this name, so that what a killed process left behind is known and swept. */
const TEMPORARY = /^\.detection-vault-\d+-\d+\.tmp$/;

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
		exists: (path) => Promise.resolve(existsSync(locate(path))),
	};
}

/** Lists the notes below a folder; sweeps temporary files of earlier processes on the way. */
function listNotes(root: string): NoteEntry[] {
	const entries: NoteEntry[] = [];
	const walk = (folder: string): void => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const full = join(folder, entry.name);
			if (TEMPORARY.test(entry.name)) unlinkSync(full);
			else if (entry.name.startsWith(".")) continue;
			else if (entry.isDirectory()) walk(full);
			else if (entry.name.endsWith(".md") && entry.isFile()) entries.push(describe(root, full));
		}
	};
	if (existsSync(root)) walk(root);
	return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function describe(root: string, full: string): NoteEntry {
	const { size, mtimeMs, birthtimeMs } = statSync(full);
	const path = relative(root, full).replaceAll(sep, "/");
	return {
		path,
		size,
		modified: Math.trunc(mtimeMs),
		created: Math.trunc(birthtimeMs) || Math.trunc(mtimeMs),
	};
}

function readBytes(full: string): Buffer | undefined {
	try {
		return readFileSync(full);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

/** Text with its byte order mark, if any; undefined where the bytes are not UTF-8, since writing them back would change them. */
function readText(full: string): string | undefined {
	const bytes = readBytes(full);
	return bytes !== undefined && isUtf8(bytes) ? bytes.toString("utf8") : undefined;
}

function isMissing(error: unknown): boolean {
	return (
		error instanceof Error &&
		"code" in error &&
		(error.code === "ENOENT" || error.code === "ENOTDIR")
	);
}
