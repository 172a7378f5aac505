import type { TechniqueResolver } from "../attack/technique-resolver";
import { addToGroup } from "../text/add-to-group";
import { parentTechniqueId } from "../text/technique-ids";

/** A note, an actor or something else that names techniques. */
interface Naming {
	/** As it has them, not resolved. */
	readonly techniques: readonly string[];
}

/** Notes, or what else names techniques, by those. */
export interface TechniqueGroups<Note> {
	/** Notes that name a technique itself or, rolled up, one of its sub-techniques; each once, in the order given. */
	of(technique: string, isRolledUp: boolean): readonly Note[];
}

/** Groups notes; one that names a revoked id counts for its successor. */
export function groupByTechnique<Note extends Naming>(
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
		for (const id of own) addToGroup(exact, id, note);
		for (const id of new Set([...own, ...[...own].map(parentTechniqueId)]))
			addToGroup(rolledUp, id, note);
	}
	return {
		of: (technique, isRolledUp) => (isRolledUp ? rolledUp : exact).get(technique) ?? [],
	};
}
