import { QueryView } from "../views/outcome/query-view";
import type { BlockParts, DrawBlock } from "./block-child";
import { runNoteQuery } from "./run-note-query";

/** Draws what a query gives for the note it stands in; `language` orders texts. */
export function drawQuery(
	source: string,
	{ indexer, language, staleBefore }: Pick<BlockParts, "indexer" | "language" | "staleBefore">,
): DrawBlock {
	return function* (notePath) {
		const { state, index, panelSources } = indexer;
		// While notes are still missing, an answer would be wrong.
		const outcome =
			state.phase === "ready" && source.trim() !== ""
				? yield* runNoteQuery(index, panelSources, source, notePath, language, staleBefore())
				: undefined;
		return <QueryView state={state} source={source} outcome={outcome} />;
	};
}
