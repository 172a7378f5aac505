import { describe, expect, it } from "vitest";
import { linkRules, linkRunbooks } from "../../../src/core/executions/link-evidence";
import {
	isStale,
	latestVerdict,
	staleBefore,
	summariseRunbook,
	summariseRuns,
} from "../../../src/core/executions/run-summary";
import type { RuleEntry, RunbookEntry } from "../../../src/core/library/library-entry";
import type { VaultLibrary } from "../../../src/core/library/vault-library";
import { NO_RUN_FACTS } from "../../../src/core/model/execution";
import { draftExecutionNote } from "../../../src/core/notes/execution/draft-execution-note";
import type { DraftedVerdict } from "../../../src/core/notes/execution/write-verdicts";
import { buildVault } from "../library/technique-vault";
import { GUID, OTHER_GUID, RUNBOOK } from "./run-vault";

const RUNBOOK_PATH = "Testing Runbooks/SSH - runbook.md";

function sigma(title: string, product: string, more = ""): string {
	return [
		"---",
		`rule_id: ${title}`,
		`title: ${title}`,
		"vendor: sigma",
		"techniques: [T1021.004]",
		"tags: [detection_rule]",
		"---",
		"```yaml",
		`title: ${title}`,
		`logsource:\n    product: ${product}\n    category: process_creation`,
		"detection:\n    s:\n        Image: ssh\n    condition: s",
		`tags:\n    - attack.t1021.004${more}`,
		"```",
		"",
	].join("\n");
}

const SIMULATION = `\nsimulation:\n    - type: atomic-red-team\n      name: Log in\n      technique: T1021.004\n      atomic_guid: ${OTHER_GUID}`;

const row = (title: string, verdict: DraftedVerdict["verdict"], how = "observed") => ({
	...{ target: title, title, verdict, how, evidence: "" },
});

function run(started: string, verdicts: readonly DraftedVerdict[], guid = GUID): string {
	return draftExecutionNote({
		...NO_RUN_FACTS,
		...{ technique: "T1021.004", testGuid: guid, started, outcome: "detected" },
		...{ logId: `${guid}/${started}/lab`, campaign: null, verdicts, command: "", executor: null },
		runbook: { target: "SSH - runbook", block: null },
		...{ output: [], masked: 0, evidence: "", findings: "" },
	});
}

const VAULT = {
	[RUNBOOK_PATH]: RUNBOOK,
	"Rules/A.md": sigma("A", "linux"),
	"Rules/B.md": sigma("B", "macos"),
	"Rules/C.md": sigma("C", "macos", SIMULATION),
	"Rules/D.md": sigma("D", "windows"),
};

function open(runs: readonly string[]) {
	const notes = runs.map((text, index) => [`Test Executions/${index}.md`, text] as const);
	return buildVault({ ...VAULT, ...Object.fromEntries(notes) });
}

const runbookOf = (library: VaultLibrary): RunbookEntry => {
	const entry = library.entry(RUNBOOK_PATH);
	if (entry?.kind !== "runbook") throw new Error("no runbook");
	return entry;
};

const ruleAt =
	(library: VaultLibrary) =>
	(path: string): RuleEntry | undefined => {
		const entry = library.entry(path);
		return entry?.kind === "rule" ? entry : undefined;
	};

describe("verdicts", () => {
	it("of a person count before those of an evaluation, and these before imported ones; all stay", () => {
		const { library } = open([
			run("2026-11-02T09:00:00Z", [
				row("A", "missed", "observed in the SIEM"),
				row("A", "fired", "evaluated on 3 events"),
				row("B", "missed", "imported"),
				row("B", "fired", "evaluated on 3 events"),
			]),
		]);
		const [judged] = library.runs.ofRule("Rules/A.md");
		expect(judged?.row.verdict).toBe("missed");
		expect(judged?.others.map(({ verdict }) => verdict)).toEqual(["fired"]);
		expect(library.runs.ofRule("Rules/B.md")[0]?.row.verdict).toBe("fired");
	});

	it("are the latest run's, and not tested is none", () => {
		const { library } = open([
			run("2026-11-01T09:00:00Z", [row("A", "fired")]),
			run("2026-11-03T09:00:00Z", [row("A", "not tested")]),
			run("2026-11-02T09:00:00Z", [row("A", "missed")]),
		]);
		expect(latestVerdict(library.runs, "Rules/A.md")?.row.verdict).toBe("missed");
	});

	it("follow edits, moves and removals of notes", () => {
		const { library } = open([run("2026-11-01T09:00:00Z", [row("A", "fired")])]);
		expect(library.runs.ofRule("Rules/A.md")).toHaveLength(1);
		library.rename("Rules/A.md", "Other/A.md");
		expect(library.runs.ofRule("Other/A.md")).toHaveLength(1);
		library.remove("Test Executions/0.md");
		expect(library.runs.ofRule("Other/A.md")).toEqual([]);
	});
});

describe("what runs say of a runbook", () => {
	const runs = [
		run("2026-11-01T09:00:00Z", [row("A", "fired"), row("B", "missed")]),
		run("2026-11-02T09:00:00Z", [row("A", "missed"), row("B", "fired")]),
		run("2026-08-01T09:00:00Z", [row("D", "fired")], OTHER_GUID),
	];

	it("is the last run, tests run and proven, rules proven of those judged", () => {
		const { library } = open(runs);
		const summary = summariseRunbook(library.runs, runbookOf(library), ruleAt(library));
		expect(summary).toMatchObject({
			...{ runs: 3, lastRun: "2026-11-02T09:00:00Z", outcome: "detected" },
			tests: { total: 2, run: 2, proven: 2 },
			rules: { total: 3, judged: 3, proven: 2 },
		});
	});

	it("counts what lies before the window of freshness as stale", () => {
		const { library } = open(runs);
		const since = staleBefore("2026-11-20T00:00:00Z", 90);
		const { rulesOf } = library;
		const all = library.runs.all;
		const summary = summariseRuns(
			library.runs,
			[runbookOf(library)],
			rulesOf(() => true),
			all,
			{
				since,
			},
		);
		expect(summary.tests).toEqual({ total: 2, run: 2, proven: 2, stale: 1 });
		expect(summary.rules).toEqual({ total: 4, judged: 3, proven: 2, stale: 1 });
		expect(isStale("2026-08-01T09:00:00Z", since)).toBe(true);
		expect(isStale(null, since)).toBe(false);
	});
});

describe("links between rules and a runbook", () => {
	it("come with why: the simulation first, then runs, then technique and platform", () => {
		const { library } = open([run("2026-11-02T09:00:00Z", [row("B", "missed")])]);
		const linked = linkRules(runbookOf(library), { library, resolve: (id) => id });
		expect(linked.map(({ rule, why }) => [rule.title, why.map(({ kind }) => kind)])).toEqual([
			["C", ["simulation"]],
			["B", ["execution"]],
			["A", ["technique"]],
			["D", ["technique"]],
		]);
		expect(linked[2]?.why[0]).toEqual({
			...{ kind: "technique", technique: "T1021.004", platform: "Linux" },
		});
	});

	it("take no note for a rule that a verdict names by mistake", () => {
		const { library } = open([
			run("2026-11-02T09:00:00Z", [row("SSH - runbook", "missed"), row("nowhere", "fired")]),
		]);
		const linked = linkRules(runbookOf(library), { library, resolve: (id) => id });
		expect(linked.map(({ rule }) => rule.title)).toEqual(["C", "A", "D"]);
	});

	it("are those of one test where one is asked for", () => {
		const { library } = open([]);
		const linked = linkRules(runbookOf(library), { library, resolve: (id) => id }, GUID);
		expect(linked.map(({ rule }) => rule.title)).toEqual(["D"]);
	});

	it("lead back from the rule", () => {
		const { library } = open([run("2026-11-02T09:00:00Z", [row("B", "missed")])]);
		const back = (path: string) => {
			const rule = ruleAt(library)(path);
			return rule === undefined ? [] : linkRunbooks(rule, { library, resolve: (id) => id });
		};
		expect(back("Rules/B.md")).toMatchObject([
			{ runbook: { path: RUNBOOK_PATH }, why: [{ kind: "execution", verdict: "missed" }] },
		]);
		expect(back("Rules/C.md")).toMatchObject([{ why: [{ kind: "simulation", guid: OTHER_GUID }] }]);
	});
});
