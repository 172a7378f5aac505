import type { AttackData, KnownTechnique } from "../../../src/core/attack/attack-data";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import type { TechniqueEntry } from "../../../src/core/library/library-entry";

/** A technique of the enterprise domain, named by its id. */
export function buildTechnique(
	id: string,
	tactics: readonly string[],
	part: Partial<KnownTechnique> = {},
): KnownTechnique {
	const parent = id.includes(".") ? (id.split(".")[0] ?? null) : null;
	return {
		...{ id, name: `Name of ${id}`, parent, parentName: parent, domain: "enterprise" },
		tactics,
		...part,
	};
}

/** ATT&CK with two tactics of the enterprise domain, in this order: `reach`, `access`. */
export function buildAttack(techniques: readonly KnownTechnique[]): AttackData {
	const tactic = (id: string, shortName: string, order: number) => ({
		...{ id, shortName, name: `Tactic ${shortName}`, domain: "enterprise" as const },
		...{ order, url: null },
	});
	return {
		...EMPTY_ATTACK_DATA,
		versions: new Map([["enterprise", "18.1"]]),
		tactics: [tactic("TA0002", "reach", 0), tactic("TA0001", "access", 1)],
		techniques,
	};
}

/** A technique note. */
export function buildNote(id: string, part: Partial<TechniqueEntry> = {}): TechniqueEntry {
	return {
		...{ kind: "technique", id, name: id, path: `Techniques/${id}.md` },
		...{ tactics: [], platforms: [] },
		...part,
	};
}
