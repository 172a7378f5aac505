import type { Progress } from "../../ports/progress";
import type { SourceFile } from "../../ports/source-files";
import type { RuleAnswers } from "./rule-answers";
import type { DraftOrder, RuleDesk, RuleDraft, RuleReading } from "./rule-desk";
import { createRuleDesk } from "./rule-desk";

/** Notes that are being drafted. */
export interface RuleDrafts {
	/** Gives the draft of the order with this number, from 0; each is given once, at best in order. */
	take(order: number): Promise<RuleDraft>;
}

/** Rule files that are being read. */
export interface RuleLane {
	/**
	 * What became of each listed file that is to be read, in order; to be gone through once.
	 *
	 * Ends early where the person stopped the import, and throws where reading here would throw.
	 */
	readonly readings: AsyncIterable<RuleReading>;
	/** Begins to draft notes, and returns at once; to be called once, when all readings are taken. */
	draft(orders: readonly DraftOrder[], answers: RuleAnswers): RuleDrafts;
	/** Lets go of what was taken, whether all is done or not. */
	stop(): Promise<void>;
}

/** Where rule files are read, and their notes drafted, beside the work in hand: on other threads, where a host has them. */
export interface RuleLanes {
	/**
	 * Begins to read listed files, and returns at once; those whose numbers are `known` are not read until one of their notes is to be
	 * drafted. Readings and drafts are the same wherever they were made.
	 */
	begin(files: readonly SourceFile[], progress: Progress, known: ReadonlySet<number>): RuleLane;
}

/** Does nothing elsewhere: a file is read and a note drafted here, once it is asked for. */
export function createInlineLanes(): RuleLanes {
	return {
		begin(files, progress, known) {
			const desk = createRuleDesk(progress);
			return {
				readings: readEach(files, desk, progress, known),
				draft(orders, answers) {
					const draft = desk.openDrafts(answers);
					return { take: (at) => draft(orderAt(orders, at), files) };
				},
				stop: () => Promise.resolve(),
			};
		},
	};
}

/** Gives the order with a number. */
export function orderAt(orders: readonly DraftOrder[], at: number): DraftOrder {
	const order = orders[at];
	if (order === undefined) throw new Error(`there is no order ${at} for a note`);
	return order;
}

async function* readEach(
	files: readonly SourceFile[],
	desk: RuleDesk,
	progress: Progress,
	known: ReadonlySet<number>,
): AsyncGenerator<RuleReading> {
	for (const [unit, file] of files.entries()) {
		if (known.has(unit)) continue;
		const reading = await desk.read(unit, file);
		if (progress.cancelled) return;
		yield reading;
	}
}
