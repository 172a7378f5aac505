import { EventsPanel } from "./events-panel";
import { ExclusionsPanel } from "./exclusions-panel";
import { FalsePositivesPanel } from "./false-positives-panel";
import { FieldsPanel } from "./fields-panel";
import { IndicatorsPanel } from "./indicators-panel";
import { OverviewPanel } from "./overview-panel";
import type { TechniquePart } from "./panel-names";
import type { PartProps } from "./panel-props";
import { RulesPanel } from "./rules-panel";
import { RunbooksPanel } from "./runbooks-panel";
import { SourcesPanel } from "./sources-panel";

const PARTS = {
	overview: OverviewPanel,
	events: EventsPanel,
	fields: FieldsPanel,
	indicators: IndicatorsPanel,
	exclusions: ExclusionsPanel,
	rules: RulesPanel,
	"data-sources": SourcesPanel,
	"false-positives": FalsePositivesPanel,
	runbooks: RunbooksPanel,
} as const;

/** One part of what a vault holds for a technique. */
export function PartView({ name, ...props }: PartProps & { readonly name: TechniquePart }) {
	const Part = PARTS[name];
	return <Part {...props} />;
}
