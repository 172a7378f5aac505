import type { AttackActor } from "../model/attack";
import type { TechniqueResolver } from "../attack/technique-resolver";
import { parentTechniqueId } from "../text/technique-ids";
import type { Lens } from "./lens";
import { NOTHING } from "./lens";

/**
 * Shows how many of the chosen groups, campaigns and pieces of software use each technique, as ATT&CK has it; a group's campaigns count
 * as the group. An id that ATT&CK does not have counts for nothing.
 */
export function createActorLens(
	actors: readonly AttackActor[],
	chosen: readonly string[],
	resolver: TechniqueResolver,
): Lens {
	const exact = new Map<string, Set<string>>();
	const rolledUp = new Map<string, Set<string>>();
	for (const id of new Set(chosen)) {
		for (const actor of actors) {
			if (actor.id !== id && !actor.attributedTo.includes(id)) continue;
			for (const named of actor.techniques) {
				const technique = resolver.resolve(named).id;
				add(exact, technique, id);
				for (const each of new Set([technique, parentTechniqueId(technique)]))
					add(rolledUp, each, id);
			}
		}
	}
	return {
		unit: "count",
		steps: [1, 2, 3, 5],
		valueOf(technique, isRolledUp) {
			const users = (isRolledUp ? rolledUp : exact).get(technique);
			return users === undefined ? NOTHING : { amount: users.size, notes: [] };
		},
	};
}

function add(groups: Map<string, Set<string>>, key: string, value: string): void {
	const group = groups.get(key);
	if (group === undefined) groups.set(key, new Set([value]));
	else group.add(value);
}
