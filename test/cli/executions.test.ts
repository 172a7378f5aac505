import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/core/formats/read-csv";
import { attireLog, CSV_HEADER, csvRow } from "../core/executions/log-builder";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

/** The first test of the sample runbook for SSH. */
const GUID = /auto_generated_guid: (\S+)/.exec(
	readFileSync("samples/atomics/T1021.004/T1021.004.yaml", "utf8"),
)?.[1];

function writeLogs(): string {
	const folder = makeTemporaryFolder();
	const log = attireLog([
		{ name: "Sample", guid: GUID ?? "", command: "run --password hunter2" },
		{ name: "Our own script", technique: "T1059", guid: "not-a-guid" },
	]);
	writeFileSync(join(folder, "run.json"), JSON.stringify(log));
	const row = [
		"2026-11-02T09:20:25Z",
		"",
		"T1021.004",
		1,
		"Sample",
		"lab-win-03",
		"",
		"",
		GUID ?? "",
	];
	writeFileSync(join(folder, "log.csv"), `\uFEFF${CSV_HEADER}\r\n${csvRow([...row, 4411, 0])}\r\n`);
	writeFileSync(join(folder, "other.txt"), "nothing\n");
	return folder;
}

const SOURCES = [
	"--attack",
	"samples/attack",
	"--rules",
	"samples/rules",
	"--atomics",
	"samples/atomics",
];

describe("executions on the command line", () => {
	test("are imported with other sources, planned alike in a dry run, and not doubled", async () => {
		const vault = join(makeTemporaryFolder(), "vault");
		const args = ["import", vault, ...SOURCES, "--executions", writeLogs(), "--json"];
		const planned = await runWith([...args, "--dry-run"]);
		expect(existsSync(vault)).toBe(false);
		const first = await runWith(args);
		const counts = (text: string): unknown => {
			const { report, ...result } = JSON.parse(text) as Record<string, unknown>;
			return { ...result, report: typeof report };
		};
		expect(JSON.parse(planned.out)).toMatchObject({ executions: 2, unmatched: 1 });
		expect(counts(first.out)).toMatchObject({ executions: 2, unmatched: 1, runbooks: 5 });
		expect(first.out).toContain("execution-unmatched");
		expect(JSON.parse(planned.out)).toMatchObject({
			created: (JSON.parse(first.out) as { created: number }).created,
			files: (JSON.parse(first.out) as { files: object }).files,
		});
		expect(readdirSync(join(vault, "Test Executions")).sort()).toEqual([
			`2026-11-02 0920 T1021.004 ${GUID?.slice(0, 8) ?? ""}.md`,
			"2026-11-02 0920 T1059 Our own script.md",
		]);
		const again = await runWith(args);
		expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, conflicts: 0 });
		expect(first.out).not.toContain("hunter2");
	});

	test("show in panels and queries, and come out in three formats", async () => {
		const vault = join(makeTemporaryFolder(), "vault");
		await runWith(["import", vault, ...SOURCES, "--executions", writeLogs()]);
		const panel = JSON.parse((await runWith(["panel", vault, "T1021.004", "--json"])).out) as {
			runbooks: unknown;
			runs: unknown;
		};
		expect(panel.runbooks).toMatchObject([
			{ lastRun: "2026-11-02T09:20:25Z", outcome: "tbd", runs: 1, testsRun: 1, testsProven: 0 },
		]);
		expect(panel.runs).toMatchObject({ total: 1, tests: { run: 1, proven: 0 } });
		const query = await runWith(["query", vault, "TABLE test_name FROM executions", "--json"]);
		expect(JSON.parse(query.out)).toMatchObject({ rows: [expect.anything(), expect.anything()] });
		const vectr = await runWith(["executions", vault, "--format", "vectr", "--technique", "T1021"]);
		expect(readCsv(vectr.out)).toHaveLength(2);
		const attire = await runWith(["executions", vault, "--format", "attire"]);
		expect(JSON.parse(attire.out)).toMatchObject({ "attire-version": "1.1" });
		const layer = await runWith(["executions", vault, "--format", "navigator"]);
		expect(JSON.parse(layer.out)).toMatchObject({ versions: { layer: "4.5" } });
		const rows = (await runWith(["executions", vault, "--json", "--now", "2027-11-02"])).out.trim();
		expect(rows.split("\n").map((row): unknown => JSON.parse(row))).toMatchObject([
			{ stale: true },
			{ stale: true, runbook: null },
		]);
	});

	test("what is stale goes by the vault's own setting", async () => {
		const vault = join(makeTemporaryFolder(), "vault");
		await runWith(["import", vault, ...SOURCES, "--executions", writeLogs()]);
		const plugin = join(vault, ".obsidian", "plugins", "detection-vault");
		const run1 =
			"---\nlog_id: r1\nstarted: 2026-11-02T09:20:25Z\ntags: [execution]\n---\n\n## Rule verdicts\n\n" +
			"| Rule | Verdict | How | Evidence |\n| --- | --- | --- | --- |\n| [[A rule]] | fired | seen | - |\n";
		writeFileSync(join(vault, "Test Executions", "One run.md"), run1);
		const ask = async (): Promise<readonly [string, string]> => {
			const now = ["--now", "2027-11-02T00:00:00Z"];
			const list = await runWith(["executions", vault, "--json", ...now]);
			const table = "TABLE WITHOUT ID stale FROM verdicts";
			const query = await runWith(["query", vault, table, "--json", ...now]);
			const { rows } = JSON.parse(query.out) as { rows: unknown };
			return [/"stale":(\w+)/.exec(list.out)?.[1] ?? "", JSON.stringify(rows)];
		};
		expect(await ask()).toEqual(["true", "[[true]]"]);
		mkdirSync(plugin, { recursive: true });
		writeFileSync(join(plugin, "data.json"), '{"staleAfterDays": 1000}');
		expect(await ask()).toEqual(["false", "[[false]]"]);
	});

	test("the reference note's table of runbooks lists no execution", async () => {
		const vault = join(makeTemporaryFolder(), "vault");
		await runWith(["import", vault, ...SOURCES, "--executions", writeLogs()]);
		const table = 'TABLE without id filename AS "Name" FROM "Testing Runbooks" AND #T1021_004';
		const { out } = await runWith(["query", vault, table, "--json"]);
		const { rows } = JSON.parse(out) as { rows: readonly (readonly unknown[])[] };
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).toContain("runbook");
		expect(JSON.stringify(rows)).not.toContain("Test Executions");
	});

	test("wrong usage is told", async () => {
		const vault = makeTemporaryFolder();
		expect((await runWith(["executions", vault, "--format", "word"])).code).toBe(2);
		expect((await runWith(["executions", vault, "--stale", "soon"])).code).toBe(2);
		expect((await runWith(["executions", join(vault, "none")])).code).toBe(2);
	});
});
