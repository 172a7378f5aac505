import { useLayoutEffect, useState } from "preact/hooks";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { createSlicer, nextTask } from "../../ports/slices";
import { useHost } from "../view-host";
import { currentDay } from "./current-day";
import type { LensOption } from "./lens-options";
import type { MatrixCounts } from "./matrix-model";
import { countMatrix } from "./matrix-model";
import type { MatrixState } from "./matrix-state";

/** Milliseconds of counting after which the window gets its turn. */
const SLICE = 8;

/** Counts in tasks after the one that draws, in turns; what was counted before stands until then. Undefined before the first time. */
export function useCounts(
	records: MatrixRecords | undefined,
	options: readonly LensOption[],
	state: MatrixState,
): MatrixCounts | undefined {
	const [counted, setCounted] = useState<{ domain: string; counts: MatrixCounts } | undefined>();
	const { domain, lens, second, actors, isRolledUp } = state;
	const { vendors, statuses, dataSources, leastLevel } = state;
	const since = useHost().staleBefore?.() ?? null;
	// An effect would wait for the next frame, which comes late where the window has much to lay out.
	useLayoutEffect(() => {
		if (records === undefined) return;
		let isGone = false;
		const isWanted = (): boolean => !isGone;
		const chosen = {
			...{ domain, lens, second, actors, isRolledUp },
			...{ vendors, statuses, dataSources, leastLevel },
			...{ today: currentDay(), since },
		};
		const count = async (): Promise<void> => {
			await nextTask();
			if (!isWanted()) return;
			const slicer = createSlicer(SLICE);
			const counts = await countMatrix(records, options, chosen, () => slicer.breathe());
			if (isWanted()) setCounted(counts && { domain, counts });
		};
		void count();
		return () => {
			isGone = true;
		};
	}, [
		...[records, options, domain, lens, second, actors, isRolledUp],
		...[vendors, statuses, dataSources, leastLevel, since],
	]);
	return counted?.domain === domain ? counted.counts : undefined;
}
