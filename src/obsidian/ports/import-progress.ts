import type { ImportStage, Progress } from "../../core/ports/progress";
import { createSlicer } from "./slices";

/** The steps of an import in Obsidian: sources may be downloaded first. */
export type WorkStage = ImportStage | "download";

/** How far an import is. */
export interface ImportState {
	readonly stage: WorkStage;
	readonly done: number;
	readonly total: number | null;
	/** The file or note in hand, "" where there is none. */
	readonly detail: string;
}

/** The progress of one import, which views can watch and a person can stop. */
export interface ImportProgress extends Progress {
	report(stage: WorkStage, done: number, total: number | null, detail?: string): void;
	state(): ImportState;
	/** Asks the work to stop; one that is paused goes on to do so. */
	cancel(): void;
	/** Resolves once it is to stop. */
	readonly stopped: Promise<void>;
	/** Whether the work waits for `resume`. */
	readonly paused: boolean;
	/** Lets the work wait after the item in hand. */
	pause(): void;
	resume(): void;
}

/** Makes the progress of one import; the work pauses after each slice, so that the window stays usable. */
export function createImportProgress(): ImportProgress {
	const slicer = createSlicer();
	let state: ImportState = { stage: "read", done: 0, total: null, detail: "" };
	let cancelled = false;
	/** Lets the waiting work go on; undefined where it is not to wait. */
	let release: (() => void) | undefined;
	let waiting: Promise<void> | undefined;
	let tellStopped = (): void => undefined;
	const stopped = new Promise<void>((resolve) => {
		tellStopped = resolve;
	});
	const resume = (): void => {
		release?.();
		release = undefined;
		waiting = undefined;
	};
	return {
		report(stage, done, total, detail = "") {
			state = { stage, done, total, detail };
		},
		breathe: () => waiting ?? slicer.breathe(),
		get cancelled() {
			return cancelled;
		},
		stopped,
		state: () => state,
		get paused() {
			return waiting !== undefined;
		},
		pause() {
			if (cancelled) return;
			waiting ??= new Promise((resolve) => {
				release = resolve;
			});
		},
		resume,
		cancel() {
			cancelled = true;
			tellStopped();
			resume();
		},
	};
}
