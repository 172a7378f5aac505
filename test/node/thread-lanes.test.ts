import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { buildBundle } from "../../scripts/build.mjs";
import type { ImportPlan } from "../../src/core/ingest/import-plan";
import { planImport } from "../../src/core/ingest/plan-import";
import type { RuleLanes } from "../../src/core/ingest/rules/rule-lanes";
import { createInlineLanes } from "../../src/core/ingest/rules/rule-lanes";
import { createMemoryNotes } from "../../src/core/ports/memory-notes";
import { SILENT_PROGRESS } from "../../src/core/ports/progress";
import { openPath } from "../../src/node/file-sources";
import { createThreadLanes } from "../../src/node/thread-lanes";
import {
	describeRuleLanes,
	draftAll,
	listFiles,
	NONE,
	readAndDraft,
	takeAll,
} from "../contracts/ingest/rule-lanes";
import { createTestHost } from "../support/import-into";
import { writeManyRules } from "../support/many-rules";
import { makeTemporaryFolder } from "../support/temporary-folder";

const program = pathToFileURL(resolve(import.meta.dirname, "../../dist/cli.mjs"));

beforeAll(async () => {
	await buildBundle("cli");
});

describe.each([1, 3])("reading and drafting rules on threads (%i)", (threads) => {
	describeRuleLanes(() => createThreadLanes(program, threads));
});

describe("reading and drafting rules on threads that fail", () => {
	test("to start, since there is no program, gives what working here gives", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 600);
		const entry = pathToFileURL(join(makeTemporaryFolder(), "none.mjs"));
		expect(await workWith(createThreadLanes(entry, 2), folder)).toEqual(
			await workWith(createInlineLanes(), folder),
		);
	});

	test.each([
		["before they read anything", "leave(); throw new Error('broken');"],
		["without a word", "leave(); process.exit(0);"],
		[
			"with a batch in hand",
			"Atomics.compareExchange(workerData.claims, 1, 0, workerData.lane); leave(); process.exit(1);",
		],
		[
			"after they gave a batch",
			`const post = parentPort.postMessage.bind(parentPort);
			parentPort.postMessage = (result) => { post(result); leave(); process.exit(1); };
			await import(${JSON.stringify(program.href)});`,
		],
	])("%s, gives what working here gives", async (_name, code) => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 600);
		const { entry, hasRun } = writeProgram(code);
		const lane = createThreadLanes(entry, 2).begin(await listFiles(folder), SILENT_PROGRESS, NONE);
		await vi.waitFor(() => expect(hasRun()).toBe(true), 30_000);
		expect(await readAndDraft(lane)).toEqual(await workWith(createInlineLanes(), folder));
	});

	test.each([
		["once they are sent orders", "false"],
		["after some drafts", "true"],
	])("%s, gives what working here gives", async (_name, isAfterDrafts) => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 600);
		const { entry, hasRun, hasRead } = writeProgram(
			`const post = parentPort.postMessage.bind(parentPort);
			parentPort.postMessage = (result) => {
				post(result);
				if ("readings" in result) read();
				if ("drafts" in result) { leave(); process.exit(1); }
			};
			if (!${isAfterDrafts}) parentPort.on("message", () => { leave(); process.exit(1); });
			await import(${JSON.stringify(program.href)});`,
		);
		const lane = createThreadLanes(entry, 2).begin(await listFiles(folder), SILENT_PROGRESS, NONE);
		await vi.waitFor(() => expect(hasRead()).toBe(true), 30_000);
		const readings = await takeAll(lane);
		const expected = await workWith(createInlineLanes(), folder);
		expect(await draftAll(lane, readings)).toEqual(expected.drafts);
		await lane.stop();
		expect(hasRun()).toBe(true);
	});
});

async function workWith(lanes: RuleLanes, folder: string): ReturnType<typeof readAndDraft> {
	return readAndDraft(lanes.begin(await listFiles(folder), SILENT_PROGRESS, NONE));
}

/** Writes a program for a thread; its `leave()` tells that it came to its end, its `read()` that it read something. */
function writeProgram(code: string): {
	readonly entry: URL;
	readonly hasRun: () => boolean;
	readonly hasRead: () => boolean;
} {
	const folder = makeTemporaryFolder();
	const marker = join(folder, "left");
	const entry = join(folder, "thread.mjs");
	writeFileSync(
		entry,
		`import { writeFileSync } from "node:fs";
		import { parentPort, workerData } from "node:worker_threads";
		const leave = () => writeFileSync(${JSON.stringify(marker)}, "");
		const read = () => writeFileSync(${JSON.stringify(`${marker}.read`)}, "");
		${code}`,
	);
	return {
		entry: pathToFileURL(entry),
		hasRun: () => existsSync(marker),
		hasRead: () => existsSync(`${marker}.read`),
	};
}

describe("an import that works on threads", () => {
	async function plan(folder: string, ruleLanes: RuleLanes | undefined): Promise<ImportPlan> {
		const sources = {
			attack: [openPath("samples/attack")],
			rules: [openPath("samples/rules"), openPath(folder), openPath(join(folder, "part 3"))],
			atomics: [openPath("samples/atomics")],
			notes: [],
		};
		return planImport(sources, { ...createTestHost(createMemoryNotes()), ruleLanes });
	}

	test("plans the same to the last byte, and tells the same in the same order", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 600);
		const here = await plan(folder, undefined);
		const threads = await plan(folder, createThreadLanes(program, 2));
		expect(JSON.stringify(threads.result)).toBe(JSON.stringify(here.result));
		expect(threads.notes).toEqual(here.notes);
		expect(threads.data).toEqual(here.data);
		expect(here.result.skipped.length).toBeGreaterThan(20);
	});
});

test("no thread is started for a few small files", async () => {
	const folder = makeTemporaryFolder();
	writeManyRules(folder, 100);
	const { entry, hasRun } = writeProgram("leave();");
	await workWith(createThreadLanes(entry, 2), folder);
	expect(hasRun()).toBe(false);
});
