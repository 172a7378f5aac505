import type { RefObject } from "preact";
import { useCallback, useMemo } from "preact/hooks";
import type { Matrix, MatrixCell } from "../../../core/matrix/matrix";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { createSearch } from "../../../core/matrix/search-techniques";
import { useHost } from "../view-host";
import type { CellActions } from "./cell-actions";
import { describeCell, listLegend } from "./lens-words";
import type { CellWords } from "./lens-words";
import { MatrixGrid } from "./matrix-grid";
import { MatrixLegend } from "./matrix-legend";
import type { MatrixCounts } from "./matrix-model";
import { placeSlots } from "./matrix-slots";

/** The matrix itself with its legend, in whatever view it stands. */
export function MatrixBoard(props: {
	readonly matrix: Matrix;
	readonly records: MatrixRecords;
	readonly counts: MatrixCounts | undefined;
	/** Whether they are being counted for the first time. */
	readonly isCounting?: boolean;
	readonly unfolded: ReadonlySet<string>;
	/** What a search leaves bright. */
	readonly search: string;
	readonly actions: CellActions;
	readonly scroller: RefObject<HTMLDivElement | null>;
}) {
	const { matrix, records, counts, unfolded, search } = props;
	const { matrix: texts } = useHost().texts;
	const isUnfolded = useCallback((id: string) => unfolded.has(id), [unfolded]);
	const columns = useMemo(() => placeSlots(matrix, isUnfolded), [matrix, isUnfolded]);
	const wordsOf = useMemo(() => {
		const known = new Map<string, CellWords>();
		return (id: string): CellWords => {
			const before = known.get(id);
			if (before !== undefined) return before;
			const words = describeCell(counts?.cells.get(id), counts?.pair, texts);
			known.set(id, words);
			return words;
		};
	}, [counts, texts]);
	const isFound = useMemo<(cell: MatrixCell) => boolean>(() => createSearch(search), [search]);
	const legend = useMemo(
		() => (counts === undefined ? [] : listLegend(counts.pair, texts)),
		[counts, texts],
	);
	const lens = counts?.pair.first.option.label ?? texts.counting;
	return (
		<>
			<MatrixGrid
				label={texts.grid(texts.domains[matrix.domain], lens)}
				columns={columns}
				wordsOf={wordsOf}
				isFound={isFound}
				isUnfolded={isUnfolded}
				isCounting={props.isCounting ?? false}
				notes={records.notes}
				actions={props.actions}
				scroller={props.scroller}
			/>
			<MatrixLegend steps={legend} />
		</>
	);
}
