import type { TechniqueResolver } from "../attack/technique-resolver";
import { parentTechniqueId } from "../text/technique-ids";

/** A note that names techniques. */
interface NamingNote {
	readonly path: string;
	/** As the note has them, not resolved. */
	readonly techniques: readonly string[];
}

/** Notes by the techniques they name. */
export interface TechniqueGroups<Note> {
	/** Notes that name a technique itself or, rolled up, one of its sub-techniques; each once, in the order given. */
	of(technique: string, isRolledUp: boolean): readonly Note[];
}

/** Groups notes; one that names a revoked id counts for its successor. */
export function groupByTechnique<Note extends NamingNote>(
	notes: Iterable<Note>,
	resolver: TechniqueResolver,
): TechniqueGroups<Note> {
	const exact = new Map<string, Note[]>();
	const rolledUp = new Map<string, Note[]>();
	const known = new Map<string, string>();
	const resolve = (named: string): string => {
		const before = known.get(named);
		if (before !== undefined) return before;
		const { id } = resolver.resolve(named);
		known.set(named, id);
		return id;
	};
	for (const note of notes) {
		const own = new Set(note.techniques.map(resolve));
		for (const id of own) add(exact, id, note);
		for (const id of new Set([...own, ...[...own].map(parentTechniqueId)])) add(rolledUp, id, note);
	}
	return {
		of: (technique, isRolledUp) => (isRolledUp ? rolledUp : exact).get(technique) ?? [],
	};
}

function add<Note>(groups: Map<string, Note[]>, key: string, note: Note): void {
	const group = groups.get(key);
	if (group === undefined) groups.set(key, [note]);
	else group.push(note);
}
