import type { Hint, TableOutcome } from "../outcome";
import type { Span } from "../parse/ast";

/** What `EXPLAIN` gathers while a query runs: its steps in their order. */
export interface PlanTrace {
	/** Notes a step: what it is in the query's text, how it is done, and how many rows it leaves. */
	add(span: Span, how: string, rows: number): void;
	/** The same of a step that is no stretch of the text. */
	name(step: string, how: string, rows: number): void;
}

/** Starts with no steps. */
export function createPlanTrace(text: string): PlanTrace & {
	/** The steps as a table, with the hints that the query gave. */
	readonly outcome: (hints: readonly Hint[] | undefined) => TableOutcome;
} {
	const steps: (readonly [step: string, how: string, rows: number])[] = [];
	return {
		add: ({ start, end }, how, rows) => {
			steps.push([text.slice(start, end).replace(/\s+/g, " ").trim(), how, rows]);
		},
		name: (step, how, rows) => {
			steps.push([step, how, rows]);
		},
		outcome: (hints) => ({
			type: "table",
			columns: ["step", "how", "rows"],
			rows: steps,
			failed: [],
			...(hints === undefined ? {} : { hints }),
		}),
	};
}

/** A number with the word it counts: `1 note`, `2 notes`. */
export function countWord(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? "" : "s"}`;
}
