import { describe, expect, it } from "vitest";
import { applyImport } from "../../../../src/core/ingest/apply-import";
import { planExecutions } from "../../../../src/core/ingest/executions/plan-executions";
import type { ImportPlan } from "../../../../src/core/ingest/import-plan";
import { leaveOut } from "../../../../src/core/ingest/leave-out";
import { planImport } from "../../../../src/core/ingest/plan-import";
import type { MemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../../src/core/ports/memory-notes";
import { createMemorySource } from "../../../../src/core/ports/memory-sources";
import { createTestHost, openSources } from "../../../support/import-into";
import type { TestSources } from "../../../support/import-into";
import { contentOf, undoIn } from "../../../support/undo-in";
import { attireLog } from "../../executions/log-builder";
import { GUID, OTHER_GUID } from "../../executions/run-vault";

const ATOMICS = {
	"T1021.004.yaml": [
		"attack_technique: T1021.004",
		"display_name: 'Remote Services: SSH'",
		"atomic_tests:",
		"- name: Enable SSH",
		`  auto_generated_guid: ${GUID}`,
		"  description: Turns it on.",
		"  supported_platforms: [linux]",
		"  executor: { name: sh, command: systemctl start ssh }",
		"",
	].join("\n"),
};
const LOG = attireLog([
	{ name: "Enable SSH", guid: GUID, command: "run --password hunter2" },
	{ name: "Our own", guid: OTHER_GUID, start: "2026-11-03T08:00:00Z" },
]);
const logsOf = (log: object, files: Readonly<Record<string, string>> = {}) => [
	createMemorySource("logs", { "logs/run.json": JSON.stringify(log), ...files }),
];

async function plan(
	vault: MemoryNotes,
	sources: TestSources = {},
	log: object = LOG,
): Promise<ImportPlan> {
	const host = createTestHost(vault);
	return planExecutions(logsOf(log), await planImport(openSources(sources), host), host);
}

async function importLog(vault: MemoryNotes, sources?: TestSources, log?: object) {
	return applyImport(await plan(vault, sources, log), createTestHost(vault));
}

const runNotes = ({ notes }: MemoryNotes): [string, string][] =>
	[...notes].filter(([path]) => path.startsWith("Test Executions/"));

describe("an import with logs of test runs", () => {
	it("links runs to tests that come with it, and counts each note and file once", async () => {
		const vault = createMemoryNotes();
		const planned = await plan(vault, { atomics: ATOMICS });
		expect(planned.notes.map(({ kind, action }) => [kind, action])).toEqual([
			["runbook", "create"],
			["execution", "create"],
			["execution", "create"],
		]);
		const result = await applyImport(planned, createTestHost(vault));
		expect(result).toMatchObject({
			...{ runbooks: 1, executions: 2, unmatched: 1, masked: 1, created: 3, conflicts: 0 },
			files: { read: 2, used: 2 },
		});
		expect(result.problems.map(({ code }) => code)).toContain("execution-unmatched");
		expect(runNotes(vault)[0]?.[1]).toMatch(/runbook: "\[\[.*runbook\]\]"/);
		expect(runNotes(vault)[0]?.[1]).not.toContain("hunter2");
	});

	it("writes nothing the second time, no report either", async () => {
		const vault = createMemoryNotes();
		await importLog(vault, { atomics: ATOMICS });
		const before = new Map(vault.notes);
		const again = await importLog(vault, { atomics: ATOMICS });
		expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, report: null });
		expect(vault.notes).toEqual(before);
	});

	it("leaves runs out that the person left out, and plans them again", async () => {
		const vault = createMemoryNotes();
		const planned = await plan(vault);
		const [first, second] = planned.notes.map(({ path }) => path);
		await applyImport(leaveOut(planned, new Set([first ?? ""])), createTestHost(vault));
		expect(runNotes(vault).map(([path]) => path)).toEqual([second]);
		expect(await importLog(vault)).toMatchObject({ created: 1, unchanged: 1 });
	});

	it("stays as it was planned without logs, and where it was stopped", async () => {
		const host = createTestHost(createMemoryNotes());
		const planned = await planImport(openSources({}), host);
		expect(await planExecutions([], planned, host)).toBe(planned);
		const stopped = { ...planned, cancelled: true };
		expect(await planExecutions(logsOf(LOG), stopped, host)).toBe(stopped);
	});

	it("tells files that are no log, and imports the rest", async () => {
		const host = createTestHost(createMemoryNotes());
		const logs = logsOf(LOG, { "logs/a.txt": "nothing\n" });
		const { result } = await planExecutions(logs, await planImport(openSources({}), host), host);
		expect(result).toMatchObject({ executions: 2, files: { read: 2, used: 1, skipped: 1 } });
		expect(result.skipped).toMatchObject([{ file: "logs/a.txt" }]);
	});
});

describe("undoing the last import", () => {
	it("takes imported runs back, and puts back what a log filled in", async () => {
		const vault = createMemoryNotes();
		await importLog(vault, { atomics: ATOMICS });
		await importLog(vault, {}, attireLog([{ name: "Enable SSH", guid: GUID }]));
		const before = contentOf(vault);
		const more = attireLog([
			{ name: "Enable SSH", guid: GUID, pid: 4411, exit: 0 },
			{ name: "Enable SSH", guid: GUID, start: "2026-11-04T08:00:00Z" },
		]);
		expect(await importLog(vault, {}, more)).toMatchObject({ created: 1, updated: 1 });
		const undone = await undoIn(vault);
		expect(undone).toMatchObject({ restored: [expect.any(String)], deleted: [expect.any(String)] });
		expect(contentOf(vault)).toEqual(before);
	});

	it("leaves runs alone that a person edited since", async () => {
		const vault = createMemoryNotes();
		await importLog(vault);
		const [[path, text] = ["", ""]] = runNotes(vault);
		const edited = text.replace("outcome: tbd", "outcome: detected");
		vault.notes.set(path, edited);
		const undone = await undoIn(vault);
		expect(undone.refused).toMatchObject([{ kind: "execution", path, reason: "edited" }]);
		expect(runNotes(vault)).toEqual([[path, edited]]);
		expect(await importLog(vault)).toMatchObject({ created: 1, unchanged: 1 });
	});
});
