import type { TechniquePanel } from "../../core/panels/technique-panel";
import type { VaultIndexer } from "../indexing/vault-indexer";
import { isPanelName, PanelMessage } from "../views/panels/panel-message";
import { PanelView } from "../views/panels/panel-view";
import { Waiting } from "../views/outcome/query-view";
import type { DrawBlock } from "./block-child";
import type { BlockRequest } from "./block-options";
import type { PanelRecords } from "./panel-records";

/** What panels are drawn with. */
export interface PanelParts {
	readonly indexer: VaultIndexer;
	readonly language: string;
	readonly records: PanelRecords;
	/** Reads a note's text; undefined where it cannot. */
	readonly readNote: (path: string) => Promise<string | undefined>;
}

/** Draws a panel of a technique, that of the note unless told. */
export function drawPanel(
	request: Extract<BlockRequest, { kind: "panel" }>,
	{ indexer, records, readNote }: PanelParts,
): DrawBlock {
	const { panel: name, exact } = request;
	return (notePath) => {
		if (!isPanelName(name)) return <PanelMessage kind="unknown" detail={name} />;
		if (indexer.state.phase !== "ready") return <Waiting state={indexer.state} />;
		const technique = request.technique ?? records.techniqueOf(notePath);
		if (technique === undefined) return <PanelMessage kind="no-technique" detail="" />;
		const panel: TechniquePanel | undefined = records.panel(technique, exact);
		if (panel === undefined) return <PanelMessage kind="no-note" detail={technique} />;
		const note = records.noteOf(technique);
		return (
			<PanelView
				name={name}
				panel={panel}
				note={note}
				unknown={request.unknown}
				readNote={readNote}
				generation={indexer.generation}
			/>
		);
	};
}
