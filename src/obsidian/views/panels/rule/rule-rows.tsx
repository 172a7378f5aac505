import { useMemo } from "preact/hooks";
import { indicatorKey } from "../../../../core/library/indicator-index";
import type { ExclusionRow } from "../../../../core/panels/exclusion-rows";
import { countExclusions } from "../../../../core/panels/exclusion-rows";
import { countIndicators } from "../../../../core/panels/indicator-rows";
import { useHost } from "../../view-host";
import { CountedPart } from "../counted-part";
import { eventColumns, eventKey } from "../events-panel";
import { exclusionColumn, exclusionKey } from "../exclusions-panel";
import { reachColumn, valueColumns } from "../indicators-panel";
import type { PanelColumn } from "../table/panel-column";
import type { RulePartProps } from "./rule-part-props";

/** What a rule looks for, and how many rules of the vault look for the same. */
export function RuleIndicators({ panel, sources, limit }: RulePartProps) {
	const { panel: text } = useHost().texts;
	const { library } = sources;
	const rows = useMemo(
		() => countIndicators([panel.entry], (rule) => library.indicatorsOf(rule)),
		[panel, library],
	);
	const columns = useMemo(
		() => [...valueColumns(text, sources), reachColumn(text)],
		[text, sources],
	);
	return (
		<CountedPart
			name={text.rule.indicators}
			nameRows={text.distinct.indicators}
			empty={text.rule.noIndicators}
			columns={columns}
			rows={rows}
			keyOf={indicatorKey}
			limit={limit}
		/>
	);
}

/** What a rule excludes. */
export function RuleExclusions({ panel, sources, limit }: RulePartProps) {
	const { panel: text } = useHost().texts;
	const rows = useMemo(() => countExclusions([panel.entry]), [panel]);
	const { fields } = sources.knowledge;
	const columns = useMemo(
		(): readonly PanelColumn<ExclusionRow>[] => [exclusionColumn(text, fields)],
		[text, fields],
	);
	return (
		<CountedPart
			name={text.rule.exclusions}
			nameRows={text.distinct.exclusions}
			empty={text.rule.noExclusions}
			columns={columns}
			rows={rows}
			keyOf={exclusionKey}
			limit={limit}
		/>
	);
}

/** The events that a rule reads. */
export function RuleEvents({ panel, limit }: RulePartProps) {
	const { panel: text } = useHost().texts;
	const columns = useMemo(() => eventColumns(text), [text]);
	return (
		<CountedPart
			name={text.rule.events}
			nameRows={text.distinct.events}
			empty={text.rule.noEvents}
			columns={columns}
			rows={panel.entry.facts.events}
			keyOf={eventKey}
			limit={limit}
		/>
	);
}
