import type { RuleAnswers } from "../core/ingest/rules/rule-answers";
import type { DraftOrder, RuleDraft, RuleReading } from "../core/ingest/rules/rule-desk";
import type { Batch } from "./batch-files";

/** What a rule thread is given as its `workerData`. */
export interface LaneWork {
	/** Known among whatever else might start the program as a thread. */
	readonly task: "rules";
	readonly batches: readonly Batch[];
	/** A number for each batch, in memory that all threads share: `FREE`, `DONE` or the lane that reads it. */
	readonly claims: Int32Array;
	/** The thread's own number, from 1. */
	readonly lane: number;
}

/** An order with its number. */
export type NumberedOrder = readonly [number: number, order: DraftOrder];

/** What a rule thread is sent once all files are read: the notes to draft. */
export interface LaneOrders {
	readonly orders: readonly NumberedOrder[];
	readonly answers: RuleAnswers;
}

/** What a rule thread posts: a batch it has read, file by file, or some drafts it has made, by the orders' numbers. */
export type LaneResult =
	| { readonly batch: number; readonly readings: readonly RuleReading[] }
	| { readonly drafts: readonly (readonly [number: number, draft: RuleDraft])[] };

/** A batch that nobody has taken. */
export const FREE = 0;
/** A batch whose outcomes have arrived. */
export const DONE = -1;

/** Takes a batch if it is free. Of several threads that try, one gets it. */
export function claimBatch(claims: Int32Array, batch: number, lane: number): boolean {
	return Atomics.compareExchange(claims, batch, FREE, lane) === FREE;
}

/** Whether a thread's `workerData` is a rule thread's. */
export function isLaneWork(data: unknown): data is LaneWork {
	return typeof data === "object" && data !== null && "task" in data && data.task === "rules";
}
