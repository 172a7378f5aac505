import { useMemo } from "preact/hooks";
import { indicatorKey } from "../../../core/library/indicator-index";
import type { IndicatorRow } from "../../../core/panels/indicator-rows";
import { countIndicatorsInSteps } from "../../../core/panels/indicator-rows";
import { showValue } from "../../../core/panels/show-value";
import type { PanelSources } from "../../../core/panels/technique-panel";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import { CodeValue } from "./code-value";
import { CountedPart, rulesColumn } from "./counted-part";
import { FieldLabel, labelOf } from "./field-label";
import type { PartProps } from "./panel-props";
import type { PanelColumn } from "./table/panel-column";
import { useRows } from "./use-rows";

/** The values that a technique's rules look for, and how many rules of the whole vault do. */
export function IndicatorsPanel({ panel, sources, generation, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	const { rules } = panel;
	const { library } = sources;
	const rows = useRows(
		rules.length,
		() => countIndicatorsInSteps(rules, (rule) => library.indicatorsOf(rule)),
		[rules, library, generation],
	);
	const columns = useMemo(
		() => [...valueColumns(text, sources), rulesColumn(text.columns.rules), reachColumn(text)],
		[text, sources],
	);
	return (
		<>
			<CountedPart
				name={text.titles.indicators}
				nameRows={text.distinct.indicators}
				empty={text.empty.indicators}
				columns={columns}
				rows={rows}
				keyOf={indicatorKey}
				limit={limit}
			/>
			{rows === undefined || rows.length === 0 ? null : (
				<p class="detection-vault-hint">{text.reachHint}</p>
			)}
		</>
	);
}

/** Gives the columns that say what an indicator is. */
export function valueColumns(
	{ columns, operators, keyword }: Texts["panel"],
	{ knowledge }: PanelSources,
): readonly PanelColumn<IndicatorRow>[] {
	const { fields } = knowledge;
	return [
		{
			name: columns.field,
			value: ({ field }) => (field === null ? keyword : labelOf(fields, field)),
			draw: ({ field }) => <FieldLabel fields={fields} field={field} />,
			width: 24,
		},
		{ name: columns.how, value: ({ op }) => operators[op], width: 16 },
		{
			name: columns.value,
			value: ({ value }) => showValue(value),
			draw: ({ value }) => <CodeValue value={value} />,
		},
	];
}

/** Gives the column that says how many rules of the vault look for an indicator, and opens them. */
export function reachColumn({ columns }: Texts["panel"]): PanelColumn<IndicatorRow> {
	return {
		name: columns.reach,
		value: ({ reach }) => reach,
		rules: (row) => row.everywhere,
		width: 9,
	};
}
