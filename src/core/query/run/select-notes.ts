import type { IndexedNote } from "../../index/indexed-note";
import type { NoteLookup } from "../../index/note-index";
import { comparePaths } from "../../index/paths";
import type { Source } from "../parse/ast";
import { HOMES } from "../records/list-records";
import type { PlanTrace } from "./plan-trace";
import { countWord } from "./plan-trace";

/** The notes that a source names, or why it names none. */
export type Selection =
	| { readonly ok: true; readonly notes: readonly IndexedNote[] }
	| { readonly ok: false; readonly message: string; readonly source: Source };

/** Notes that may be meant, and which of them are; `size` is an estimate of how many they are. */
interface Candidates {
	readonly size: number;
	/** What they are found by. */
	readonly how: string;
	notes(): Iterable<IndexedNote>;
	has(note: IndexedNote): boolean;
}

/** What sources are looked up in; `trace` where somebody asks how. */
interface Place {
	readonly lookup: NoteLookup;
	readonly origin: string;
	readonly trace: PlanTrace | undefined;
}

class SourceFailure extends Error {
	readonly source: Source;
	constructor(message: string, source: Source) {
		super(message);
		this.source = source;
	}
}

/** Gives the notes of a source in code-unit order of their paths; all where there is no source. The smaller side of an `and` is gone through. */
export function selectNotes(
	source: Source | null,
	lookup: NoteLookup,
	origin: string,
	trace?: PlanTrace,
): Selection {
	if (source === null) {
		trace?.name("all notes", "goes through every note", lookup.size);
		return { ok: true, notes: lookup.notes() };
	}
	try {
		const found = candidatesOf(source, { lookup, origin, trace });
		const notes = [...found.notes()];
		return { ok: true, notes: notes.sort((a, b) => comparePaths(a.path, b.path)) };
	} catch (error) {
		if (!(error instanceof SourceFailure)) throw error;
		return { ok: false, message: error.message, source: error.source };
	}
}

function candidatesOf(source: Source, place: Place): Candidates {
	const found = findCandidates(source, place);
	if (place.trace !== undefined) {
		const size = [...found.notes()].length;
		const estimate = found.size === size ? "" : `; estimated ${countWord(found.size, "note")}`;
		place.trace.add(source.span, `${found.how}${estimate}`, size);
	}
	return found;
}

function findCandidates(source: Source, place: Place): Candidates {
	const { lookup, origin } = place;
	switch (source.type) {
		case "folder":
			return folderCandidates(source.path, lookup);
		case "tag":
			return fromSet(lookup.tagged(source.tag), "tag index");
		case "link":
			return fromPaths(linkedPaths(source, lookup, origin), lookup);
		case "csv":
			throw new SourceFailure("csv() is no source here: only notes can be queried", source);
		case "kind":
			return fromSet(lookup.ofKind(source.kind), "index of kinds of notes");
		case "records": {
			const kind = HOMES[source.records];
			return fromSet(lookup.ofKind(kind), `index of kinds of notes: each ${kind} may hold some`);
		}
		case "not":
			return complement(candidatesOf(source.source, place), lookup);
		case "and":
		case "or": {
			const left = candidatesOf(source.left, place);
			const right = candidatesOf(source.right, place);
			return source.type === "and" ? intersection(left, right) : union(left, right);
		}
	}
}

/** A folder is preferred to a note of the same name; `/` is the vault. */
function folderCandidates(path: string, lookup: NoteLookup): Candidates {
	if (path === "" || path === "/") {
		const notes = lookup.notes();
		return { size: notes.length, how: "every note", notes: () => notes, has: () => true };
	}
	const size = lookup.countInFolder(path);
	if (size > 0) {
		const start = `${path}/`;
		return {
			size,
			how: "folder counts and the order of paths",
			// The notes themselves are looked up only where nothing else narrows them down.
			notes: () => lookup.inFolder(path),
			has: (note) => note.path.startsWith(start),
		};
	}
	const note = lookup.note(path) ?? lookup.note(`${path}.md`);
	return fromSet(new Set(note === undefined ? [] : [note]), "path");
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
	return fromSet(new Set(paths.flatMap((path) => lookup.note(path) ?? [])), "link index");
}

function fromSet(notes: ReadonlySet<IndexedNote>, how: string): Candidates {
	return { size: notes.size, how, notes: () => notes, has: (note) => notes.has(note) };
}

function complement(of: Candidates, lookup: NoteLookup): Candidates {
	return {
		size: lookup.size - of.size,
		how: "every note but those",
		notes: () => lookup.notes().filter((note) => !of.has(note)),
		has: (note) => !of.has(note),
	};
}

function intersection(left: Candidates, right: Candidates): Candidates {
	const isLeft = left.size <= right.size;
	const [small, large] = isLeft ? [left, right] : [right, left];
	const sides = isLeft ? ["left", "right"] : ["right", "left"];
	return {
		size: small.size,
		how: `goes through the ${sides[0] ?? ""} side (${small.size}) and tests each in the ${sides[1] ?? ""} side (${large.size})`,
		notes: () => [...small.notes()].filter((note) => large.has(note)),
		has: (note) => left.has(note) && right.has(note),
	};
}

function union(left: Candidates, right: Candidates): Candidates {
	return {
		size: left.size + right.size,
		how: "goes through both sides, each note once",
		notes: () => new Set([...left.notes(), ...right.notes()]),
		has: (note) => left.has(note) || right.has(note),
	};
}
