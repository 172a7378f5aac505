import type { RetiredTechnique } from "../model/attack";

/** Whether several techniques took the place of one, and nobody said yet which of them it is. */
export function isOpenMove({ successor, choices }: RetiredTechnique): boolean {
	return successor === null && choices !== undefined;
}

/** Gives retired techniques as bundles state them (`fresh`) with the answers that a person gave before (`known`). */
export function keepAnswers(
	known: readonly RetiredTechnique[],
	fresh: readonly RetiredTechnique[],
): readonly RetiredTechnique[] {
	const answers = new Map(known.flatMap((each) => (each.chosen ? [[each.id, each]] : [])));
	if (answers.size === 0) return fresh;
	return fresh.map((retired) => {
		const answer = answers.get(retired.id);
		return answer === undefined
			? retired
			: { ...retired, successor: answer.successor, chosen: true };
	});
}
