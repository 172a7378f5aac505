import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { buildBundle } from "../../scripts/build.mjs";
import type { RuleOutcome } from "../../src/core/ingest/read-rule-sources";
import { planImport } from "../../src/core/ingest/plan-import";
import type { ImportPlan } from "../../src/core/ingest/import-plan";
import { createMemoryNotes } from "../../src/core/ports/memory-notes";
import type { SourceLanes } from "../../src/core/ports/source-lanes";
import { createInlineLanes } from "../../src/core/ports/source-lanes";
import { openPath } from "../../src/node/file-sources";
import { createThreadLanes } from "../../src/node/thread-lanes";
import { beginReading, describeSourceLanes, takeAll } from "../contracts/ports/source-lanes";
import { createTestHost } from "../support/import-into";
import { writeManyRules } from "../support/many-rules";
import { makeTemporaryFolder } from "../support/temporary-folder";

const program = pathToFileURL(resolve(import.meta.dirname, "../../dist/cli.mjs"));

beforeAll(async () => {
	await buildBundle("cli");
});

describe.each([1, 3])("reading sources on threads (%i)", (threads) => {
	describeSourceLanes(() => createThreadLanes(program, threads));
});

describe("reading sources on threads that fail", () => {
	test("to start, since there is no program, gives what reading here gives", async () => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 600);
		const entry = pathToFileURL(join(makeTemporaryFolder(), "none.mjs"));
		expect(await readWith(createThreadLanes(entry, 2), folder)).toEqual(
			await readWith(createInlineLanes(), folder),
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
	])("%s, gives what reading here gives", async (_name, code) => {
		const folder = makeTemporaryFolder();
		writeManyRules(folder, 600);
		const { entry, hasRun } = writeProgram(code);
		const lane = beginReading(createThreadLanes(entry, 2), folder);
		await vi.waitFor(() => expect(hasRun()).toBe(true), 30_000);
		expect(await takeAll(lane)).toEqual(await readWith(createInlineLanes(), folder));
	});
});

function readWith(lanes: SourceLanes<RuleOutcome>, folder: string): Promise<RuleOutcome[]> {
	return takeAll(beginReading(lanes, folder));
}

/** Writes a program for a thread; its `leave()` tells that it came to its end. */
function writeProgram(code: string): { readonly entry: URL; readonly hasRun: () => boolean } {
	const folder = makeTemporaryFolder();
	const marker = join(folder, "left");
	const entry = join(folder, "thread.mjs");
	writeFileSync(
		entry,
		`import { writeFileSync } from "node:fs";
		import { parentPort, workerData } from "node:worker_threads";
		const leave = () => writeFileSync(${JSON.stringify(marker)}, "");
		${code}`,
	);
	return { entry: pathToFileURL(entry), hasRun: () => existsSync(marker) };
}

describe("an import that reads rules on threads", () => {
	async function plan(
		folder: string,
		ruleLanes: SourceLanes<RuleOutcome> | undefined,
	): Promise<ImportPlan> {
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
	await readWith(createThreadLanes(entry, 2), folder);
	expect(hasRun()).toBe(false);
});
