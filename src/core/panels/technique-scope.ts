import type { TechniqueResolver } from "../attack/technique-resolver";

/** Whether a technique that a note names, in ATT&CK's spelling, belongs to the one that is asked for. */
export type TechniqueScope = (technique: string) => boolean;

/**
 * Makes the scope of a technique: itself and, unless `isExact`, its sub-techniques; a revoked id that a rule still names counts as its
 * successor.
 */
export function createTechniqueScope(
	id: string,
	isExact: boolean,
	resolver: TechniqueResolver,
): TechniqueScope {
	const covers = (technique: string): boolean =>
		technique === id || (!isExact && technique.startsWith(`${id}.`));
	return (technique) => covers(technique) || covers(resolver.resolve(technique).id);
}
