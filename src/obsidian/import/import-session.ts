import { applyImport } from "../../core/ingest/apply-import";
import type { ImportHost, ImportPlan, ImportSources } from "../../core/ingest/import-plan";
import { planImport } from "../../core/ingest/plan-import";
import type { Progress } from "../../core/ports/progress";
import type { SourceInput } from "../../core/ports/source-files";
import { createImportProgress } from "../ports/import-progress";
import type { ImportProgress, ImportState } from "../ports/import-progress";
import type { SourceKind } from "../settings/plugin-settings";
import type { ChosenSource } from "./chosen-source";
import type { ImportPhase } from "./import-phase";

/** What a session needs from the plugin. */
export interface SessionHost {
	/** Everything the core needs; made anew for each run, since folders may have changed. */
	prepare(progress: Progress): Promise<ImportHost>;
	/** Keeps what was imported for the next time. */
	remember(sources: readonly ChosenSource[]): Promise<void>;
}

/** One import from choosing to report. It lives on when its window closes. */
export interface ImportSession {
	phase(): ImportPhase;
	progress(): ImportState;
	/** Whether the person asked to stop and the work has not stopped yet. */
	stopping(): boolean;
	chosen(): readonly ChosenSource[];
	add(sources: readonly ChosenSource[]): void;
	remove(source: ChosenSource): void;
	/** Works out what would change; `attackVersion` is "" where there is none to give. */
	plan(attackVersion: string): Promise<void>;
	/** Writes what was planned. */
	apply(): Promise<void>;
	readonly cancel: () => void;
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
		stopping: () => progress.cancelled && (phase.kind === "planning" || phase.kind === "writing"),
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
				const plan = await planImport(gatherSources(chosen, attackVersion), prepared);
				return plan.cancelled ? { kind: "choose" } : { kind: "review", plan };
			});
		},
		apply() {
			if (phase.kind !== "review" || plannedOn === undefined) return Promise.resolve();
			const { plan } = phase;
			progress = createImportProgress();
			const applied: ImportHost = { ...plannedOn, progress };
			enter({ kind: "writing", plan });
			return run(() => finish(plan, applied, chosen, host));
		},
		cancel() {
			progress.cancel();
			changed();
		},
		back() {
			if (phase.kind !== "planning" && phase.kind !== "writing") enter({ kind: "choose" });
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

async function finish(
	plan: ImportPlan,
	applied: ImportHost,
	chosen: readonly ChosenSource[],
	host: SessionHost,
): Promise<ImportPhase> {
	const result = await applyImport(plan, applied);
	const stopped = applied.progress.cancelled;
	if (!stopped) await host.remember(chosen);
	return { kind: "done", result, report: result.report, stopped };
}

function gatherSources(chosen: readonly ChosenSource[], attackVersion: string): ImportSources {
	const inputs = (kind: SourceKind): SourceInput[] =>
		chosen.filter((source) => source.kind === kind).map((source) => source.input);
	return {
		attack: inputs("attack"),
		attackVersion: attackVersion === "" ? undefined : attackVersion,
		rules: inputs("rules"),
		atomics: inputs("atomics"),
		notes: inputs("notes"),
	};
}
