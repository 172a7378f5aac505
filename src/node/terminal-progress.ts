import type { ImportStage, Progress } from "../core/ports/progress";

const STAGES: Readonly<Record<ImportStage, string>> = {
	read: "Reading sources",
	index: "Reading the vault",
	plan: "Planning notes",
	write: "Writing notes",
	finish: "Finishing",
};

/** Tells an import's progress on a terminal: one line redrawn there, one line per stage elsewhere. */
export function createTerminalProgress(
	write: (text: string) => void,
	interactive: boolean,
	cancelled: () => boolean,
): Progress {
	let current: ImportStage | undefined;
	let drawn = 0;
	return {
		report(stage, done, total) {
			if (stage !== current) {
				if (current !== undefined && interactive) write("\n");
				if (!interactive) write(`${STAGES[stage]}\n`);
				current = stage;
				drawn = 0;
			}
			// Redrawing costs more than the work it tells of, so only every hundredth step is shown.
			if (!interactive || (done !== total && done - drawn < 100)) return;
			drawn = done;
			write(`\r${STAGES[stage]} ${done}${total === null ? "" : ` of ${total}`}   `);
			if (stage === "finish" && done === total) write("\n");
		},
		// Nothing else shares the process, but a signal is only seen between two turns of the event loop.
		breathe: createBreather(),
		get cancelled() {
			return cancelled();
		},
	};
}

function createBreather(): () => Promise<void> {
	let calls = 0;
	return () =>
		++calls % 200 === 0 ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve();
}
