import { availableParallelism } from "node:os";
import type { DraftOrder, RuleDesk, RuleReading } from "../core/ingest/rules/rule-desk";
import { createRuleDesk } from "../core/ingest/rules/rule-desk";
import type { RuleAnswers } from "../core/ingest/rules/rule-answers";
import type { RuleDrafts, RuleLanes } from "../core/ingest/rules/rule-lanes";
import { createInlineLanes, orderAt } from "../core/ingest/rules/rule-lanes";
import type { Progress } from "../core/ports/progress";
import type { SourceFile } from "../core/ports/source-files";
import type { Batch } from "./batch-files";
import { batchFiles } from "./batch-files";
import type { NumberedOrder } from "./lane-work";
import { claimBatch } from "./lane-work";
import type { RuleThreads } from "./rule-threads";
import { startRuleThreads } from "./rule-threads";
import { addToGroup } from "../core/text/add-to-group";

/** More threads than this would wait for the one that takes their results. */
const MOST_THREADS = 6;
/** The caller's own lane; threads count from 1. */
const HERE = -2;

/** How many threads may work beside the caller's: one for each processor but one. */
export function countThreads(): number {
	return Math.min(availableParallelism() - 1, MOST_THREADS);
}

/** The work at hand: the caller's own desk, and the threads'. */
interface Work {
	readonly files: readonly SourceFile[];
	readonly batches: readonly Batch[];
	readonly threads: RuleThreads;
	readonly desk: RuleDesk;
	readonly progress: Progress;
}

/**
 * Reads rule files that `openPath` listed, and drafts their notes, on worker threads, which run `entry`: a program that calls
 * `serveRuleLane` as a thread.
 *
 * Threads take batches of files from the front. The caller's thread takes them from the back while it waits for the next in order; so
 * it also reads what a thread that could not start or that died leaves behind. A note is drafted where its rule was read, and here where
 * that thread has died.
 */
export function createThreadLanes(entry: URL, threads: number): RuleLanes {
	const inline = createInlineLanes();
	return {
		begin(files, progress, known) {
			const batches = threads > 0 ? batchFiles(files, known) : undefined;
			if (batches === undefined) return inline.begin(files, progress, known);
			const work: Work = {
				files,
				batches,
				threads: startRuleThreads(entry, threads, batches),
				desk: createRuleDesk(progress),
				progress,
			};
			return {
				readings: takeInOrder(work),
				draft: (orders, answers) => draftApart(work, orders, answers),
				stop: () => work.threads.stop(),
			};
		},
	};
}

async function* takeInOrder(work: Work): AsyncGenerator<RuleReading> {
	const { batches, threads, progress } = work;
	const { results } = threads;
	for (const batch of batches.keys()) {
		while (!results.has(batch)) {
			if (progress.cancelled) return;
			const own = claimHere(work, batch);
			if (own === undefined) await threads.wait();
			else results.set(own, await readBatch(work, own));
		}
		yield* results.get(batch) ?? [];
		results.delete(batch);
	}
}

/** The batch that is due, else the last that is free. */
function claimHere({ batches, threads }: Work, due: number): number | undefined {
	const { claims } = threads;
	if (claimBatch(claims, due, HERE)) return due;
	for (let batch = batches.length - 1; batch > due; batch--) {
		if (claimBatch(claims, batch, HERE)) return batch;
	}
	return undefined;
}

async function readBatch(
	{ batches, desk, files, progress }: Work,
	number: number,
): Promise<readonly RuleReading[]> {
	const readings: RuleReading[] = [];
	for (const { unit } of batches[number] ?? []) {
		const file = files[unit];
		if (file !== undefined) readings.push(await desk.read(unit, file));
		if (progress.cancelled) return [];
	}
	return readings;
}

function draftApart(
	{ batches, desk, files, threads }: Work,
	orders: readonly DraftOrder[],
	answers: RuleAnswers,
): RuleDrafts {
	const lanes = files.map(() => HERE);
	for (const [number, batch] of batches.entries())
		for (const { unit } of batch) lanes[unit] = threads.laneOf(number) ?? HERE;
	const laneOf = (at: number): number => lanes[orderAt(orders, at).unit] ?? HERE;
	const byLane = new Map<number, NumberedOrder[]>();
	for (const [number, order] of orders.entries()) {
		const lane = laneOf(number);
		addToGroup(byLane, lane, [number, order]);
	}
	for (const [lane, own] of byLane) if (lane !== HERE) threads.send(lane, { orders: own, answers });
	const draft = desk.openDrafts(answers);
	/** What nobody else drafts, to be drafted here while there is nothing else to do. */
	const spare = new Map(byLane.get(HERE));
	const made = threads.drafts;
	return {
		async take(at) {
			while (!made.has(at) && laneOf(at) !== HERE && threads.isAlive(laneOf(at))) {
				const [next] = spare;
				if (next === undefined) await threads.wait();
				else made.set(next[0], await draft(next[1], files));
				if (next !== undefined) spare.delete(next[0]);
			}
			const known = made.get(at);
			made.delete(at);
			spare.delete(at);
			return known ?? draft(orderAt(orders, at), files);
		},
	};
}
