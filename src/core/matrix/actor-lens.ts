import type { AttackActor } from "../model/attack";
import type { TechniqueResolver } from "../attack/technique-resolver";
import type { Lens } from "./lens";
import { NOTHING } from "./lens";
import { groupByTechnique } from "./technique-groups";

/**
 * Shows how many of the chosen groups, campaigns and pieces of software use each technique, as ATT&CK has it; a group's campaigns count
 * as the group. An id that ATT&CK does not have counts for nothing.
 */
export function createActorLens(
	actors: readonly AttackActor[],
	chosen: readonly string[],
	resolver: TechniqueResolver,
): Lens {
	const users = [...new Set(chosen)].map((id) => ({
		techniques: actors
			.filter((actor) => actor.id === id || actor.attributedTo.includes(id))
			.flatMap(({ techniques }) => techniques),
	}));
	const groups = groupByTechnique(users, resolver);
	return {
		unit: "count",
		steps: [1, 2, 3, 5],
		valueOf(technique, isRolledUp) {
			const amount = groups.of(technique, isRolledUp).length;
			return amount === 0 ? NOTHING : { amount, notes: [] };
		},
	};
}
