import type { RulePanel } from "../../../../core/panels/rule-panel";
import type { PanelSources } from "../../../../core/panels/technique-panel";

/** What the parts of a rule's panel are given. */
export interface RulePartProps {
	readonly panel: RulePanel;
	readonly sources: PanelSources;
	/** Rows shown before a person asks for all. */
	readonly limit: number;
}
