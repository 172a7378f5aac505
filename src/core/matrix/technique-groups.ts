import type { TechniqueResolver } from "../attack/technique-resolver";
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
	const known = new Map<string, readonly Note[][]>();
	const findGroups = (named: string): readonly Note[][] => {
		const { id } = resolver.resolve(named);
		const parent = parentTechniqueId(id);
		const groups = [groupAt(exact, id), groupAt(rolledUp, id)];
		if (parent !== id) groups.push(groupAt(rolledUp, parent));
		known.set(named, groups);
		return groups;
	};
	for (const note of notes) {
		for (const named of note.techniques) {
			for (const group of known.get(named) ?? findGroups(named))
				if (group[group.length - 1] !== note) group.push(note);
		}
	}
	return {
		of: (technique, isRolledUp) => (isRolledUp ? rolledUp : exact).get(technique) ?? [],
	};
}

function groupAt<Note>(groups: Map<string, Note[]>, id: string): Note[] {
	const group = groups.get(id) ?? [];
	groups.set(id, group);
	return group;
}
