import { listTechniques } from "../../core/finding/list-techniques";
import type { FindableTechnique } from "../../core/finding/list-techniques";
import { createTechniqueSearch } from "../../core/finding/rank-techniques";
import type { TechniqueSearch } from "../../core/finding/rank-techniques";
import type { VaultIndexer } from "../indexing/vault-indexer";

/** The techniques of the open vault, to be searched. */
export interface TechniqueFinder {
	/** Whether every note is read. */
	readonly isReady: boolean;
	/** All that the vault knows, by id. */
	all(): readonly FindableTechnique[];
	/** Nothing until every note is read: what is known before that counts too little. */
	find(text: string, limit: number): readonly FindableTechnique[];
	/** Calls back once every note is read, until the result is called. */
	onReady(listener: () => void): () => void;
}

/** Opens a search over what an index holds; the list is made when it is asked for, and again after notes have changed. */
export function createTechniqueFinder(indexer: VaultIndexer): TechniqueFinder {
	let generation = -1;
	let techniques: readonly FindableTechnique[] = [];
	let search: TechniqueSearch = createTechniqueSearch([]);
	const update = (): void => {
		const { panelSources, attack, index } = indexer;
		if (panelSources === undefined || attack === undefined) return;
		if (generation === indexer.generation || indexer.state.phase !== "ready") return;
		({ generation } = indexer);
		techniques = listTechniques(panelSources, attack, index);
		search = createTechniqueSearch(techniques);
	};
	return {
		get isReady() {
			return indexer.state.phase === "ready";
		},
		all() {
			update();
			return techniques;
		},
		find(text, limit) {
			update();
			return search.find(text, limit);
		},
		onReady: (listener) =>
			indexer.onState(() => {
				if (indexer.state.phase === "ready") listener();
			}),
	};
}
