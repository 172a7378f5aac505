import type { IndexedNote } from "../../index/indexed-note";
import type { NoteLookup } from "../../index/note-index";
import { comparePaths } from "../../index/paths";
import type { Source } from "../parse/ast";

/** The notes that a source names, or why it names none. */
export type Selection =
	| { readonly ok: true; readonly notes: readonly IndexedNote[] }
	| { readonly ok: false; readonly message: string; readonly source: Source };

/** Notes that may be meant, and which of them are; `size` is an estimate of how many they are. */
interface Candidates {
	readonly size: number;
	notes(): Iterable<IndexedNote>;
	has(note: IndexedNote): boolean;
}

class SourceFailure extends Error {
	readonly source: Source;
	constructor(message: string, source: Source) {
		super(message);
		this.source = source;
	}
}

/** Gives the notes of a source in code-unit order of their paths; all where there is no source. The smaller side of an `and` is gone through. */
export function selectNotes(source: Source | null, lookup: NoteLookup, origin: string): Selection {
	if (source === null) return { ok: true, notes: lookup.notes() };
	try {
		const found = candidatesOf(source, lookup, origin);
		const notes = [...found.notes()];
		return { ok: true, notes: notes.sort((a, b) => comparePaths(a.path, b.path)) };
	} catch (error) {
		if (!(error instanceof SourceFailure)) throw error;
		return { ok: false, message: error.message, source: error.source };
	}
}

function candidatesOf(source: Source, lookup: NoteLookup, origin: string): Candidates {
	switch (source.type) {
		case "folder":
			return folderCandidates(source.path, lookup);
		case "tag":
			return fromSet(lookup.tagged(source.tag));
		case "link":
			return fromPaths(linkedPaths(source, lookup, origin), lookup);
		case "csv":
			throw new SourceFailure("csv() is no source here: only notes can be queried", source);
		case "not":
			return complement(candidatesOf(source.source, lookup, origin), lookup);
		case "and":
		case "or": {
			const left = candidatesOf(source.left, lookup, origin);
			const right = candidatesOf(source.right, lookup, origin);
			return source.type === "and" ? intersection(left, right) : union(left, right);
		}
	}
}

/** A folder is preferred to a note of the same name; `/` is the vault. */
function folderCandidates(path: string, lookup: NoteLookup): Candidates {
	if (path === "" || path === "/") {
		const notes = lookup.notes();
		return { size: notes.length, notes: () => notes, has: () => true };
	}
	const size = lookup.countInFolder(path);
	if (size > 0) {
		const start = `${path}/`;
		// The notes themselves are looked up only where nothing else narrows them down.
		const notes = (): Iterable<IndexedNote> => lookup.inFolder(path);
		return { size, notes, has: (note) => note.path.startsWith(start) };
	}
	const note = lookup.note(path) ?? lookup.note(`${path}.md`);
	return fromSet(new Set(note === undefined ? [] : [note]));
}

/** What links to or from a note; for a link that leads nowhere, in either direction, the notes that have it. */
function linkedPaths(
	source: Source & { readonly type: "link" },
	lookup: NoteLookup,
	origin: string,
): readonly string[] {
	const note = lookup.resolve(source.target, origin);
	if (note === undefined) return lookup.linksToNowhere(source.target);
	return source.direction === "incoming" ? lookup.linksTo(note.path) : lookup.linksFrom(note.path);
}

function fromPaths(paths: readonly string[], lookup: NoteLookup): Candidates {
	return fromSet(new Set(paths.flatMap((path) => lookup.note(path) ?? [])));
}

function fromSet(notes: ReadonlySet<IndexedNote>): Candidates {
	return { size: notes.size, notes: () => notes, has: (note) => notes.has(note) };
}

function complement(of: Candidates, lookup: NoteLookup): Candidates {
	return {
		size: lookup.size - of.size,
		notes: () => lookup.notes().filter((note) => !of.has(note)),
		has: (note) => !of.has(note),
	};
}

function intersection(left: Candidates, right: Candidates): Candidates {
	const [small, large] = left.size <= right.size ? [left, right] : [right, left];
	return {
		size: small.size,
		notes: () => [...small.notes()].filter((note) => large.has(note)),
		has: (note) => left.has(note) && right.has(note),
	};
}

function union(left: Candidates, right: Candidates): Candidates {
	return {
		size: left.size + right.size,
		notes: () => new Set([...left.notes(), ...right.notes()]),
		has: (note) => left.has(note) || right.has(note),
	};
}
