import type {
	AttackActor,
	AttackCatalog,
	AttackDomain,
	RetiredTechnique,
	Tactic,
} from "../model/attack";
import { compareCodeUnits } from "../text/compare";
import { ATTACK_DOMAINS } from "./attack-domains";
import { isOpenMove, keepAnswers } from "./open-moves";

/** A technique's place in the matrix. */
export interface KnownTechnique {
	readonly id: string;
	readonly name: string;
	readonly parent: string | null;
	readonly parentName: string | null;
	readonly domain: AttackDomain;
	/** Short names, in the matrix's order. */
	readonly tactics: readonly string[];
}

/** What a vault keeps of ATT&CK beside its notes, so that panels and later imports need no bundle. */
export interface AttackData {
	readonly versions: ReadonlyMap<AttackDomain, string>;
	/** In the matrix's order, enterprise first. */
	readonly tactics: readonly Tactic[];
	/** These three are sorted by id. */
	readonly techniques: readonly KnownTechnique[];
	readonly retired: readonly RetiredTechnique[];
	readonly actors: readonly AttackActor[];
	/** Copyright statements, which every copy has to carry. */
	readonly notices: readonly string[];
}

/** What is known before any bundle was read. */
export const EMPTY_ATTACK_DATA: AttackData = {
	versions: new Map(),
	tactics: [],
	techniques: [],
	retired: [],
	actors: [],
	notices: [],
};

/** Takes from a catalogue what a vault keeps of it. */
export function toAttackData(catalog: AttackCatalog): AttackData {
	const { versions, retired, actors, notices } = catalog;
	return {
		versions,
		tactics: catalog.tactics.map(({ id, shortName, name, domain, order, url }) => ({
			...{ id, shortName, name, domain, order, url },
		})),
		techniques: catalog.techniques.map(({ id, name, parent, parentName, domain, tactics }) => ({
			...{ id, name, parent, parentName, domain },
			tactics: tactics.map(({ shortName }) => shortName),
		})),
		retired,
		actors,
		notices,
	};
}

/**
 * Adds what a new import says to what the vault knew: by id the new wins, and what the new does not mention stays, since a person may
 * import one domain at a time, or one object. What was retired since is no longer active, unless one of several successors is yet to be
 * chosen: until then it stays what it was. What a person answered stays as well.
 */
export function mergeAttackData(known: AttackData, fresh: AttackData): AttackData {
	const techniques = mergeById(known.techniques, fresh.techniques);
	const retired = keepAnswers(known.retired, mergeById(known.retired, fresh.retired));
	const open = new Set(retired.filter(isOpenMove).map(({ id }) => id));
	const gone = new Set(fresh.retired.map(({ id }) => id));
	const back = new Set(fresh.techniques.map(({ id }) => id));
	return {
		versions: new Map([...known.versions, ...fresh.versions]),
		tactics: mergeTactics(known.tactics, fresh.tactics),
		techniques: techniques.filter(({ id }) => back.has(id) || !gone.has(id) || open.has(id)),
		retired: retired.filter(({ id }) => gone.has(id) || !back.has(id)),
		actors: mergeActors(known, fresh),
		notices: fresh.notices.length > 0 ? fresh.notices : known.notices,
	};
}

function mergeById<T extends { readonly id: string }>(
	known: readonly T[],
	fresh: readonly T[],
): T[] {
	const byId = new Map([...known, ...fresh].map((entry) => [entry.id, entry]));
	return [...byId.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
}

/** Tactics that only the vault knew come behind the new ones of their domain. */
function mergeTactics(known: readonly Tactic[], fresh: readonly Tactic[]): Tactic[] {
	const taken = new Set(
		fresh.flatMap(({ id, domain, shortName }) => [id, `${domain} ${shortName}`]),
	);
	const kept = known.filter(
		({ id, domain, shortName }) => !taken.has(id) && !taken.has(`${domain} ${shortName}`),
	);
	return ATTACK_DOMAINS.flatMap((domain) =>
		[...fresh, ...kept]
			.filter((tactic) => tactic.domain === domain)
			.map((tactic, order) => ({ ...tactic, order })),
	);
}

/** A group may use techniques of several domains: those of domains that the new import lacks stay. */
function mergeActors(known: AttackData, fresh: AttackData): AttackActor[] {
	const imported = new Set(fresh.techniques.map(({ domain }) => domain));
	const domainOf = new Map(known.techniques.map(({ id, domain }) => [id, domain]));
	const before = new Map(known.actors.map((actor) => [actor.id, actor]));
	const merged = fresh.actors.map((actor) => {
		const kept = before.get(actor.id)?.techniques.filter((id) => {
			const domain = domainOf.get(id);
			return domain !== undefined && !imported.has(domain);
		});
		const techniques = new Set([...actor.techniques, ...(kept ?? [])]);
		return { ...actor, techniques: [...techniques].sort(compareCodeUnits) };
	});
	return mergeById(known.actors, merged);
}
