import { describe, expect, it } from "vitest";
import { exportRuns } from "../../../src/core/executions/export/export-runs";
import type { RunFormat } from "../../../src/core/executions/export/export-runs";
import { readExecutionLog } from "../../../src/core/executions/logs/read-execution-log";
import { readCsv } from "../../../src/core/formats/read-csv";
import { readLayers } from "../../../src/core/layers/read-layers";
import type { RunFacts } from "../../../src/core/model/execution";
import { NO_RUN_FACTS } from "../../../src/core/model/execution";
import { draftExecutionNote } from "../../../src/core/notes/execution/draft-execution-note";
import { buildVault } from "../library/technique-vault";
import { GUID, RUNBOOK } from "./run-vault";

const note = (
	started: string,
	campaign: string | null,
	technique = "T1021.004",
	more: Partial<RunFacts> = {},
) =>
	draftExecutionNote({
		...NO_RUN_FACTS,
		...{ technique, testGuid: GUID, testName: '=1+"2", SSH', started, host: "LAB", processId: 7 },
		...{ stopped: "2026-11-02T09:21:02Z", outcome: "not-detected", activityLogged: true },
		...{ logId: started, campaign, command: "", executor: null, output: [], masked: 0 },
		...more,
		runbook: { target: "SSH - runbook", block: null },
		verdicts: [
			{ target: "A", title: "A", verdict: "missed", how: "observed", evidence: "filtered" },
			{ target: "B", title: "B", verdict: "fired", how: "observed", evidence: "" },
		],
		...{ evidence: "", findings: "" },
	});

const VAULT = buildVault({
	"SSH - runbook.md": RUNBOOK,
	"A.md": "---\nrule_id: a\ntitle: Rule A\ntechniques: [T1021.004]\n---\n",
	"B.md": "---\nrule_id: b\ntitle: Rule B, the other\ntechniques: [T1021.004]\n---\n",
	"T.md": "---\nattack_id: T1021.004\nname: SSH\ntactics: [Lateral Movement]\n---\n",
	"1.md": note("2026-11-02T09:20:25Z", "Q4"),
	"2.md": note("2026-11-03T09:20:25Z", null, "T1028", { host: "OTHER", stopped: null }),
});

const write = (format: RunFormat, choice = {}) =>
	exportRuns(format, choice, {
		...{ library: VAULT.library, resolver: VAULT.resolver, now: "2026-11-20T00:00:00Z" },
		...{ attackVersion: "18.1", domain: "enterprise" },
	});

describe("an export", () => {
	it("for VECTR has its 37 columns, and runs no formula", () => {
		const [head, first, ...rest] = readCsv(write("vectr", { campaign: "Campaigns/Q4.md" }));
		expect(head?.cells).toHaveLength(37);
		expect(rest).toEqual([]);
		const cell = (name: string) => first?.cells[head?.cells.indexOf(name) ?? -1];
		expect(first?.cells).toHaveLength(37);
		expect(cell("Campaign")).toBe("Q4");
		expect(cell("Phase")).toBe("Lateral Movement");
		expect(cell("Variant")).toBe('\'=1+"2", SSH');
		expect(cell("Outcome")).toBe("NotDetected");
		expect(cell("Activity Logged")).toBe("Yes");
		expect(cell("Alert Triggered")).toBe("TBD");
		expect(cell("Start Time")).toBe("2026-11-02T09:20:25.000Z");
		expect(cell("Start Time Epoch")).toBe("1793611225000");
		expect(cell("Outcome Notes")).toBe("Rule A: missed (filtered); Rule B, the other: fired");
		expect(cell("DetectingTools")).toBe("Rule B  the other");
	});

	it("as ATTiRe gives the same runs when it is read again", () => {
		const runs = readExecutionLog("log", write("attire"))?.runs;
		expect(runs).toMatchObject([
			{ testGuid: GUID, started: "2026-11-02T09:20:25Z", host: "LAB", processId: 7 },
			// The technique in use today, which the run's own note may not know.
			{ technique: "T1021", started: "2026-11-03T09:20:25Z" },
		]);
	});

	it("as ATTiRe is one log with all that its schema asks for, whatever is not known of a run", () => {
		const log = JSON.parse(write("attire")) as Readonly<Record<string, unknown>>;
		expect(log).toMatchObject({
			"execution-data": { "execution-id": expect.any(String), target: { host: "LAB, OTHER" } },
			procedures: [{ order: 1 }, { order: 2 }],
		});
		const steps = (log["procedures"] as readonly { steps: readonly object[] }[]).flatMap(
			(procedure) => procedure.steps,
		);
		for (const step of steps) {
			const text = expect.any(String);
			expect(step).toMatchObject({ command: text, "time-start": text, "time-stop": text });
		}
		expect(readExecutionLog("log", write("attire"))?.runs).toMatchObject([
			{ host: "LAB", stopped: "2026-11-02T09:21:02Z" },
			{ host: "OTHER", stopped: null },
		]);
	});

	it("as a layer scores techniques by their latest run, by the ids in use", () => {
		const { layers, problems } = readLayers("layer", write("navigator"));
		expect(problems).toEqual([]);
		expect(layers[0]?.bounds).toEqual([0, 3]);
		expect(layers[0]?.techniques.map(({ id, score }) => [id, score])).toEqual([
			["T1021", 1],
			["T1021.004", 1],
		]);
	});

	it("holds the runs of a technique where one is asked for", () => {
		const covers = (technique: string): boolean => technique === "T1028";
		expect(readExecutionLog("log", write("attire", { covers }))?.runs).toHaveLength(1);
	});
});
