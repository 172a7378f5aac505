import type { AttackData, KnownTechnique } from "../attack/attack-data";
import { foldTactic } from "../attack/fold-tactic";
import type { AttackDomain, Tactic } from "../model/attack";
import type { TechniqueEntry } from "../library/library-entry";
import { compareCodeUnits } from "../text/compare";
import { parentTechniqueId } from "../text/technique-ids";

/**
 * Adds the vault's own techniques to what is known of ATT&CK: notes whose id no import brought, be it a person's technique or a vault
 * that has had no import yet.
 *
 * Such a note stands under the tactics that it names; a tactic that nobody knows becomes a last column of the enterprise domain, by name.
 */
export function placeNotes(data: AttackData, notes: Iterable<TechniqueEntry>): AttackData {
	const known = new Set([...data.techniques, ...data.retired].map(({ id }) => id));
	const own = [...notes].filter(({ id }) => !known.has(id));
	if (own.length === 0) return data;
	const domains = new Map(data.techniques.map(({ id, domain }) => [id, domain]));
	const placed = new Map(own.map((note) => [note.id, note]));
	const parentName = (id: string): string | null =>
		placed.get(id)?.name ?? data.techniques.find((technique) => technique.id === id)?.name ?? null;
	const tactics = new TacticNames(data.tactics);
	const techniques = [...placed.values()].map(({ id, name, tactics: named }): KnownTechnique => {
		const parentId = parentTechniqueId(id);
		const parent =
			parentId !== id && (placed.has(parentId) || known.has(parentId)) ? parentId : null;
		const domain = domains.get(parentId) ?? "enterprise";
		return {
			...{ id, parent, domain },
			name: parent === null ? name : withoutParent(name, parentName(parent)),
			parentName: parent === null ? null : parentName(parent),
			tactics: named.map((tactic) => tactics.shortNameOf(tactic, domain)),
		};
	});
	return {
		...data,
		tactics: [...data.tactics, ...tactics.added()],
		techniques: [...data.techniques, ...techniques].sort((a, b) => compareCodeUnits(a.id, b.id)),
	};
}

/** `Remote Services: SSH` in a note is `SSH` below its parent. */
function withoutParent(name: string, parent: string | null): string {
	if (parent === null || !name.startsWith(parent)) return name;
	const rest = name.slice(parent.length).replace(/^\s*[:-]\s*/, "");
	return rest === "" ? name : rest;
}

class TacticNames {
	readonly #known = new Map<string, string>();
	readonly #added = new Map<string, Tactic>();

	constructor(tactics: readonly Tactic[]) {
		for (const { domain, id, name, shortName } of tactics) {
			for (const word of [id, name, shortName]) {
				const key = keyOf(word, domain);
				if (!this.#known.has(key)) this.#known.set(key, shortName);
			}
		}
	}

	shortNameOf(tactic: string, domain: AttackDomain): string {
		const key = keyOf(tactic, domain);
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const shortName = foldTactic(tactic);
		this.#known.set(key, shortName);
		this.#added.set(key, { id: "", shortName, name: tactic, domain, order: 0, url: null });
		return shortName;
	}

	/** By name, behind all that ATT&CK has. */
	added(): readonly Tactic[] {
		return [...this.#added.values()]
			.sort((a, b) => compareCodeUnits(a.name, b.name))
			.map((tactic, index) => ({ ...tactic, order: 1000 + index }));
	}
}

function keyOf(tactic: string, domain: AttackDomain): string {
	return `${domain} ${foldTactic(tactic)}`;
}
