import type { VaultIndexer } from "../indexing/vault-indexer";
import { QueryView } from "../views/outcome/query-view";
import type { DrawBlock } from "./block-child";
import { runNoteQuery } from "./run-note-query";

/** Draws what a query gives for the note it stands in; `language` orders texts. */
export function drawQuery(source: string, indexer: VaultIndexer, language: string): DrawBlock {
	return (notePath) => {
		const { state, index, panelSources } = indexer;
		// While notes are still missing, an answer would be wrong.
		const outcome =
			state.phase === "ready" && source.trim() !== ""
				? runNoteQuery(index, panelSources?.library, source, notePath, language)
				: undefined;
		return <QueryView state={state} source={source} outcome={outcome} />;
	};
}
