import type { AttackActor, AttackUse } from "../model/attack";
import { compareCodeUnits } from "../text/compare";
import type { StixStore } from "./merge-bundles";
import type { Relations } from "./relations";
import type { StixActor, StixRelationship, StixTechnique } from "./stix-records";

/** What mitigates a technique, and who uses it. */
export interface Uses {
	/** Sorted by id. */
	readonly mitigations: readonly AttackUse[];
	/** Sorted by name without case, as are the others. */
	readonly groups: readonly AttackUse[];
	readonly software: readonly AttackUse[];
	readonly campaigns: readonly AttackUse[];
}

/** Finds the `mitigates` and `uses` relations that lead to a technique from objects that are still active. */
export function findUses(technique: StixTechnique, store: StixStore, relations: Relations): Uses {
	const used = { mitigation: [], group: [], software: [], campaign: [] } as Record<
		StixActor["kind"],
		AttackUse[]
	>;
	for (const type of ["mitigates", "uses"] as const) {
		for (const relation of relations.to(type, technique.stixId)) {
			const source = activeActor(relation.sourceRef, store);
			if (source !== undefined) used[source.kind].push(toUse(source, relation));
		}
	}
	return {
		mitigations: used.mitigation.sort((a, b) => compareCodeUnits(a.id, b.id)),
		groups: sortByName(used.group),
		software: sortByName(used.software),
		campaigns: sortByName(used.campaign),
	};
}

/**
 * Gives the groups, software and campaigns with the techniques they use, sorted by id; ones without an ATT&CK id are left out.
 * `activeIds` are the ATT&CK ids of techniques by their STIX ids.
 */
export function findActors(
	store: StixStore,
	relations: Relations,
	activeIds: ReadonlyMap<string, string>,
): AttackActor[] {
	const actors: AttackActor[] = [];
	for (const kind of ["group", "software", "campaign"] as const) {
		for (const actor of store.of(kind)) {
			if (actor.retired || actor.attackId === "") continue;
			const { attackId: id, name, aliases, url } = actor;
			const techniques: string[] = [];
			for (const { targetRef } of relations.from("uses", actor.stixId)) {
				const technique = activeIds.get(targetRef);
				if (technique !== undefined) techniques.push(technique);
			}
			const groups = relations
				.from("attributed-to", actor.stixId)
				.flatMap((relation) => activeActor(relation.targetRef, store)?.attackId ?? []);
			actors.push({
				kind,
				id,
				name,
				aliases,
				url,
				techniques: sortUnique(techniques),
				attributedTo: sortUnique(groups),
			});
		}
	}
	return actors.sort((a, b) => compareCodeUnits(a.id, b.id));
}

function activeActor(ref: string, store: StixStore): StixActor | undefined {
	const record = store.byId.get(ref);
	if (record === undefined || record.retired) return undefined;
	switch (record.kind) {
		case "mitigation":
		case "group":
		case "software":
		case "campaign":
			return record;
		default:
			return undefined;
	}
}

function toUse(actor: StixActor, { description, citations }: StixRelationship): AttackUse {
	return { id: actor.attackId, name: actor.name, url: actor.url, description, citations };
}

function sortByName(uses: readonly AttackUse[]): AttackUse[] {
	const keyed = uses.map((use) => ({ key: `${use.name.toLowerCase()} ${use.id}`, use }));
	return keyed.sort((a, b) => compareCodeUnits(a.key, b.key)).map(({ use }) => use);
}

function sortUnique(ids: readonly string[]): string[] {
	return [...new Set(ids)].sort(compareCodeUnits);
}
