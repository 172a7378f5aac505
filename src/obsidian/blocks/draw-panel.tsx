import type { VaultIndexer } from "../indexing/vault-indexer";
import { Waiting } from "../views/outcome/query-view";
import { PanelMessage } from "../views/panels/panel-message";
import { isRulePanel, isTechniquePanel, RUNBOOK_PANEL } from "../views/panels/panel-names";
import { PanelView } from "../views/panels/panel-view";
import { RuleView } from "../views/panels/rule/rule-view";
import { RunbookView } from "../views/runbooks/runbook-view";
import type { RunbookActions } from "../views/runbooks/runbook-view";
import type { DrawBlock } from "./block-child";
import type { PanelRequest } from "./block-options";
import type { PanelRecords } from "./panel-records";

/** What panels are drawn with. */
export interface PanelParts {
	readonly indexer: VaultIndexer;
	readonly language: string;
	/** The time (ISO 8601 in UTC) before which a test run is stale. */
	readonly staleBefore: () => string;
	readonly records: PanelRecords;
	/** Reads a note's text; undefined where there is none. */
	readonly readNote: (path: string) => Promise<string | undefined>;
	readonly runbooks: RunbookActions;
}

/** Draws a panel of a technique, that of the note unless told, or of the rule or runbook whose note it stands in. */
export function drawPanel(request: PanelRequest, parts: PanelParts): DrawBlock {
	const { indexer, records, readNote } = parts;
	const { panel: name, unknown, bad, limit } = request;
	const faults = { unknown, bad };
	return (notePath) => {
		if (!isTechniquePanel(name) && !isRulePanel(name) && name !== RUNBOOK_PANEL)
			return <PanelMessage kind="unknown" detail={name} />;
		const { sources } = records;
		const { state, generation, knowledgeProblems: problems } = indexer;
		if (state.phase === "failed") return <PanelMessage kind="failed" detail={state.reason} />;
		if (state.phase !== "ready" || sources === undefined) return <Waiting state={state} />;
		const shared = { sources, generation, limit, faults };
		if (isRulePanel(name)) {
			const entry = sources.library.entry(notePath);
			if (entry?.kind !== "rule") return <PanelMessage kind="no-rule" detail="" />;
			return <RuleView {...shared} name={name} entry={entry} readNote={readNote} />;
		}
		if (name === RUNBOOK_PANEL) {
			const entry = sources.library.entry(notePath);
			if (entry?.kind !== "runbook") return <PanelMessage kind="no-runbook" detail="" />;
			return <RunbookView {...shared} entry={entry} readNote={readNote} actions={parts.runbooks} />;
		}
		const technique = request.technique ?? records.techniqueOf(notePath);
		if (technique === undefined) return <PanelMessage kind="no-technique" detail="" />;
		return (
			<PanelView
				{...shared}
				name={name}
				technique={technique}
				asked={request}
				panelOf={records.panel}
				readNote={readNote}
				problems={problems}
			/>
		);
	};
}
