import type { LibraryEntry } from "./library-entry";

/** Raised when entries get another shape, or rules are understood differently. */
const FORMAT = 1;

/** Writes entries for `readLibrarySnapshot`; `knowledge` names what their rules were understood with. */
export function writeLibrarySnapshot(entries: readonly LibraryEntry[], knowledge: string): string {
	return `${FORMAT} ${knowledge}\n${JSON.stringify(entries)}`;
}

/**
 * Reads what `writeLibrarySnapshot` wrote; undefined where the text is of another format or of other knowledge, so that its notes have to
 * be read again.
 */
export function readLibrarySnapshot(
	text: string,
	knowledge: string,
): readonly LibraryEntry[] | undefined {
	const head = `${FORMAT} ${knowledge}\n`;
	if (!text.startsWith(head)) return undefined;
	// The plugin's own text: its head says that this version wrote it.
	return JSON.parse(text.slice(head.length)) as readonly LibraryEntry[];
}
