import type { LayerDraft } from "../layers/write-layer";
import type { Lens } from "./lens";
import type { Matrix } from "./matrix";
import { listTechniques } from "./matrix";

/** What a layer says besides its scores, in the words and colours of whoever shows the matrix. */
export interface LayerWords {
	readonly name: string;
	readonly description: string;
	/** One for each step of the lens, `#rrggbb`. */
	readonly colors: readonly string[];
	/** One for each step of the lens. */
	readonly labels: readonly string[];
	/** What a technique's comment says, "" for none. */
	comment(technique: string, amount: number): string;
}

/** Makes a layer of what a lens shows on a matrix; techniques of which there is nothing to say are not in it. */
export function draftLayer(
	matrix: Matrix,
	lens: Lens,
	isRolledUp: boolean,
	words: LayerWords,
): LayerDraft {
	const techniques = listTechniques(matrix).flatMap(({ id }) => {
		const { amount } = lens.valueOf(id, isRolledUp);
		if (amount === null) return [];
		return { id, score: amount, comment: words.comment(id, amount), metadata: [] };
	});
	const least = lens.steps[0] ?? 0;
	const highest = Math.max(lens.steps.at(-1) ?? 0, ...techniques.map(({ score }) => score));
	return {
		name: words.name,
		description: words.description,
		domain: matrix.domain,
		attackVersion: matrix.version,
		techniques,
		bounds: [least, highest > least ? highest : least + 1],
		colors:
			words.colors.length > 1
				? words.colors
				: [...words.colors, ...words.colors, "#ffffff"].slice(0, 2),
		legend: words.labels.map((label, index) => ({
			label,
			color: words.colors[index] ?? "#ffffff",
		})),
	};
}
