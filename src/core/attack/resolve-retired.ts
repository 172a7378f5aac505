import type { RetiredTechnique } from "../model/attack";
import { compareCodeUnits } from "../text/compare";
import { parentTechniqueId } from "../text/technique-ids";
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
 *
 * Where the relations lead to several techniques, these are the choices. So are the parents under which the sub-techniques of one without
 * a successor went, where they are several.
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
		const known = retired.get(technique.attackId);
		if ((known?.successor ?? null) !== null || known?.choices !== undefined) continue;
		const { attackId: id, name, url } = technique;
		retired.set(id, { id, name, ...findSuccessor(technique, store, relations), url });
	}
	addSplits(retired, active);
	return {
		active: [...active.values()].sort((a, b) => compareCodeUnits(a.attackId, b.attackId)),
		retired: [...retired.values()].sort((a, b) => compareCodeUnits(a.id, b.id)),
		doubled: [...doubled].sort(compareCodeUnits),
	};
}

function findSuccessor(
	start: StixTechnique,
	store: StixStore,
	relations: Relations,
): Pick<RetiredTechnique, "successor" | "choices"> {
	const seen = new Set<string>();
	let current = start;
	while (!seen.has(current.stixId)) {
		seen.add(current.stixId);
		const ends = listEnds(current, store, relations);
		if (ends.length <= 1) return { successor: ends[0] ?? null };
		const [next, ...others] = relations.from("revoked-by", current.stixId);
		const object = next === undefined ? undefined : store.byId.get(next.targetRef);
		// The same question is asked once, of the technique at which the way parts.
		if (others.length > 0 || object?.kind !== "technique") {
			return current.attackId === start.attackId
				? { successor: null, choices: ends }
				: { successor: current.attackId };
		}
		current = object;
	}
	return { successor: null };
}

/** Lists the active techniques to which `revoked-by` relations lead, sorted by id. */
function listEnds(start: StixTechnique, store: StixStore, relations: Relations): readonly string[] {
	const seen = new Set([start.stixId]);
	const ends = new Set<string>();
	// A set is walked in the order of insertion, also while it grows.
	for (const current of seen) {
		const object = store.byId.get(current);
		if (object?.kind === "technique" && !object.retired) ends.add(object.attackId);
		else for (const { targetRef } of relations.from("revoked-by", current)) seen.add(targetRef);
	}
	return [...ends].sort(compareCodeUnits);
}

/** Gives the choices of those whose sub-techniques went under several parents while nothing says what became of themselves. */
function addSplits(
	retired: Map<string, RetiredTechnique>,
	active: ReadonlyMap<string, unknown>,
): void {
	const parents = new Map<string, Set<string>>();
	for (const { id, successor } of retired.values()) {
		const parent = parentTechniqueId(id);
		if (parent === id || successor === null || !retired.has(parent)) continue;
		const heir = parentTechniqueId(successor);
		if (!active.has(heir)) continue;
		const heirs = parents.get(parent);
		if (heirs === undefined) parents.set(parent, new Set([heir]));
		else heirs.add(heir);
	}
	for (const [id, heirs] of parents) {
		const parent = retired.get(id);
		if (parent?.successor !== null || parent.choices !== undefined || heirs.size < 2) continue;
		retired.set(id, { ...parent, choices: [...heirs].sort(compareCodeUnits) });
	}
}
