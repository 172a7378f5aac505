import type { ImportStage, Progress } from "../../core/ports/progress";
import { createSlicer } from "./slices";

/** How far an import is. */
export interface ImportState {
	readonly stage: ImportStage;
	readonly done: number;
	readonly total: number | null;
	/** The file or note in hand, "" where there is none. */
	readonly detail: string;
}

/** The progress of one import, which views can watch and a person can stop. */
export interface ImportProgress extends Progress {
	state(): ImportState;
	cancel(): void;
}

/** Makes the progress of one import; the work pauses after each slice, so that the window stays usable. */
export function createImportProgress(): ImportProgress {
	const slicer = createSlicer();
	let state: ImportState = { stage: "read", done: 0, total: null, detail: "" };
	let cancelled = false;
	return {
		report(stage, done, total, detail = "") {
			state = { stage, done, total, detail };
		},
		breathe: () => slicer.breathe(),
		get cancelled() {
			return cancelled;
		},
		state: () => state,
		cancel() {
			cancelled = true;
		},
	};
}
