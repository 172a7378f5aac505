import { Worker } from "node:worker_threads";
import type { FoundFile } from "./file-sources";
import type { LaneResult, LaneWork } from "./lane-work";
import { DONE, FREE } from "./lane-work";

/** How often a wait ends though nothing happened, in milliseconds, so that the waiting one can see whether it should go on. */
const LOOK_EVERY = 100;

/** Threads that are reading batches of files. */
export interface ReadingThreads<Outcome> {
	readonly batches: readonly (readonly FoundFile[])[];
	readonly claims: Int32Array;
	/** What was read and has not been fetched yet, by batch. */
	readonly results: Map<number, readonly Outcome[]>;
	/** Resolves once something may have changed. */
	wait(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * Starts threads that read batches of files.
 *
 * A batch is free again where its thread did not start, or ended before it handed over the outcomes; the caller reads it then.
 */
export function startReadingThreads<Outcome>(
	entry: URL,
	count: number,
	batches: readonly (readonly FoundFile[])[],
): ReadingThreads<Outcome> {
	const claims = new Int32Array(new SharedArrayBuffer(4 * batches.length));
	const results = new Map<number, readonly Outcome[]>();
	const workers: Worker[] = [];
	let wake = (): void => undefined;
	for (let lane = 1; lane <= count; lane++) {
		const worker = startThread(entry, { task: "read-rules", batches, claims, lane });
		if (worker === undefined) break;
		workers.push(worker);
		worker.on("message", ({ batch, outcomes }: LaneResult<Outcome>) => {
			Atomics.store(claims, batch, DONE);
			results.set(batch, outcomes);
			wake();
		});
		worker.on("exit", () => {
			for (const batch of batches.keys()) Atomics.compareExchange(claims, batch, lane, FREE);
			wake();
		});
	}
	return {
		batches,
		claims,
		results,
		wait: () =>
			new Promise((resolve) => {
				const timer = setTimeout(resolve, LOOK_EVERY);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			}),
		async stop() {
			await Promise.all(workers.map((worker) => worker.terminate()));
		},
	};
}

function startThread(entry: URL, work: LaneWork): Worker | undefined {
	try {
		const worker = new Worker(entry, { workerData: work });
		// An error is followed by the thread's end, which says all that matters.
		worker.on("error", () => undefined);
		worker.on("messageerror", () => void worker.terminate());
		return worker;
	} catch {
		return undefined;
	}
}
