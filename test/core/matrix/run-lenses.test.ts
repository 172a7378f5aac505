import { afterEach, describe, expect, it } from "vitest";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import type { ExecutionEntry, RuleEntry } from "../../../src/core/library/library-entry";
import { gatherRuns } from "../../../src/core/library/run-records";
import { stepOf } from "../../../src/core/matrix/lens";
import {
	createLastRunLens,
	createOutcomeLens,
	createProvenLens,
	OUTCOME_STEPS,
} from "../../../src/core/matrix/run-lenses";
import { groupByTechnique } from "../../../src/core/matrix/technique-groups";
import { NO_RUN_FACTS } from "../../../src/core/model/execution";
import type { VerdictWord } from "../../../src/core/model/execution";
import { buildRule } from "../library/rule-builder";
import { buildAttack, buildTechnique } from "./matrix-builder";

const resolver = createTechniqueResolver(
	buildAttack(["T1001", "T1001.001", "T1002"].map((id) => buildTechnique(id, []))),
);
const DAY = 86_400_000;
const TODAY = Date.parse("2026-03-01T00:00:00Z") / DAY;

function run(technique: string, part: Partial<ExecutionEntry> = {}): ExecutionEntry {
	return {
		...NO_RUN_FACTS,
		...{ kind: "execution", title: "A run", path: `Runs/${technique} ${part.started ?? ""}.md` },
		...{ logId: null, runbook: null, campaign: null, techniques: [technique], verdicts: [] },
		...part,
	};
}

/** A run that says something of rules, by their ids. */
function judged(started: string, verdicts: Readonly<Record<string, VerdictWord>>): ExecutionEntry {
	return run("T1001", {
		started,
		verdicts: Object.entries(verdicts).map(([id, verdict]) => ({
			...{ target: `Rules/${id}.md`, title: id, verdict },
			...{ how: "", origin: "observed", evidence: "" },
		})),
	});
}

const groupRuns = (runs: readonly ExecutionEntry[]) => groupByTechnique(runs, resolver);

describe("the lens of the last execution", () => {
	const lens = createLastRunLens(
		groupRuns([
			run("T1001.001", { started: "2026-02-27T23:59:00Z" }),
			run("T1001.001", { started: "2024-02-27T10:00:00Z" }),
			run("T1001", { started: "2026-03-01T01:00:00Z", ran: "not-run" }),
			run("T1002"),
		]),
		TODAY,
	);
	const look = (id: string, isRolledUp = true): number | null =>
		lens.valueOf(id, isRolledUp).amount;

	it("gives the latest day, with sub-techniques where asked, and leaves out what was not run in the end", () => {
		expect(look("T1001")).toBe(TODAY - 2);
		expect(look("T1001.001", false)).toBe(TODAY - 2);
		expect(look("T1001", false)).toBeNull();
		expect(lens.valueOf("T1001", true).notes).toHaveLength(2);
	});

	it("is stronger the younger the run, and knows runs without a date", () => {
		expect(look("T1002")).toBe(0);
		const ages = [0, TODAY - 400, TODAY - 365, TODAY - 40, TODAY - 8, TODAY];
		expect(ages.map((day) => stepOf(lens, day))).toEqual([1, 1, 2, 3, 4, 5]);
	});
});

describe("the lens of the outcome", () => {
	it("takes that of the latest run", () => {
		const lens = createOutcomeLens(
			groupRuns([
				run("T1001", { started: "2026-01-02T00:00:00Z", outcome: "not-detected" }),
				run("T1001", { started: "2026-01-01T00:00:00Z", outcome: "blocked" }),
				run("T1002"),
			]),
		);
		const wordOf = (id: string) => OUTCOME_STEPS[(lens.valueOf(id, true).amount ?? 0) - 1];
		expect(wordOf("T1001")).toBe("not-detected");
		expect(wordOf("T1002")).toBe("tbd");
		expect(wordOf("T1001.001")).toBeUndefined();
		expect(lens.valueOf("T1001", true).notes).toEqual(["Runs/T1001 2026-01-02T00:00:00Z.md"]);
	});
});

describe("the lens of what is proven", () => {
	const rules: readonly RuleEntry[] = ["1", "2", "3"].map((id) =>
		buildRule(id, {}, { techniques: [id === "3" ? "T1001.001" : "T1001"] }),
	);
	let since: string | null = null;
	afterEach(() => {
		since = null;
	});
	const look = (...runs: readonly ExecutionEntry[]) =>
		createProvenLens(
			groupByTechnique(rules, resolver),
			gatherRuns(runs, [], { resolve: (target) => target }),
			{ since },
		).valueOf("T1001", true);

	it("counts the rules whose latest verdict is that they fired, of all; the others are its notes", () => {
		const value = look(
			judged("2026-01-01T00:00:00Z", { 1: "fired", 2: "fired" }),
			judged("2026-01-02T00:00:00Z", { 1: "missed", 2: "not tested" }),
		);
		expect(value.parts).toEqual([1, 3]);
		expect(value.amount).toBeCloseTo(1 / 3);
		expect(value.notes).toEqual(["Rules/1.md", "Rules/3.md"]);
	});

	it("leaves out what a stale run proved", () => {
		since = "2026-01-02T00:00:00Z";
		const value = look(
			judged("2026-01-01T00:00:00Z", { 1: "fired" }),
			judged("2026-01-02T00:00:00Z", { 2: "fired" }),
		);
		expect(value.parts).toEqual([1, 3]);
		expect(value.notes).toEqual(["Rules/1.md", "Rules/3.md"]);
	});

	it("has nothing where no rule fired", () => {
		expect(look(judged("2026-01-01T00:00:00Z", { 1: "missed" })).amount).toBeNull();
	});
});
