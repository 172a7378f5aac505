import type { RefObject } from "preact";
import { useMemo, useState } from "preact/hooks";
import { countShown, listGaps } from "../../../core/matrix/list-gaps";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import type { MatrixActions } from "./matrix-actions";
import { MatrixBoard } from "./matrix-board";
import { NothingLeft } from "./matrix-messages";
import type { MatrixCounts } from "./matrix-model";
import { GapSide, NoteSide } from "./matrix-side";
import { clearFilters, countFilters } from "./matrix-state";
import type { MatrixState } from "./matrix-state";
import { useCellActions } from "./use-cell-actions";
import type { SeenMatrix } from "./use-matrix";

/** The matrix below its toolbars, and the list beside it. */
export function MatrixMain(props: {
	readonly seen: SeenMatrix;
	readonly records: MatrixRecords;
	readonly onChange: (part: Partial<MatrixState>) => void;
	readonly makeNote: MatrixActions["makeNote"];
	readonly scroller: RefObject<HTMLDivElement | null>;
}) {
	const { seen, records, onChange, scroller } = props;
	const { state, counts, matrix, unfolded, shown } = seen;
	const { matrix: texts } = useHost().texts;
	const [listed, setListed] = useState<string | undefined>(undefined);
	const gaps = useMemo(
		() => (counts === undefined || !state.showsGaps ? [] : listGaps(matrix, counts.cells)),
		[matrix, counts, state.showsGaps],
	);
	const actions = useCellActions({
		...{ records, counts, matrix, unfolded, list: setListed },
		onFolds: (change) => onChange({ unfolded: change(state.unfolded) }),
	});
	return (
		<div class="detection-vault-matrix-main">
			<div class="detection-vault-matrix-board">
				{shown.length === 0 ? (
					<NothingLeft onClear={() => onChange({ ...clearFilters(state), search: "" })} />
				) : (
					<MatrixBoard
						{...{ matrix, records, counts, unfolded, scroller, actions }}
						isCounting={seen.isCounting}
						search={state.search}
					/>
				)}
			</div>
			{listed !== undefined ? (
				<NoteSide
					technique={listed}
					paths={counts?.notesOf(listed) ?? []}
					onClose={() => setListed(undefined)}
				/>
			) : state.showsGaps ? (
				<GapSide
					{...{ gaps, notes: records.notes, onNote: props.makeNote }}
					hint={hintOf(counts, texts)}
					share={texts.gapShare(
						gaps.length,
						countShown(matrix),
						texts.domains[matrix.domain],
						countFilters(state),
					)}
					onClose={() => onChange({ showsGaps: false })}
				/>
			) : null}
		</div>
	);
}

function hintOf(counts: MatrixCounts | undefined, texts: Texts["matrix"]): string {
	if (counts === undefined) return "";
	const { first, second } = counts.pair;
	if (second === null) return texts.gapsUnder(first.option.label);
	const isFirst = first.option.asks && !second.option.asks;
	const [asking, other] = isFirst ? [first, second] : [second, first];
	return texts.gapsBetween(asking.option.label, other.option.label);
}
