import type { AttackData } from "../attack/attack-data";
import type { NoteLookup } from "../index/note-index";
import { compareCodeUnits } from "../text/compare";
import { parentTechniqueId } from "../text/technique-ids";
import type { TechniqueNames } from "./name-technique";
import { nameTechnique } from "./name-technique";

/** A technique that a person may look for. */
export interface FindableTechnique {
	readonly id: string;
	/** Its own name, without its parent's. */
	readonly name: string;
	/** Name of the technique it lies below, null where it lies below none. */
	readonly parentName: string | null;
	/** Other names: those of its note, and ids that were revoked in its favour. */
	readonly aliases: readonly string[];
	/** Display names. */
	readonly tactics: readonly string[];
	/** Path of its note, null where it was not imported. */
	readonly path: string | null;
	/** Rules that name it or one of its sub-techniques, each once. */
	readonly rules: number;
	/** Atomic tests in its runbooks and those of its sub-techniques. */
	readonly tests: number;
}

/** Lists the techniques that ATT&CK's data or a note of the vault knows, by id; revoked ones are found under their successor. */
export function listTechniques(
	names: TechniqueNames,
	attack: Pick<AttackData, "techniques" | "retired">,
	notes: Pick<NoteLookup, "note">,
): readonly FindableTechnique[] {
	const { library, resolver } = names;
	const former = new Map<string, string[]>();
	for (const { id } of attack.retired) {
		const now = resolver.resolve(id).id;
		if (now !== id) former.set(now, [...(former.get(now) ?? []), id]);
	}
	const rules = gather(names, library.rulesByTechnique());
	const runbooks = gather(names, library.runbooksByTechnique());
	const ids = new Set([...attack.techniques.map(({ id }) => id), ...library.techniques]);
	return [...ids].sort(compareCodeUnits).map((id) => {
		const { name, tactics } = nameTechnique(names, id);
		// A revoked technique's note may still stand.
		const own = library.technique(id);
		const aliases = own === undefined ? [] : (notes.note(own.path)?.record.aliases ?? []);
		return {
			...{ id, tactics, aliases: [...aliases, ...(former.get(id) ?? [])] },
			name: own?.name ?? name,
			parentName: parentNameOf(names, id),
			path: own?.path ?? null,
			rules: rules.get(id)?.size ?? 0,
			tests: [...(runbooks.get(id) ?? [])].reduce((sum, { tests }) => sum + tests, 0),
		};
	});
}

function parentNameOf(names: TechniqueNames, id: string): string | null {
	const parent = parentTechniqueId(id);
	if (parent === id) return null;
	const { name } = nameTechnique(names, parent);
	return name === parent ? null : name;
}

/** Entries by the technique that an id means today, and by its parent. */
function gather<T>(
	{ resolver }: TechniqueNames,
	groups: Iterable<readonly [string, ReadonlySet<T>]>,
): ReadonlyMap<string, ReadonlySet<T>> {
	const gathered = new Map<string, Set<T>>();
	for (const [named, entries] of groups) {
		const { id } = resolver.resolve(named);
		for (const key of new Set([id, parentTechniqueId(id)])) {
			const group = gathered.get(key) ?? new Set();
			for (const entry of entries) group.add(entry);
			gathered.set(key, group);
		}
	}
	return gathered;
}
