import type { SortState } from "./table-model";

/** What a person did to a table. */
export interface TableState {
	readonly sort: SortState | null;
	readonly filter: string;
	/** Widths of all columns in CSS pixels, null where the table finds its own. */
	readonly widths: readonly number[] | null;
}

/** The state of a table that nobody has touched. */
export const UNTOUCHED: TableState = { sort: null, filter: "", widths: null };

/** Keeps the state of a note's tables while they are not drawn, each under its query. */
export interface TableMemory {
	/** What names a table among those of all notes. */
	idOf(query: string): string;
	recall(query: string): TableState | undefined;
	keep(query: string, state: TableState): void;
}

/** The states of the tables of all notes that are open. */
export interface TableMemories {
	of(notePath: () => string): TableMemory;
	/** Forgets the tables of all other notes. */
	keepOnly(notePaths: ReadonlySet<string>): void;
}

/** Makes a memory without anything in it. */
export function createTableMemories(): TableMemories {
	const states = new Map<string, Map<string, TableState>>();
	return {
		of: (notePath) => ({
			idOf: (query) => `${notePath()}\n${query}`,
			recall: (query) => states.get(notePath())?.get(query),
			keep(query, state) {
				const path = notePath();
				const known = states.get(path) ?? new Map<string, TableState>();
				states.set(path, known.set(query, state));
			},
		}),
		keepOnly(notePaths) {
			for (const path of states.keys()) if (!notePaths.has(path)) states.delete(path);
		},
	};
}
