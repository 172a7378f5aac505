import { Worker } from "node:worker_threads";
import type { RuleDraft, RuleReading } from "../core/ingest/rules/rule-desk";
import type { Batch } from "./batch-files";
import type { LaneOrders, LaneResult, LaneWork } from "./lane-work";
import { DONE, FREE } from "./lane-work";

/** How often a wait ends though nothing happened, in milliseconds, so that the waiting one can see whether it should go on. */
const LOOK_EVERY = 100;

/** Threads that read batches of files and draft the notes of their rules. */
export interface RuleThreads {
	readonly claims: Int32Array;
	/** What was read and has not been fetched yet, by batch. */
	readonly results: Map<number, readonly RuleReading[]>;
	/** What was drafted and has not been fetched yet, by the order's number. */
	readonly drafts: Map<number, RuleDraft>;
	/** The thread that read a batch, undefined where none did or it has ended. */
	laneOf(batch: number): number | undefined;
	/** Whether a thread is still there. */
	isAlive(lane: number): boolean;
	send(lane: number, orders: LaneOrders): void;
	/** Resolves once something may have changed. */
	wait(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * Starts threads that read batches of files.
 *
 * A batch is free again where its thread did not start, or ended before it handed over the outcomes; the caller reads it then.
 */
export function startRuleThreads(
	entry: URL,
	count: number,
	batches: readonly Batch[],
): RuleThreads {
	const claims = new Int32Array(new SharedArrayBuffer(4 * batches.length));
	const results: RuleThreads["results"] = new Map();
	const drafts: RuleThreads["drafts"] = new Map();
	const readers = new Map<number, number>();
	const workers = new Map<number, Worker>();
	let wake = (): void => undefined;
	const take = (lane: number, result: LaneResult): void => {
		if ("drafts" in result) for (const [number, draft] of result.drafts) drafts.set(number, draft);
		else {
			Atomics.store(claims, result.batch, DONE);
			results.set(result.batch, result.readings);
			readers.set(result.batch, lane);
		}
		wake();
	};
	for (let lane = 1; lane <= count; lane++) {
		const worker = startThread(entry, { task: "rules", batches, claims, lane });
		if (worker === undefined) break;
		workers.set(lane, worker);
		worker.on("message", (result: LaneResult) => take(lane, result));
		worker.on("exit", () => {
			workers.delete(lane);
			for (const batch of batches.keys()) Atomics.compareExchange(claims, batch, lane, FREE);
			wake();
		});
	}
	return {
		claims,
		results,
		drafts,
		laneOf: (batch) => readers.get(batch),
		isAlive: (lane) => workers.has(lane),
		send: (lane, orders) => workers.get(lane)?.postMessage(orders),
		wait: () =>
			new Promise((resolve) => {
				const timer = setTimeout(resolve, LOOK_EVERY);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			}),
		async stop() {
			await Promise.all([...workers.values()].map((worker) => worker.terminate()));
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
