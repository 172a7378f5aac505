import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { attireLog, CSV_HEADER, csvRow } from "./log-builder";
import { GUID, importRuns, OTHER_GUID, readRuns, RUNBOOK } from "./run-vault";

const RUNBOOK_PATH = "Testing Runbooks/SSH - runbook.md";
const vaultWith = (notes: Readonly<Record<string, string>> = { [RUNBOOK_PATH]: RUNBOOK }) =>
	createMemoryNotes(notes);
const runNotes = ({ notes }: MemoryNotes): [string, string][] =>
	[...notes].filter(([path]) => path.startsWith("Test Executions/"));

const csv = (...rows: readonly (readonly (string | number)[])[]): string =>
	[CSV_HEADER, ...rows.map((row) => csvRow(row))].join("\n");
const ROW = [
	...["2026-11-02T09:20:25Z", "2026-11-02T10:20:25Z", "T1021.004", 1, "ESXi - Enable SSH"],
	...["lab-win-03.corp.example", "10.0.4.7", "LAB\\tester", GUID, 4411, 0],
];
const ATTIRE = attireLog([{ name: "ESXi - Enable SSH", guid: GUID }]);

describe("importing logs", () => {
	it("writes one note for each run, linked to its test", async () => {
		const vault = vaultWith();
		const result = await importRuns(vault, readRuns(ATTIRE));
		expect(result).toMatchObject({ executions: 1, unmatched: 0, created: 1, problems: [] });
		const [[path, text] = ["", ""]] = runNotes(vault);
		expect(path).toBe("Test Executions/2026-11-02 0920 T1021.004 8f6c14d1.md");
		expect(text).toContain('runbook: "[[SSH - runbook]]"\n');
		expect(text).toContain("Run of [[SSH - runbook#^t-8f6c14d1|ESXi - Enable SSH]].");
	});

	it("writes nothing the second time, wherever the notes lie by then", async () => {
		const vault = vaultWith();
		await importRuns(vault, readRuns(ATTIRE));
		const [[path, text] = ["", ""]] = runNotes(vault);
		vault.notes.delete(path);
		vault.notes.set("Archive/My run.md", text.replace("outcome: tbd", "outcome: detected"));
		const before = new Map(vault.notes);
		const again = await importRuns(vault, readRuns(ATTIRE, ATTIRE));
		expect(again).toMatchObject({ executions: 1, created: 0, updated: 0, unchanged: 1 });
		expect(vault.notes).toEqual(before);
	});

	it("takes the same run in two formats for one, in either order, and fills what one does not know", async () => {
		for (const logs of [
			[ATTIRE, csv(ROW)],
			[csv(ROW), ATTIRE],
		]) {
			const vault = vaultWith();
			for (const log of logs) await importRuns(vault, readRuns(log));
			expect(runNotes(vault)).toHaveLength(1);
			expect(runNotes(vault)[0]?.[1]).toContain("process_id: 4411\nexit_code: 0\nran: success\n");
			expect(runNotes(vault)[0]?.[1]).toMatch(/stopped: "?2026-11-02T09:21:02Z"?\n/);
		}
	});

	it("keeps two runs in one second apart by their process ids", async () => {
		const vault = vaultWith();
		const second = [...ROW];
		second[9] = 4412;
		await importRuns(vault, readRuns(csv(ROW, second)));
		expect(runNotes(vault).map(([path]) => path)).toEqual([
			"Test Executions/2026-11-02 0920 T1021.004 8f6c14d1.md",
			"Test Executions/2026-11-02 0920 T1021.004 8f6c14d1 2.md",
		]);
		expect(await importRuns(vault, readRuns(csv(second, ROW)))).toMatchObject({ unchanged: 2 });
	});

	it("matches by technique and name without a GUID, by number only without a name", async () => {
		const named = ROW.map((cell, index) => (index === 8 ? "" : cell));
		const numbered = named.map((cell, index) => (index === 4 ? "" : index === 3 ? 2 : cell));
		const vault = vaultWith();
		expect(await importRuns(vault, readRuns(csv(named, numbered)))).toMatchObject({ unmatched: 0 });
		const texts = runNotes(vault).map(([, text]) => text);
		expect(texts.filter((text) => text.includes(`test_guid: ${GUID}`))).toHaveLength(1);
		expect(texts.filter((text) => text.includes(`test_guid: ${OTHER_GUID}`))).toHaveLength(1);
	});

	it("matches by no name alone, be it that of a test of another technique", async () => {
		const rows = ["", "T1021.001"].map((technique) =>
			ROW.map((cell, index) => (index === 8 ? "" : index === 2 ? technique : cell)),
		);
		expect(await importRuns(vaultWith(), readRuns(csv(...rows)))).toMatchObject({ unmatched: 2 });
	});

	it("keeps what has no test, tells it, and links it once there is one", async () => {
		const vault = vaultWith({});
		const first = await importRuns(vault, readRuns(csv(ROW)));
		expect(first).toMatchObject({ executions: 1, unmatched: 1, created: 1 });
		expect(first.problems).toMatchObject([{ code: "execution-unmatched", line: 2 }]);
		expect(runNotes(vault)[0]?.[1]).toContain("No test of a runbook is linked to it yet.");
		vault.notes.set(RUNBOOK_PATH, RUNBOOK);
		expect(await importRuns(vault, readRuns(csv(ROW)))).toMatchObject({ updated: 1, unmatched: 0 });
		expect(runNotes(vault)[0]?.[1]).toContain('runbook: "[[SSH - runbook]]"\n');
		expect(runNotes(vault)[0]?.[1]).not.toContain("is linked to it yet");
	});

	it("changes nothing that a person wrote", async () => {
		const vault = vaultWith({});
		await importRuns(vault, readRuns(csv(ROW)));
		const [[path, text] = ["", ""]] = runNotes(vault);
		const edited = text
			.replace("exit_code: 0", "exit_code: 7 # seen")
			.replace("## Findings and actions\n", "## Findings and actions\n\nMine.\n");
		vault.notes.set(path, edited);
		vault.notes.set(RUNBOOK_PATH, RUNBOOK);
		await importRuns(vault, readRuns(csv(ROW), ATTIRE));
		const after = vault.notes.get(path) ?? "";
		expect(after).toContain("exit_code: 7 # seen");
		expect(after).toContain("Mine.");
	});

	it("gives the same notes in whatever order and however often logs come", async () => {
		const logs = [
			csv(ROW),
			ATTIRE,
			csv(ROW.map((cell, index) => (index === 0 ? "2026-11-03T09:20:25Z" : cell))),
			attireLog([{ name: "Own script", technique: "T1059" }], "other"),
		];
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 0, max: logs.length - 1 }), { minLength: 1, maxLength: 8 }),
				async (order) => {
					const vault = vaultWith();
					for (const index of order) await importRuns(vault, readRuns(logs[index] ?? ""));
					const asked = new Set(order.map((index) => (index === 1 ? 0 : index)));
					expect(runNotes(vault)).toHaveLength(asked.size);
				},
			),
			{ numRuns: 30 },
		);
	});
});
