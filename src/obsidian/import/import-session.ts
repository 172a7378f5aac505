import { applyImport } from "../../core/ingest/apply-import";
import type { ImportHost, ImportPlan, ImportSources } from "../../core/ingest/import-plan";
import { planImport } from "../../core/ingest/plan-import";
import type { Progress } from "../../core/ports/progress";
import type { SourceInput } from "../../core/ports/source-files";
import { createImportProgress } from "../ports/import-progress";
import type { ImportProgress, ImportState } from "../ports/import-progress";
import type { SourceKind } from "../settings/plugin-settings";
import type { ChosenSource, ImportedSource } from "./chosen-source";
import type { ImportPhase } from "./import-phase";
import { stampSources } from "./stamp-sources";
import type { WatchedChoice } from "./stamp-sources";
import { watchSource } from "./watch-source";

/** What a session needs from the plugin. */
export interface SessionHost {
	/** Everything the core needs; made anew for each run, since folders may have changed. */
	prepare(progress: Progress): Promise<ImportHost>;
	/** Keeps what was imported for the next time. */
	remember(sources: readonly ImportedSource[]): Promise<void>;
}

/** One import from choosing to report. It lives on when its window closes. */
export interface ImportSession {
	phase(): ImportPhase;
	progress(): ImportState;
	/** Whether the person asked to stop and the work has not stopped yet. */
	stopping(): boolean;
	/** Whether the work waits until it is resumed. */
	paused(): boolean;
	chosen(): readonly ChosenSource[];
	add(sources: readonly ChosenSource[]): void;
	remove(source: ChosenSource): void;
	/** Works out what would change; `attackVersion` is "" where there is none to give. */
	plan(attackVersion: string): Promise<void>;
	/** Writes what was planned. */
	apply(): Promise<void>;
	readonly cancel: () => void;
	/** Lets work under way wait after the item in hand. */
	readonly pause: () => void;
	readonly resume: () => void;
	/** Goes back to choosing; the sources stay. */
	readonly back: () => void;
	readonly onChange: (listener: () => void) => () => void;
}

/** Starts a session in which nothing is chosen yet. */
export function createImportSession(host: SessionHost): ImportSession {
	let phase: ImportPhase = { kind: "choose" };
	let chosen: readonly ChosenSource[] = [];
	let progress: ImportProgress = createImportProgress();
	let plannedOn: ImportHost | undefined;
	let watched: readonly WatchedChoice[] = [];
	const listeners = new Set<() => void>();
	const changed = (): void => {
		for (const listener of listeners) listener();
	};
	const enter = (next: ImportPhase): void => {
		phase = next;
		changed();
	};
	const run = async (work: () => Promise<ImportPhase>): Promise<void> => {
		try {
			enter(await work());
		} catch (error) {
			enter({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
		}
	};
	const choose = (sources: readonly ChosenSource[]): void => {
		chosen = sources;
		changed();
	};
	return {
		phase: () => phase,
		progress: () => progress.state(),
		stopping: () => progress.cancelled && isWorking(phase),
		paused: () => progress.paused && isWorking(phase),
		chosen: () => chosen,
		add: (sources) => choose([...chosen, ...sources]),
		remove: (source) => choose(chosen.filter((kept) => kept !== source)),
		plan(attackVersion) {
			if (phase.kind !== "choose") return Promise.resolve();
			progress = createImportProgress();
			enter({ kind: "planning" });
			return run(async () => {
				const prepared = await host.prepare(progress);
				plannedOn = prepared;
				watched = chosen.map((source) => ({ source, watch: watchSource(source.input) }));
				const plan = await planImport(gatherSources(watched, attackVersion), prepared);
				return plan.cancelled ? { kind: "choose" } : { kind: "review", plan };
			});
		},
		apply() {
			if (phase.kind !== "review" || plannedOn === undefined) return Promise.resolve();
			const { plan } = phase;
			progress = createImportProgress();
			const applied: ImportHost = { ...plannedOn, progress };
			enter({ kind: "writing", plan });
			return run(() => finish(plan, applied, watched, host));
		},
		cancel() {
			progress.cancel();
			changed();
		},
		pause() {
			if (!isWorking(phase)) return;
			progress.pause();
			changed();
		},
		resume() {
			progress.resume();
			changed();
		},
		back() {
			if (!isWorking(phase)) enter({ kind: "choose" });
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

function isWorking({ kind }: ImportPhase): boolean {
	return kind === "planning" || kind === "writing";
}

async function finish(
	plan: ImportPlan,
	applied: ImportHost,
	watched: readonly WatchedChoice[],
	host: SessionHost,
): Promise<ImportPhase> {
	const result = await applyImport(plan, applied);
	const stopped = applied.progress.cancelled;
	if (!stopped) await host.remember(await stampSources(watched, plan.attackVersions));
	return { kind: "done", result, report: result.report, stopped };
}

function gatherSources(watched: readonly WatchedChoice[], attackVersion: string): ImportSources {
	const inputs = (kind: SourceKind): SourceInput[] =>
		watched.filter(({ source }) => source.kind === kind).map(({ watch }) => watch.input);
	return {
		attack: inputs("attack"),
		attackVersion: attackVersion === "" ? undefined : attackVersion,
		rules: inputs("rules"),
		atomics: inputs("atomics"),
		notes: inputs("notes"),
	};
}
