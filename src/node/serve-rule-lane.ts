import type { MessagePort } from "node:worker_threads";
import type { RuleOutcome } from "../core/ingest/read-rule-sources";
import { readRuleSources } from "../core/ingest/read-rule-sources";
import { SILENT_PROGRESS } from "../core/ports/progress";
import { openFound } from "./file-sources";
import type { LaneResult, LaneWork } from "./lane-work";
import { claimBatch } from "./lane-work";

/** Reads rule files on a thread of its own: takes one free batch after the other from the front and posts what became of its files. */
export async function serveRuleLane(
	{ batches, claims, lane }: LaneWork,
	port: Pick<MessagePort, "postMessage">,
): Promise<void> {
	for (const [batch, files] of batches.entries()) {
		if (!claimBatch(claims, batch, lane)) continue;
		const outcomes: RuleOutcome[] = [];
		const source = openFound("", () => files);
		for await (const outcome of readRuleSources([source], SILENT_PROGRESS)) outcomes.push(outcome);
		port.postMessage({ batch, outcomes } satisfies LaneResult<RuleOutcome>);
	}
}
