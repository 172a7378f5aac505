import { useEffect, useState } from "preact/hooks";
import type { RuleEntry } from "../../../../core/library/library-entry";
import type { RulePanel } from "../../../../core/panels/rule-panel";
import { buildRulePanel } from "../../../../core/panels/rule-panel";
import type { PanelSources } from "../../../../core/panels/technique-panel";
import { useHost } from "../../view-host";
import { OptionHints } from "../panel-message";
import type { OptionFaults } from "../panel-message";
import type { RulePanelName } from "../panel-names";
import { RelatedPart } from "./related-part";
import { RuleParts } from "./rule-parts";

/** What a rule's panel is drawn from. */
export interface RuleViewProps {
	readonly name: RulePanelName;
	readonly entry: RuleEntry;
	readonly sources: PanelSources;
	/** Another number after every change of the notes. */
	readonly generation: number;
	readonly limit: number;
	readonly faults: OptionFaults;
	/** Reads a note's text; undefined where there is none. The same function every time. */
	readonly readNote: (path: string) => Promise<string | undefined>;
}

/** The panel of the rule whose note a block stands in, worked out from the note's text as it is now. */
export function RuleView(props: RuleViewProps) {
	const { panel: text } = useHost().texts;
	const { name, sources, limit, faults } = props;
	const panel = useRulePanel(props);
	if (panel === undefined)
		return (
			<p class="detection-vault-hint detection-vault-coming" role="status">
				{text.rule.reading}
			</p>
		);
	return (
		<div class="detection-vault-panel">
			{name === "related" ? (
				<RelatedPart related={panel.related} sources={sources} limit={limit} />
			) : (
				<RuleParts panel={panel} sources={sources} limit={limit} />
			)}
			<OptionHints {...faults} />
		</div>
	);
}

/** The earlier panel stays until the next one is there. */
function useRulePanel(props: RuleViewProps): RulePanel | undefined {
	const { entry, sources, generation, readNote } = props;
	const [panel, setPanel] = useState<RulePanel>();
	useEffect(() => {
		let isWanted = true;
		void readNote(entry.path).then((text) => {
			if (isWanted && text !== undefined) setPanel(buildRulePanel(sources, entry.path, text));
		});
		return () => {
			isWanted = false;
		};
	}, [entry, sources, generation, readNote]);
	return panel;
}
