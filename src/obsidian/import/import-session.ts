import { applyImport } from "../../core/ingest/apply-import";
import { planExecutions } from "../../core/ingest/executions/plan-executions";
import type { ImportHost, ImportPlan } from "../../core/ingest/import-plan";
import { isIdle } from "../../core/ingest/import-plan";
import { leaveOut } from "../../core/ingest/leave-out";
import { planImport } from "../../core/ingest/plan-import";
import { problemOf } from "../../core/model/problem";
import type { Progress } from "../../core/ports/progress";
import { createListeners } from "../listeners";
import { createImportProgress } from "../ports/import-progress";
import type { ImportProgress, ImportState } from "../ports/import-progress";
import type { ChosenSource, ImportedSource, MissingSource } from "./chosen-source";
import { fetchSources } from "./fetch-sources";
import { gatherSources } from "./gather-sources";
import type { ImportOptions } from "./gather-sources";
import { isBusy } from "./import-phase";
import type { ImportPhase } from "./import-phase";
import { createLeftOut } from "./left-out";
import { stampSources } from "./stamp-sources";
import type { WatchedChoice } from "./stamp-sources";
import { watchSource } from "./watch-source";
import { countWriting } from "./write-counts";
import type { CountingNotes, WriteCounts } from "./write-counts";
import { errorMessage } from "../../core/text/error-message";

/** What a session needs from the plugin. */
export interface SessionHost {
	/** Everything the core needs; made anew for each run, since folders may have changed. */
	prepare(progress: Progress): Promise<ImportHost>;
	/** Keeps what was imported for the next time, and what could not be had. */
	remember(imported: readonly ImportedSource[], missing: readonly MissingSource[]): Promise<void>;
}

/** One import from choosing to report. It lives on when its window closes. */
export interface ImportSession {
	phase(): ImportPhase;
	progress(): ImportState;
	/** What became of the notes so far; undefined unless it writes. */
	counts(): WriteCounts | undefined;
	/** Whether the person asked to stop and the work has not stopped yet. */
	stopping(): boolean;
	/** Whether the work waits until it is resumed. */
	paused(): boolean;
	chosen(): readonly ChosenSource[];
	add(sources: readonly ChosenSource[]): void;
	remove(source: ChosenSource): void;
	/** Works out what would change. */
	plan(options: ImportOptions): Promise<void>;
	/** Says which technique replaces one that the plan asks about, by its id, and plans again with that. */
	answer(moves: ReadonlyMap<string, string>): Promise<void>;
	/** Paths of notes of the plan that are not to be written. */
	leftOut(): ReadonlySet<string>;
	/** Leaves notes of the plan out, or takes them in again. */
	leave(paths: Iterable<string>, isLeft: boolean): void;
	/** Writes what was planned, but for the notes that were left out. */
	apply(): Promise<void>;
	readonly cancel: () => void;
	/** Lets work under way wait after the item in hand. */
	readonly pause: () => void;
	readonly resume: () => void;
	/** Goes back to choosing; the sources stay. */
	readonly back: () => void;
	readonly onChange: (listener: () => void) => () => void;
}

/** What was worked out, and is needed to write it. */
interface Planned {
	readonly next: ImportPhase;
	readonly host: ImportHost;
	readonly watched: readonly WatchedChoice[];
	readonly missing: readonly MissingSource[];
}

/** Starts a session in which nothing is chosen yet. */
export function createImportSession(host: SessionHost): ImportSession {
	let phase: ImportPhase = { kind: "choose" };
	let chosen: readonly ChosenSource[] = [];
	let progress: ImportProgress = createImportProgress();
	const planner = createPlanner(host);
	const left = createLeftOut();
	let writing: CountingNotes | undefined;
	const { tell: changed, add: onChange } = createListeners();
	const enter = (next: ImportPhase): void => {
		phase = next;
		changed();
	};
	const run = async (work: () => Promise<ImportPhase>): Promise<void> => enter(await attempt(work));
	const planWith = (options: ImportOptions): Promise<void> => {
		progress = createImportProgress();
		enter({ kind: "planning" });
		return run(() => planner.plan(chosen, options, progress));
	};
	const choose = (sources: readonly ChosenSource[]): void => {
		chosen = sources;
		changed();
	};
	return {
		phase: () => phase,
		progress: () => progress.state(),
		counts: () => (phase.kind === "writing" ? writing?.counts(progress.state()) : undefined),
		stopping: () => progress.cancelled && isBusy(phase.kind),
		paused: () => progress.paused && isBusy(phase.kind),
		chosen: () => chosen,
		add: (sources) => choose([...chosen, ...sources]),
		remove: (source) => choose(chosen.filter((kept) => kept !== source)),
		plan(options) {
			if (phase.kind !== "choose") return Promise.resolve();
			left.clear();
			return planWith(options);
		},
		answer(moves) {
			return phase.kind === "review" ? planWith(planner.answered(moves)) : Promise.resolve();
		},
		leftOut: left.paths,
		leave(paths, isLeft) {
			left.put(paths, isLeft);
			changed();
		},
		apply() {
			const work = planner.planned();
			if (phase.kind !== "review" || work === undefined) return Promise.resolve();
			const plan = leaveOut(phase.plan, left.paths());
			progress = createImportProgress();
			progress.report("write", 0, plan.notes.length);
			writing = countWriting(plan, work.host.notes);
			enter({ kind: "writing", plan });
			const applied: ImportHost = { ...work.host, notes: writing.notes, progress };
			return run(() => finish(plan, applied, work, host));
		},
		cancel() {
			progress.cancel();
			changed();
		},
		pause() {
			if (!isBusy(phase.kind)) return;
			progress.pause();
			changed();
		},
		resume() {
			progress.resume();
			changed();
		},
		back() {
			if (!isBusy(phase.kind)) enter({ kind: "choose" });
		},
		onChange,
	};
}

/** Works out plans, and knows what the last one was made with. */
interface Planner {
	plan(
		chosen: readonly ChosenSource[],
		options: ImportOptions,
		progress: ImportProgress,
	): Promise<ImportPhase>;
	planned(): Planned | undefined;
	/** What the last plan was asked, with more answers. */
	answered(moves: ReadonlyMap<string, string>): ImportOptions;
}

function createPlanner(host: SessionHost): Planner {
	let planned: Planned | undefined;
	let asked: ImportOptions = { attackVersion: "", restore: false };
	return {
		async plan(chosen, options, progress) {
			asked = options;
			planned = await planChosen(chosen, options, host, progress);
			return planned.next;
		},
		planned: () => planned,
		answered: (moves) => ({ ...asked, moves: new Map([...(asked.moves ?? []), ...moves]) }),
	};
}

async function attempt(work: () => Promise<ImportPhase>): Promise<ImportPhase> {
	try {
		return await work();
	} catch (error) {
		return { kind: "failed", message: errorMessage(error) };
	}
}

async function planChosen(
	chosen: readonly ChosenSource[],
	options: ImportOptions,
	host: SessionHost,
	progress: ImportProgress,
): Promise<Planned> {
	const { opened, missing } = await fetchSources(chosen, progress);
	const prepared = await host.prepare(progress);
	const watched = opened.map((each) => ({ ...each, watch: watchSource(each.input) }));
	const work = { host: prepared, watched, missing };
	if (progress.cancelled) return { ...work, next: { kind: "choose" } };
	if (opened.length === 0 && missing.length > 0) {
		await host.remember([], missing);
		const message = missing.map(({ reason }) => reason).join("\n");
		return { ...work, next: { kind: "failed", message } };
	}
	const { sources, logs } = gatherSources(watched, options);
	const plan = await planExecutions(logs, await planImport(sources, prepared), prepared);
	if (plan.cancelled) return { ...work, next: { kind: "choose" } };
	// There is nothing to agree to, and nobody is asked: at most it is noted where files lie.
	if (isIdle(plan) && options.isDry !== true) await applyImport(plan, prepared);
	return { ...work, next: { kind: "review", plan: tellMissing(plan, missing), missing } };
}

/** The report lists what could not be downloaded with the other problems. */
function tellMissing(plan: ImportPlan, missing: readonly MissingSource[]): ImportPlan {
	const told = missing.map(({ source, reason }) =>
		problemOf(source.input.argument, null, "read-unreadable", reason),
	);
	const { result } = plan;
	return { ...plan, result: { ...result, problems: [...told, ...result.problems] } };
}

async function finish(
	plan: ImportPlan,
	applied: ImportHost,
	{ watched, missing }: Planned,
	host: SessionHost,
): Promise<ImportPhase> {
	const result = await applyImport(plan, applied);
	const stopped = applied.progress.cancelled;
	if (!stopped) await host.remember(await stampSources(watched, plan), missing);
	return { kind: "done", result, report: result.report, stopped };
}
