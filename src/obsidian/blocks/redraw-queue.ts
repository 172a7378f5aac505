import { createSlicer } from "../ports/slices";

/** Draws blocks one after the other, with turns for the window in between. */
export interface RedrawQueue {
	/** Does a piece of work: at once if nothing else is waiting. */
	add(work: () => void): void;
}

/** Milliseconds of drawing after which the window gets its turn. */
const SLICE = 10;

/** Makes a queue; a note with many blocks, or many open notes, share one. */
export function createRedrawQueue(): RedrawQueue {
	const waiting: (() => void)[] = [];
	let running = false;
	const run = async (): Promise<void> => {
		running = true;
		const slicer = createSlicer(SLICE);
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			next();
			await slicer.breathe();
		}
		running = false;
	};
	return {
		add(work) {
			waiting.push(work);
			if (!running) void run();
		},
	};
}
