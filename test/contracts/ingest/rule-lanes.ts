import { expect, test } from "vitest";
import { gatherAnswers } from "../../../src/core/ingest/rules/rule-answers";
import type { RuleCard } from "../../../src/core/ingest/rules/rule-card";
import type { RuleDraft, RuleReading } from "../../../src/core/ingest/rules/rule-desk";
import type { RuleLane, RuleLanes } from "../../../src/core/ingest/rules/rule-lanes";
import { createInlineLanes } from "../../../src/core/ingest/rules/rule-lanes";
import type { Progress } from "../../../src/core/ports/progress";
import { SILENT_PROGRESS } from "../../../src/core/ports/progress";
import type { SourceFile } from "../../../src/core/ports/source-files";
import { openPath } from "../../../src/node/file-sources";
import { writeManyRules } from "../../support/many-rules";
import { makeTemporaryFolder } from "../../support/temporary-folder";

/** Files that need not be read: none. */
export const NONE: ReadonlySet<number> = new Set();

/** Lists the files of a folder as an import does. */
export async function listFiles(folder: string): Promise<readonly SourceFile[]> {
	const files: SourceFile[] = [];
	for await (const file of openPath(folder).list()) files.push(file);
	return files;
}

/** Takes all readings. */
export async function takeAll(lane: RuleLane): Promise<RuleReading[]> {
	const readings: RuleReading[] = [];
	for await (const reading of lane.readings) readings.push(reading);
	return readings;
}

/** What reading a folder and drafting all its rules, last first, gives. */
export async function readAndDraft(lane: RuleLane): Promise<{
	readonly readings: readonly RuleReading[];
	readonly drafts: readonly RuleDraft[];
}> {
	const readings = await takeAll(lane);
	const drafts = await draftAll(lane, readings);
	await lane.stop();
	return { readings, drafts };
}

/** Drafts every rule of what was read, last first. */
export async function draftAll(
	lane: RuleLane,
	readings: readonly RuleReading[],
): Promise<readonly RuleDraft[]> {
	const cards = listCards(readings).reverse();
	const orders = cards.flatMap(({ id, record }) => ("unit" in record ? [{ ...record, id }] : []));
	const taking = lane.draft(
		orders,
		gatherAnswers(cards, {
			hasCatalog: true,
			linkTo: (kind, id) => (kind === "technique" ? `${id} - Note` : undefined),
			nameTechnique: (id) => ({ id, name: "Named", url: null, retired: false }),
			tacticName: () => "Tactic",
		}),
	);
	const drafts: RuleDraft[] = [];
	for (const number of orders.keys()) drafts.push(await taking.take(number));
	return drafts;
}

function listCards(readings: readonly RuleReading[]): RuleCard[] {
	return readings.flatMap(({ outcomes }) =>
		outcomes.flatMap(({ outcome }) => (outcome.kind === "rules" ? outcome.cards : [])),
	);
}

/** What everything that reads rules beside other work must do, wherever it reads them. */
export function describeRuleLanes(create: () => RuleLanes): void {
	test("gives what reading and drafting here gives, in the order of the files", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 550);
		const files = await listFiles(folder);
		const expected = await readAndDraft(createInlineLanes().begin(files, SILENT_PROGRESS, NONE));
		const kinds = expected.readings.flatMap(({ outcomes }) =>
			outcomes.map(({ outcome }) => outcome.kind),
		);
		expect(new Set(kinds).size).toBe(3);
		expect(expected.drafts.length).toBeGreaterThan(450);
		expect(await readAndDraft(create().begin(files, SILENT_PROGRESS, NONE))).toEqual(expected);
	});

	test("gives nothing for no sources", async () => {
		const lane = create().begin([], SILENT_PROGRESS, NONE);
		expect(await readAndDraft(lane)).toEqual({ readings: [], drafts: [] });
	});

	test("drafts the rules of a file that it was not to read", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 1200);
		const files = await listFiles(folder);
		const whole = createInlineLanes().begin(files, SILENT_PROGRESS, NONE);
		const expected = await readAndDraft(whole);
		const known = new Set([...files.keys()].filter((unit) => unit % 2 === 1));
		const lane = create().begin(files, SILENT_PROGRESS, known);
		const readings = await takeAll(lane);
		expect(readings).toEqual(expected.readings.filter((_, unit) => unit % 2 === 0));
		expect(await draftAll(lane, expected.readings)).toEqual(expected.drafts);
		await lane.stop();
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
		const lane = create().begin(await listFiles(folder), progress, NONE);
		const readings: RuleReading[] = [];
		for await (const reading of lane.readings) {
			readings.push(reading);
			cancelled = true;
		}
		await lane.stop();
		expect(readings.length).toBeGreaterThan(0);
		expect(readings.length).toBeLessThan(550);
	});

	test("can be let go before anything was taken", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 550);
		const lane = create().begin(await listFiles(folder), SILENT_PROGRESS, NONE);
		await expect(lane.stop()).resolves.toBeUndefined();
	});
}
