import { readNoteFacts } from "../notes/identity/note-facts";
import { isAboutElse, isNoNote } from "../notes/identity/other-subjects";
import { readTechniqueFileName } from "../notes/identity/technique-file-name";
import { countItems } from "../text/count-items";
import { normaliseTechniqueId } from "../text/technique-ids";

/** A note that is named for a technique, but not as ATT&CK calls it. */
export interface NamedNote {
	readonly path: string;
	readonly text: string;
	/** The technique's id, as `normaliseTechniqueId` gives it. */
	readonly id: string;
}

/** Notes of techniques in a folder from which on they say what the folder is for. */
const SEVERAL = 3;
/** How many of them there must be for each note that is called otherwise. */
const SHARE = 2;

/** Reads a note's name: one that begins with an id and says something else behind it may be a technique's under an older name. */
export function readNamedNote(path: string, text: string): NamedNote | undefined {
	const baseName = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
	const name = readTechniqueFileName(baseName);
	const id = name === undefined ? undefined : normaliseTechniqueId(name.spelling);
	if (id === undefined || !baseName.startsWith(name?.spelling ?? "")) return undefined;
	const facts = readNoteFacts(path, text);
	const isOther = facts.broken !== null || isNoNote(facts) || isAboutElse(facts);
	return isOther ? undefined : { path, text, id };
}

/**
 * Gives those of the named notes that lie among notes of techniques: older releases call techniques otherwise, and so do the notes that were made
 * from them. One of a kind is left out where the folder has few, and so are several of one technique.
 */
export function knowBySiblings(
	named: readonly NamedNote[],
	techniques: Iterable<string>,
): readonly NamedNote[] {
	const known = countItems([...techniques].map(folderOf));
	const folders = countItems(named.map(({ path }) => folderOf(path)));
	const ids = countItems(named.map(({ id }) => id));
	return named.filter(({ path, id }) => {
		const siblings = known.get(folderOf(path)) ?? 0;
		const strangers = folders.get(folderOf(path)) ?? 0;
		return siblings >= Math.max(SEVERAL, SHARE * strangers) && ids.get(id) === 1;
	});
}

function folderOf(path: string): string {
	return path.slice(0, path.lastIndexOf("/") + 1);
}
