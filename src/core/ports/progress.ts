/** The steps of an import, in order. */
export type ImportStage = "read" | "index" | "plan" | "write" | "finish";

/** What a long piece of work needs from its host: a place to tell how far it is, and leave to go on. */
export interface Progress {
	/** Tells how far a stage is; `total` is null while unknown. Cheap: call it for each item. */
	report(stage: ImportStage, done: number, total: number | null, detail?: string): void;
	/** Resolves when the host may be kept busy again; the host decides how often it really waits. */
	breathe(): Promise<void>;
	/** True once the person asked to stop; work then ends after the item in hand. */
	readonly cancelled: boolean;
}

/** A progress that is never cancelled and tells nobody. */
export const SILENT_PROGRESS: Progress = {
	report: () => undefined,
	breathe: () => Promise.resolve(),
	cancelled: false,
};
