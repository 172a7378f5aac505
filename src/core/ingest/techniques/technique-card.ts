import type { AttackDomain, Technique } from "../../model/attack";
import { techniqueBaseName } from "../../notes/technique/technique-title";

/** What naming a technique's note needs of it. */
export interface TechniqueCard {
	readonly id: string;
	readonly baseName: string;
	readonly domain: AttackDomain;
}

/** Makes a technique's card. */
export function describeTechniqueCard(technique: Technique): TechniqueCard {
	const { id, domain } = technique;
	return { id, baseName: techniqueBaseName(technique), domain };
}
