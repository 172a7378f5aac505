import { useState } from "preact/hooks";
import { useHost } from "../view-host";
import { UNTOUCHED } from "./table-memory";
import type { TableState } from "./table-memory";
import { useLatest } from "./use-latest";

/** The state of the table of a query, as it was when the table was last drawn; a change is kept for the next time. */
export function useTableState(
	query: string,
	columns: number,
): readonly [TableState, (change: Partial<TableState>) => void] {
	const { memory } = useHost();
	const [state, setState] = useState(() => memory?.recall(query) ?? UNTOUCHED);
	const change = useLatest((part: Partial<TableState>) => {
		const next = { ...state, ...part };
		memory?.keep(query, next);
		setState(next);
	});
	return [fitState(state, columns), change];
}

/** The same query may have other columns after an edit of the block. */
function fitState(state: TableState, columns: number): TableState {
	const { sort, widths } = state;
	if ((sort?.column ?? 0) < columns && (widths?.length ?? columns) === columns) return state;
	return { ...state, sort: null, widths: null };
}
