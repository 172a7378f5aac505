import { useMemo } from "preact/hooks";
import { ATTACK_DOMAINS } from "../../../core/attack/attack-domains";
import { listTechniques } from "../../../core/matrix/matrix";
import type { Matrix, MatrixCell } from "../../../core/matrix/matrix";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { useHost } from "../view-host";
import { listLenses } from "./lens-options";
import type { LensOption, NamedLayer } from "./lens-options";
import { findUnfolded, layOutFiltered } from "./matrix-model";
import type { MatrixCounts } from "./matrix-model";
import type { MatrixState } from "./matrix-state";
import { useCounts } from "./use-counts";

/** A matrix as it is looked at. Every part stays the same object until it is another one. */
export interface SeenMatrix {
	readonly state: MatrixState;
	readonly lenses: readonly LensOption[];
	/** Undefined until counted for the first time. */
	readonly counts: MatrixCounts | undefined;
	/** Whether the numbers are to come; none come while notes are being read. */
	readonly isCounting: boolean;
	readonly matrix: Matrix;
	readonly unfolded: ReadonlySet<string>;
	/** The techniques that are shown, each once. */
	readonly shown: readonly MatrixCell[];
	/** Ids of those that can be unfolded. */
	readonly parents: readonly string[];
}

/** Works out what a person sees; numbers are counted unless notes are still being read. */
export function useMatrix(
	records: MatrixRecords,
	layers: readonly NamedLayer[],
	kept: MatrixState,
	isRead: boolean,
): SeenMatrix {
	const { matrix: texts } = useHost().texts;
	const state = useKnownDomain(kept, records);
	const { domain, platforms, tactics, search, hidesOthers, onlyGaps, unfolded: folds } = state;
	const lenses = useMemo(
		() =>
			listLenses(
				texts,
				layers.filter(({ layer }) => layer.domain === domain),
			),
		[texts, layers, domain],
	);
	const counts = useCounts(isRead ? records : undefined, lenses, state);
	const matrix = useMemo(
		() => layOutFiltered(records, state, counts?.cells),
		[
			...[records, domain, platforms, tactics, onlyGaps, hidesOthers],
			...[hidesOthers ? search : "", onlyGaps ? counts : undefined],
		],
	);
	const unfolded = useMemo(() => findUnfolded(matrix, state), [matrix, folds, search]);
	const shown = useMemo(() => listTechniques(matrix), [matrix]);
	const parents = useMemo(() => {
		const tops = matrix.columns.flatMap(({ cells }) => cells.filter(({ subs }) => subs.length > 0));
		return [...new Set(tops.map(({ id }) => id))];
	}, [matrix]);
	const isCounting = isRead && counts === undefined;
	return { state, lenses, counts, isCounting, matrix, unfolded, shown, parents };
}

/** A view may have been kept with a domain that the vault no longer has. */
function useKnownDomain(state: MatrixState, { attack }: MatrixRecords): MatrixState {
	return useMemo(() => {
		const domains = new Set(attack.techniques.map(({ domain }) => domain));
		if (domains.has(state.domain)) return state;
		const domain = ATTACK_DOMAINS.find((each) => domains.has(each));
		return domain === undefined ? state : { ...state, domain };
	}, [state, attack]);
}
