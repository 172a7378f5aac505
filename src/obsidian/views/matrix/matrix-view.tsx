import { useRef } from "preact/hooks";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { createSearch } from "../../../core/matrix/search-techniques";
import { useLatest } from "../table/use-latest";
import { useHost } from "../view-host";
import { FilterBar } from "./filter-bar";
import { ACTORS_KEY } from "./lens-options";
import type { NamedLayer } from "./lens-options";
import { listLegend } from "./lens-words";
import type { ExportKind, MatrixActions } from "./matrix-actions";
import { MatrixMain } from "./matrix-main";
import type { IndexProgress } from "./matrix-messages";
import { EmptyMatrix, FailedMatrix, ReadingHint } from "./matrix-messages";
import type { MatrixState } from "./matrix-state";
import { MatrixToolbar } from "./matrix-toolbar";
import { useMatrix } from "./use-matrix";

/** What the matrix is drawn from. */
export interface MatrixViewProps {
	/** Undefined until the vault's data is read. */
	readonly records: MatrixRecords | undefined;
	/** How far the notes are read, undefined once they are. */
	readonly progress: IndexProgress | undefined;
	/** Why the notes could not be read, undefined where they could. */
	readonly failure: string | undefined;
	readonly layers: readonly NamedLayer[];
	/** What is wrong with the layers' files, a line each. */
	readonly layerProblems: readonly string[];
	readonly state: MatrixState;
	readonly onState: (part: Partial<MatrixState>) => void;
	readonly actions: MatrixActions;
}

/** The technique matrix with all that can be done to it. */
export function MatrixView(props: MatrixViewProps) {
	const { records, progress, failure } = props;
	if (failure !== undefined) return <FailedMatrix reason={failure} />;
	if (records === undefined) return <ReadingHint progress={progress} />;
	if (records.attack.techniques.length === 0)
		return progress === undefined ? <EmptyMatrix /> : <ReadingHint progress={progress} />;
	return <FilledMatrix {...props} records={records} />;
}

function FilledMatrix(props: MatrixViewProps & { readonly records: MatrixRecords }) {
	const { records, progress, layers, actions } = props;
	const { matrix: texts } = useHost().texts;
	const seen = useMatrix(records, layers, props.state, progress === undefined);
	const { state, lenses, counts, matrix, unfolded, shown, parents } = seen;
	const onChange = useLatest(props.onState);
	const scroller = useRef<HTMLDivElement>(null);
	const root = useRef<HTMLDivElement>(null);
	const isUnfolded = parents.length > 0 && parents.every((id) => unfolded.has(id));
	const exportAs = (kind: ExportKind): void => {
		if (counts === undefined || root.current === null) return;
		actions.exportAs(kind, {
			...{ matrix, counts, unfolded, isRolledUp: state.isRolledUp, element: root.current },
			legend: listLegend(counts.pair, texts),
		});
	};
	return (
		<div class="detection-vault-matrix" ref={root}>
			<MatrixToolbar
				{...{ state, records, lenses, matrix, scroller, onChange, isUnfolded }}
				found={state.search.trim() === "" ? null : shown.filter(createSearch(state.search)).length}
				onUnfoldAll={() => onChange({ unfolded: isUnfolded ? [] : parents })}
				onExport={exportAs}
			/>
			{state.showsFilters ? <FilterBar {...{ state, records, onChange }} /> : null}
			<Hints problems={props.layerProblems} state={state} />
			{progress === undefined ? null : <ReadingHint progress={progress} />}
			<MatrixMain {...{ seen, records, onChange, scroller, makeNote: actions.makeNote }} />
		</div>
	);
}

/** What a person may wonder about. */
function Hints(props: { readonly problems: readonly string[]; readonly state: MatrixState }) {
	const { lens, second, actors, showsFilters } = props.state;
	const { matrix: texts } = useHost().texts;
	const { length } = props.problems;
	const faults = showsFilters || length === 0 ? props.problems : [texts.layerFaults(length)];
	const needsActors = [lens, second].includes(ACTORS_KEY) && actors.length === 0;
	return (
		<>
			{[...(needsActors ? [texts.chooseActors] : []), ...faults].map((hint) => (
				<p key={hint} class="detection-vault-hint">
					{hint}
				</p>
			))}
		</>
	);
}
