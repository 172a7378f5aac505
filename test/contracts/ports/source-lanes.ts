import { expect, test } from "vitest";
import type { RuleOutcome } from "../../../src/core/ingest/read-rule-sources";
import { readRuleSources } from "../../../src/core/ingest/read-rule-sources";
import type { Progress } from "../../../src/core/ports/progress";
import { SILENT_PROGRESS } from "../../../src/core/ports/progress";
import type { SourceLane, SourceLanes } from "../../../src/core/ports/source-lanes";
import { openPath } from "../../../src/node/file-sources";
import { writeManyRules } from "../../support/many-rules";
import { makeTemporaryFolder } from "../../support/temporary-folder";

/** Begins to read a folder as an import does. */
export function beginReading(
	lanes: SourceLanes<RuleOutcome>,
	folder: string,
	progress: Progress = SILENT_PROGRESS,
): SourceLane<RuleOutcome> {
	return lanes.begin([openPath(folder)], (inputs) => readRuleSources(inputs, progress), progress);
}

/** Takes all outcomes, and lets go. */
export async function takeAll(lane: SourceLane<RuleOutcome>): Promise<RuleOutcome[]> {
	const outcomes: RuleOutcome[] = [];
	for await (const outcome of lane.outcomes) outcomes.push(outcome);
	await lane.stop();
	return outcomes;
}

/** What everything that reads sources beside other work must do, wherever it reads them. */
export function describeSourceLanes(create: () => SourceLanes<RuleOutcome>): void {
	test("gives what reading here gives, in the order of the files", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 550);
		const expected: RuleOutcome[] = [];
		for await (const outcome of readRuleSources([openPath(folder)], SILENT_PROGRESS)) {
			expected.push(outcome);
		}
		expect(new Set(expected.map(({ outcome }) => outcome.kind)).size).toBe(3);
		expect(await takeAll(beginReading(create(), folder))).toEqual(expected);
	});

	test("gives nothing for no sources", async () => {
		expect(await takeAll(beginReading(create(), makeTemporaryFolder()))).toEqual([]);
	});

	test("ends early once the person stopped the import", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 550);
		let cancelled = false;
		const progress: Progress = {
			...SILENT_PROGRESS,
			get cancelled() {
				return cancelled;
			},
		};
		const lane = beginReading(create(), folder, progress);
		const outcomes: RuleOutcome[] = [];
		for await (const outcome of lane.outcomes) {
			outcomes.push(outcome);
			cancelled = true;
		}
		await lane.stop();
		expect(outcomes.length).toBeGreaterThan(0);
		expect(outcomes.length).toBeLessThan(550);
	});

	test("can be let go before anything was taken", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 550);
		await expect(beginReading(create(), folder).stop()).resolves.toBeUndefined();
	});
}
