import type { RetiredTechnique } from "../model/attack";
import { compareCodeUnits } from "../text/compare";
import type { StixStore } from "./merge-bundles";
import type { Relations } from "./relations";
import type { StixTechnique } from "./stix-records";

/** The techniques of a store, sorted out. */
export interface SortedTechniques {
	/** One for each id, sorted by id. */
	readonly active: readonly StixTechnique[];
	/** Sorted by id; none has the id of an active one. */
	readonly retired: readonly RetiredTechnique[];
	/** Ids that several active objects claim. */
	readonly doubled: readonly string[];
}

/**
 * Parts active techniques from revoked and deprecated ones, and follows `revoked-by` relations to the active successor, over any number
 * of steps. A circle, a missing end and a deprecated end give no successor.
 */
export function resolveRetired(store: StixStore, relations: Relations): SortedTechniques {
	const active = new Map<string, StixTechnique>();
	const doubled = new Set<string>();
	for (const technique of store.of("technique")) {
		if (technique.retired) continue;
		const known = active.get(technique.attackId);
		if (known !== undefined) doubled.add(technique.attackId);
		if (known === undefined || known.modified < technique.modified)
			active.set(technique.attackId, technique);
	}
	const retired = new Map<string, RetiredTechnique>();
	for (const technique of store.of("technique")) {
		if (!technique.retired || active.has(technique.attackId)) continue;
		const successor = findSuccessor(technique.stixId, store, relations);
		if ((retired.get(technique.attackId)?.successor ?? null) !== null) continue;
		const { attackId: id, name, url } = technique;
		retired.set(id, { id, name, successor, url });
	}
	return {
		active: [...active.values()].sort((a, b) => compareCodeUnits(a.attackId, b.attackId)),
		retired: [...retired.values()].sort((a, b) => compareCodeUnits(a.id, b.id)),
		doubled: [...doubled].sort(compareCodeUnits),
	};
}

function findSuccessor(stixId: string, store: StixStore, relations: Relations): string | null {
	const seen = new Set([stixId]);
	// A set is walked in the order of insertion, also while it grows.
	for (const current of seen) {
		const object = store.byId.get(current);
		if (object?.kind === "technique" && !object.retired) return object.attackId;
		for (const relation of relations.from("revoked-by", current)) seen.add(relation.targetRef);
	}
	return null;
}
