import type { RefObject } from "preact";
import type { Matrix } from "../../../core/matrix/matrix";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { Icon, IconButton } from "../icon";
import { useHost } from "../view-host";
import { ChoiceList } from "./choice-list";
import { ExportButton } from "./export-button";
import { DomainSelect } from "./filter-bar";
import { listActors } from "./filter-choices";
import { LensSelect } from "./lens-select";
import type { LensOption } from "./lens-options";
import { ACTORS_KEY } from "./lens-options";
import type { ExportKind } from "./matrix-actions";
import { countFilters } from "./matrix-state";
import type { MatrixState } from "./matrix-state";
import { TacticPicker } from "./tactic-picker";

/** What is chosen most often: lenses, search, and the buttons of the rest. */
export function MatrixToolbar(props: {
	readonly state: MatrixState;
	readonly records: MatrixRecords;
	readonly lenses: readonly LensOption[];
	readonly matrix: Matrix;
	readonly scroller: RefObject<HTMLElement | null>;
	/** Number of techniques that the search finds, null without one. */
	readonly found: number | null;
	/** Whether all sub-techniques are shown. */
	readonly isUnfolded: boolean;
	readonly onChange: (part: Partial<MatrixState>) => void;
	readonly onUnfoldAll: () => void;
	readonly onExport: (kind: ExportKind) => void;
}) {
	const { state, records, lenses, onChange } = props;
	const { matrix: texts } = useHost().texts;
	const usesActors = state.lens === ACTORS_KEY || state.second === ACTORS_KEY;
	return (
		<div class="detection-vault-matrix-toolbar">
			<DomainSelect {...{ state, records, onChange }} />
			<LensSelect
				label={texts.lens}
				lenses={lenses}
				chosen={state.lens}
				onChange={(lens) => onChange({ lens })}
			/>
			<LensSelect
				label={texts.compare}
				lenses={lenses.filter(({ key }) => key !== state.lens)}
				chosen={state.second}
				none={texts.noComparison}
				onChange={(second) => onChange({ second })}
			/>
			{usesActors ? (
				<ChoiceList
					label={texts.actors}
					choices={listActors(records, state.domain, texts)}
					chosen={state.actors}
					unchosen={texts.unchosen}
					onChange={(actors) => onChange({ actors })}
				/>
			) : null}
			<TacticPicker matrix={props.matrix} scroller={props.scroller} />
			<SearchField {...props} />
			<div class="detection-vault-matrix-buttons">
				<FilterButton state={state} onChange={onChange} />
				<button
					type="button"
					aria-pressed={state.showsGaps}
					class={state.showsGaps ? "is-chosen" : ""}
					onClick={() => onChange({ showsGaps: !state.showsGaps })}
				>
					{texts.gaps}
				</button>
				<IconButton
					icon={props.isUnfolded ? "chevrons-down-up" : "chevrons-up-down"}
					label={props.isUnfolded ? texts.foldAll : texts.unfoldAll}
					onClick={props.onUnfoldAll}
				/>
				<ExportButton onExport={props.onExport} />
			</div>
		</div>
	);
}

function FilterButton(props: {
	readonly state: MatrixState;
	readonly onChange: (part: Partial<MatrixState>) => void;
}) {
	const { state, onChange } = props;
	const { matrix: texts } = useHost().texts;
	const filters = countFilters(state);
	return (
		<button
			type="button"
			aria-expanded={state.showsFilters}
			class={filters > 0 ? "is-chosen" : ""}
			onClick={() => onChange({ showsFilters: !state.showsFilters })}
		>
			<Icon name="list-filter" />
			{filters > 0 ? texts.optionsOn(filters) : texts.options}
		</button>
	);
}

function SearchField(props: {
	readonly state: MatrixState;
	readonly found: number | null;
	readonly onChange: (part: Partial<MatrixState>) => void;
}) {
	const { state, found, onChange } = props;
	const { matrix: texts } = useHost().texts;
	return (
		<div class="detection-vault-matrix-search">
			<input
				type="search"
				value={state.search}
				placeholder={texts.searchHint}
				aria-label={texts.search}
				onInput={(event) => onChange({ search: event.currentTarget.value })}
			/>
			<span class="detection-vault-count" role="status">
				{found === null ? "" : texts.found(found)}
			</span>
		</div>
	);
}
