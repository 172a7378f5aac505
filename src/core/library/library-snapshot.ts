import type { LibraryEntry } from "./library-entry";

/** Raised when entries get another shape, or rules are understood differently. */
const FORMAT = 5;

/** Writes entries for `readLibrarySnapshot`; `knowledge` names what their rules were understood with. */
export function writeLibrarySnapshot(entries: readonly LibraryEntry[], knowledge: string): string {
	return `${FORMAT} ${knowledge}\n${JSON.stringify(entries)}`;
}

/**
 * Reads what `writeLibrarySnapshot` wrote; undefined where the text is damaged, of another format or of other knowledge, so that its
 * notes have to be read again.
 */
export function readLibrarySnapshot(
	text: string,
	knowledge: string,
): readonly LibraryEntry[] | undefined {
	const head = `${FORMAT} ${knowledge}\n`;
	if (!text.startsWith(head)) return undefined;
	try {
		const json: unknown = JSON.parse(text.slice(head.length));
		// The plugin's own text: its head says that this version wrote it.
		return Array.isArray(json) ? (json as readonly LibraryEntry[]) : undefined;
	} catch {
		return undefined;
	}
}
