import type { TechniqueResolver } from "../attack/technique-resolver";
import type { Layer } from "../layers/layer";
import { parentTechniqueId } from "../text/technique-ids";
import type { Lens } from "./lens";
import { NOTHING } from "./lens";

/** Steps between the ends of a layer's scores. */
const STEPS = 5;

/**
 * Shows a layer's scores: under several tactics the highest, of a technique with its sub-techniques likewise. In a layer without scores
 * each technique that is coloured or commented has a 1. What the layer switches off has nothing.
 */
export function createLayerLens(layer: Layer, resolver: TechniqueResolver): Lens {
	const isScored = layer.techniques.some(({ score }) => score !== null);
	const exact = new Map<string, number>();
	const rolledUp = new Map<string, number>();
	for (const { id, score, color, comment, isEnabled } of layer.techniques) {
		const amount = isScored ? score : color !== null || comment !== "" ? 1 : null;
		if (!isEnabled || amount === null) continue;
		const technique = resolver.resolve(id).id;
		raise(exact, technique, amount);
		for (const each of new Set([technique, parentTechniqueId(technique)]))
			raise(rolledUp, each, amount);
	}
	const isWhole = [...layer.bounds, ...exact.values()].every(Number.isInteger);
	return {
		unit: "score",
		steps: isScored ? stepsBetween(layer.bounds, isWhole) : [1],
		isWhole,
		valueOf(technique, isRolledUp) {
			const amount = (isRolledUp ? rolledUp : exact).get(technique);
			return amount === undefined ? NOTHING : { amount, notes: [] };
		},
	};
}

function raise(scores: Map<string, number>, technique: string, amount: number): void {
	scores.set(technique, Math.max(amount, scores.get(technique) ?? -Infinity));
}

function stepsBetween([least, most]: Layer["bounds"], isWhole: boolean): readonly number[] {
	const steps = Array.from(
		{ length: STEPS },
		(_, index) => least + ((most - least) * index) / STEPS,
	);
	return isWhole ? [...new Set(steps.map(Math.ceil))] : steps;
}
