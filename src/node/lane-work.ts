import type { FoundFile } from "./file-sources";

/** What a reading thread is given as its `workerData`. */
export interface LaneWork {
	/** Known among whatever else might start the program as a thread. */
	readonly task: "read-rules";
	readonly batches: readonly (readonly FoundFile[])[];
	/** A number for each batch, in memory that all threads share: `FREE`, `DONE` or the lane that reads it. */
	readonly claims: Int32Array;
	/** The thread's own number, from 1. */
	readonly lane: number;
}

/** What a reading thread posts for each batch it has read. */
export interface LaneResult<Outcome> {
	readonly batch: number;
	readonly outcomes: readonly Outcome[];
}

/** A batch that nobody has taken. */
export const FREE = 0;
/** A batch whose outcomes have arrived. */
export const DONE = -1;

/** Takes a batch if it is free. Of several threads that try, one gets it. */
export function claimBatch(claims: Int32Array, batch: number, lane: number): boolean {
	return Atomics.compareExchange(claims, batch, FREE, lane) === FREE;
}

/** Whether a thread's `workerData` is a reading thread's. */
export function isLaneWork(data: unknown): data is LaneWork {
	return typeof data === "object" && data !== null && "task" in data && data.task === "read-rules";
}
