import type { Steps } from "../../core/text/steps";
import { finishStepsInTurns } from "../../core/text/steps";
import { createSlicer } from "../ports/slices";

/** Draws blocks one after the other, with turns for the window in between. */
export interface RedrawQueue {
	/**
	 * Does a piece of work, or one that goes on in steps, as soon as what is running has ended: by then the post-processors of other
	 * plugins have looked at the block. Dataview's writes the HTML of each cell with an inline field in it anew, under the hands of
	 * whoever drew it.
	 */
	add(work: Work): void;
	/** The same, before all that waits. */
	addFirst(work: Work): void;
}

type Work = () => Steps<void> | void;

/** Milliseconds of drawing after which the window gets its turn. */
const SLICE = 10;

/** Makes a queue; a note with many blocks, or many open notes, share one. */
export function createRedrawQueue(): RedrawQueue {
	const waiting: Work[] = [];
	let running = false;
	const run = async (): Promise<void> => {
		running = true;
		await Promise.resolve();
		const slicer = createSlicer(SLICE);
		const breathe = (): Promise<void> => slicer.breathe();
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const steps = next();
			if (steps !== undefined) await finishStepsInTurns(steps, breathe);
			await breathe();
		}
		running = false;
	};
	return {
		add(work) {
			waiting.push(work);
			if (!running) void run();
		},
		addFirst(work) {
			waiting.unshift(work);
			if (!running) void run();
		},
	};
}
