import { useEffect, useMemo, useState } from "preact/hooks";
import type { Steps } from "../../../core/text/steps";
import { finishSteps, finishStepsInTurns } from "../../../core/text/steps";
import { createSlicer } from "../../ports/slices";

/** Panels over more rules than this work out their tables in pieces, with turns for the window in between. */
const SMALL = 100;

/**
 * Works out a table's rows from `size` rules, anew where an input is another one. Those of a small panel are there at once; a large one's
 * come later, and the earlier ones stay until then, undefined where there are none yet.
 */
export function useRows<T>(
	size: number,
	workOut: () => Steps<T>,
	inputs: readonly unknown[],
): T | undefined {
	const isSmall = size <= SMALL;
	const atOnce = useMemo(() => (isSmall ? finishSteps(workOut()) : undefined), inputs);
	const [later, setLater] = useState<T>();
	useEffect(() => {
		if (isSmall) return;
		let isWanted = true;
		const slicer = createSlicer();
		void finishStepsInTurns(
			stopWhere(workOut(), () => !isWanted),
			() => slicer.breathe(),
		).then((rows) => {
			if (isWanted && rows !== undefined) setLater(() => rows);
		});
		return () => {
			isWanted = false;
		};
	}, inputs);
	return isSmall ? atOnce : later;
}

/** Work that nobody waits for any more ends at its next pause. */
function* stopWhere<T>(steps: Steps<T>, isOver: () => boolean): Steps<T | undefined> {
	yield;
	while (!isOver()) {
		const { done, value } = steps.next();
		if (done === true) return value;
		yield;
	}
	return undefined;
}
