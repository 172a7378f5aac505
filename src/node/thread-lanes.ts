import { availableParallelism } from "node:os";
import type { RuleOutcome } from "../core/ingest/read-rule-sources";
import type { Progress } from "../core/ports/progress";
import type { ReadSources, SourceLanes } from "../core/ports/source-lanes";
import { createInlineLanes } from "../core/ports/source-lanes";
import { batchFiles } from "./batch-files";
import { openFound } from "./file-sources";
import { claimBatch } from "./lane-work";
import type { ReadingThreads } from "./reading-threads";
import { startReadingThreads } from "./reading-threads";

/** More threads than this would wait for the one that takes their results. */
const MOST_THREADS = 4;
/** The caller's own lane; threads count from 1. */
const HERE = -2;

/** How many threads may read beside the caller's: one for each processor but one. */
export function countThreads(): number {
	return Math.min(availableParallelism() - 1, MOST_THREADS);
}

/**
 * Reads rule sources that `openPath` opened on worker threads, which run `entry`: a program that calls `serveRuleLane` as a thread.
 *
 * Threads take batches of files from the front. The caller's thread takes them from the back while it waits for the next in order; so
 * it also reads what a thread that could not start or that died leaves behind.
 */
export function createThreadLanes(entry: URL, threads: number): SourceLanes<RuleOutcome> {
	const inline = createInlineLanes<RuleOutcome>();
	return {
		begin(inputs, read, progress) {
			const batches = threads > 0 ? batchFiles(inputs) : undefined;
			if (batches === undefined) return inline.begin(inputs, read, progress);
			const work = startReadingThreads<RuleOutcome>(entry, threads, batches);
			return { outcomes: takeInOrder(work, read, progress), stop: () => work.stop() };
		},
	};
}

async function* takeInOrder(
	work: ReadingThreads<RuleOutcome>,
	read: ReadSources<RuleOutcome>,
	progress: Progress,
): AsyncGenerator<RuleOutcome> {
	const { batches, results } = work;
	for (const batch of batches.keys()) {
		while (!results.has(batch)) {
			if (progress.cancelled) return;
			const own = claimHere(work, batch);
			if (own === undefined) await work.wait();
			else results.set(own, await readBatch(work, own, read));
		}
		yield* results.get(batch) ?? [];
		results.delete(batch);
	}
}

/** The batch that is due, else the last that is free. */
function claimHere(
	{ batches, claims }: ReadingThreads<RuleOutcome>,
	due: number,
): number | undefined {
	if (claimBatch(claims, due, HERE)) return due;
	for (let batch = batches.length - 1; batch > due; batch--) {
		if (claimBatch(claims, batch, HERE)) return batch;
	}
	return undefined;
}

async function readBatch(
	{ batches }: ReadingThreads<RuleOutcome>,
	batch: number,
	read: ReadSources<RuleOutcome>,
): Promise<readonly RuleOutcome[]> {
	const outcomes: RuleOutcome[] = [];
	for await (const outcome of read([openFound("", () => batches[batch] ?? [])]))
		outcomes.push(outcome);
	return outcomes;
}
