import type { App, FileStats, TFile } from "obsidian";

/** Notes read at once: one after another is five times slower, all together fill the memory. */
const AT_ONCE = 32;

/** A note and its text. */
export interface ReadNote {
	readonly file: TFile;
	/** Of the note before it was read: one that is written meanwhile is newer, and not taken for read. */
	readonly stat: Readonly<FileStats>;
	/** Undefined where the note cannot be read. */
	readonly text: string | undefined;
}

/** Reads notes in their order; the next ones are on their way while the caller works on these. */
export async function* readNotes(app: App, files: readonly TFile[]): AsyncGenerator<ReadNote> {
	let next = readSome(app, files, 0);
	for (let at = 0; at < files.length; at += AT_ONCE) {
		const texts = await next;
		next = readSome(app, files, at + AT_ONCE);
		yield* texts;
	}
}

function readSome(app: App, files: readonly TFile[], at: number): Promise<ReadNote[]> {
	return Promise.all(files.slice(at, at + AT_ONCE).map((file) => readOne(app, file)));
}

async function readOne(app: App, file: TFile): Promise<ReadNote> {
	const stat = { ...file.stat };
	try {
		return { file, stat, text: await app.vault.cachedRead(file) };
	} catch {
		// It was removed in the meantime, or the system refuses it.
		return { file, stat, text: undefined };
	}
}
