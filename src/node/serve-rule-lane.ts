import type { MessagePort } from "node:worker_threads";
import type { RuleDraft, RuleReading } from "../core/ingest/rules/rule-desk";
import { createRuleDesk } from "../core/ingest/rules/rule-desk";
import { SILENT_PROGRESS } from "../core/ports/progress";
import type { SourceFile } from "../core/ports/source-files";
import { openFile } from "./file-sources";
import type { LaneOrders, LaneResult, LaneWork } from "./lane-work";
import { claimBatch } from "./lane-work";

/** Drafts that are posted together. */
const DRAFTS = 64;

/**
 * Reads rule files on a thread of its own: takes one free batch after the other from the front and posts what became of its files. Then
 * drafts the notes that it is sent orders for.
 */
export async function serveRuleLane(
	{ batches, claims, lane }: LaneWork,
	port: Pick<MessagePort, "postMessage" | "on">,
): Promise<void> {
	const desk = createRuleDesk(SILENT_PROGRESS);
	const files: SourceFile[] = [];
	for (const { unit, found } of batches.flat()) files[unit] = openFile(found);
	const post = (result: LaneResult): void => port.postMessage(result);
	port.on("message", ({ orders, answers }: LaneOrders) => {
		void draftAll(orders, answers);
	});
	for (const [number, batch] of batches.entries()) {
		if (!claimBatch(claims, number, lane)) continue;
		const readings: RuleReading[] = [];
		for (const { unit, found } of batch) readings.push(await desk.read(unit, openFile(found)));
		post({ batch: number, readings });
	}

	async function draftAll(
		orders: LaneOrders["orders"],
		answers: LaneOrders["answers"],
	): Promise<void> {
		const draft = desk.openDrafts(answers);
		let drafts: [number, RuleDraft][] = [];
		for (const [number, order] of orders) {
			drafts.push([number, await draft(order, files)]);
			if (drafts.length < DRAFTS && number !== orders.at(-1)?.[0]) continue;
			post({ drafts });
			drafts = [];
		}
	}
}
