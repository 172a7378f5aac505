import type { TechniqueResolver } from "../attack/technique-resolver";
import { techniqueBaseName } from "../notes/technique/technique-title";

/** Gives what the note of the technique that an id means today would be called, undefined where the id is not known. */
export function nameTechniqueNote(
	resolver: Pick<TechniqueResolver, "find">,
	id: string,
): string | undefined {
	const technique = resolver.find(id);
	return technique && techniqueBaseName(technique);
}
