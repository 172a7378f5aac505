import type { TechniqueResolver } from "../attack/technique-resolver";
import type { TechniqueEntry } from "../library/library-entry";
import type { VaultLibrary } from "../library/vault-library";

/** A technique under the names that people know it by. */
export interface NamedTechnique {
	/** The id in use today. */
	readonly id: string;
	/** The id itself where neither a note nor ATT&CK's data of the vault has a name. */
	readonly name: string;
	/** Display names. */
	readonly tactics: readonly string[];
	/** Undefined where the vault has no note of it. */
	readonly note: TechniqueEntry | undefined;
}

/** What techniques are named from. */
export interface TechniqueNames {
	readonly library: VaultLibrary;
	readonly resolver: TechniqueResolver;
}

/** Names the technique that an id means today; what a note states goes before ATT&CK's data. */
export function nameTechnique(
	{ library, resolver }: TechniqueNames,
	asked: string,
): NamedTechnique {
	const { id } = resolver.resolve(asked);
	const note = library.technique(id);
	const known = resolver.find(id);
	const stated = note?.tactics ?? [];
	return {
		id,
		note,
		name: note?.name ?? known?.name ?? id,
		tactics:
			stated.length > 0 ? stated : (known?.tactics ?? []).map((word) => resolver.tacticName(word)),
	};
}

/** Whether a technique id means anything in the vault: ATT&CK's data knows it, or a note is about it. */
export function isKnownTechnique({ library, resolver }: TechniqueNames, id: string): boolean {
	return resolver.resolve(id).known || library.technique(id) !== undefined;
}
