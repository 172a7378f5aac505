import type { AttackDomain } from "../../../core/model/attack";
import { filterRules } from "../../../core/matrix/filter-rules";
import type { Matrix } from "../../../core/matrix/matrix";
import { layOutMatrix } from "../../../core/matrix/matrix";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import type { CellReading } from "../../../core/matrix/read-cells";
import { readCells } from "../../../core/matrix/read-cells";
import { createSearch } from "../../../core/matrix/search-techniques";
import { openLens } from "./lens-options";
import type { LensOption } from "./lens-options";
import type { LensPair } from "./lens-words";
import type { MatrixState } from "./matrix-state";

/** What the lenses of a matrix say of its techniques. */
export interface MatrixCounts {
	readonly pair: LensPair;
	readonly cells: ReadonlyMap<string, CellReading>;
	/** Paths of the notes that the first lens counts for a technique, in order. */
	readonly notesOf: (technique: string) => readonly string[];
}

/** What counts depend on. */
export type CountState = Pick<
	MatrixState,
	| "actors"
	| "dataSources"
	| "domain"
	| "isRolledUp"
	| "leastLevel"
	| "lens"
	| "second"
	| "statuses"
	| "vendors"
> & {
	/** In days since 1970. */
	readonly today: number;
	/** The time (ISO 8601 in UTC) before which a run proves nothing any more; null lets all count. */
	readonly since: string | null;
};

/** Counts what the chosen lenses show of a domain; `breathe` is awaited between its pieces. */
export async function countMatrix(
	records: MatrixRecords,
	options: readonly LensOption[],
	state: CountState,
	breathe: () => Promise<void>,
): Promise<MatrixCounts | undefined> {
	const firstOption = options.find(({ key }) => key === state.lens) ?? options[0];
	if (firstOption === undefined) return undefined;
	const secondOption = options.find(({ key }) => key === state.second);
	const rules = filterRules(records.rules, state);
	await breathe();
	const { actors, today, since } = state;
	const input = { records, rules, actors, today, since };
	const first = openLens(firstOption, input);
	await breathe();
	const second =
		secondOption === undefined || secondOption === firstOption
			? null
			: openLens(secondOption, input);
	await breathe();
	const pair = { first, second };
	return readPair(records, state.domain, pair, state.isRolledUp);
}

/** Counts a domain's techniques under one lens or two. */
export function readPair(
	{ attack }: MatrixRecords,
	domain: AttackDomain,
	pair: LensPair,
	isRolledUp: boolean,
): MatrixCounts {
	const { first, second } = pair;
	const techniques = attack.techniques.filter((technique) => technique.domain === domain);
	const cells = readCells(
		techniques.map(({ id }) => id),
		{
			first: first.lens,
			second: second?.lens ?? null,
			isRolledUp,
			asking: first.option.asks && second?.option.asks !== true ? "first" : "second",
		},
	);
	return { pair, cells, notesOf: (id) => first.lens.valueOf(id, isRolledUp).notes };
}

/** Lays out the techniques that pass the filters. */
export function layOutFiltered(
	records: MatrixRecords,
	state: MatrixState,
	cells: ReadonlyMap<string, CellReading> | undefined,
): Matrix {
	const platforms = new Set(state.platforms);
	const isSearched = state.hidesOthers && state.search !== "";
	const search = createSearch(state.search);
	const names = isSearched
		? new Map(records.attack.techniques.map((technique) => [technique.id, technique]))
		: undefined;
	const matrix = layOutMatrix(records.attack, state.domain, (id) => {
		if (platforms.size > 0) {
			const note = records.notes.get(id);
			if (note?.platforms.some((platform) => platforms.has(platform)) !== true) return false;
		}
		if (names !== undefined && !search(names.get(id) ?? { id, name: "" })) return false;
		return !state.onlyGaps || cells === undefined || cells.get(id)?.isGap === true;
	});
	const isCut = platforms.size > 0 || names !== undefined || state.onlyGaps;
	const tactics = new Set(state.tactics);
	if (!isCut && tactics.size === 0) return matrix;
	// A tactic of which a filter leaves nothing would only take room; on a phone it would take all there is.
	const columns = matrix.columns.filter(
		({ shortName, cells }) =>
			(!isCut || cells.length > 0) && (tactics.size === 0 || tactics.has(shortName)),
	);
	return { ...matrix, columns };
}

/** The techniques whose sub-techniques are shown: those a person unfolded, and those in which a search finds one. */
export function findUnfolded(matrix: Matrix, state: MatrixState): ReadonlySet<string> {
	const unfolded = new Set(state.unfolded);
	if (state.search.trim().length < 2) return unfolded;
	const search = createSearch(state.search);
	for (const { cells } of matrix.columns)
		for (const { id, subs } of cells) if (subs.some(search)) unfolded.add(id);
	return unfolded;
}
