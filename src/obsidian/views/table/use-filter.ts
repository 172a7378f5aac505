import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { createRowFilter } from "./filter-rows";
import type { RowTexts } from "./filter-rows";
import type { TableRow } from "./table-model";

/** Rows whose text is gathered at a time, so that the window gets its turn in between. */
const STEP = 1000;

/** Gives the rows that a filter finds; in a very long table those of the filter before, until all rows can be searched. */
export function useFilter(rows: readonly TableRow[], filter: string): readonly TableRow[] {
	const [texts] = useState<RowTexts>(() => new WeakMap());
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const find = useMemo(() => createRowFilter(rows, texts), [rows, texts]);
	const last = useRef(filter);
	const isReady = filter === "" || filter === last.current || find.prepare(STEP);
	if (isReady) last.current = filter;
	useEffect(() => {
		if (isReady) return undefined;
		const timer = window.setTimeout(() => redraw(undefined));
		return () => window.clearTimeout(timer);
	});
	const applied = last.current;
	return useMemo(() => find(applied), [find, applied]);
}
