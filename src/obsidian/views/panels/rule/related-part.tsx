import { useMemo } from "preact/hooks";
import { indicatorKey } from "../../../../core/library/indicator-index";
import type { RelatedRuleRow } from "../../../../core/panels/related-rules";
import { showValue } from "../../../../core/panels/show-value";
import type { PanelSources } from "../../../../core/panels/technique-panel";
import type { Texts } from "../../../text/en";
import { useFirstItems } from "../../outcome/show-more";
import { NoteLink } from "../../values/link-view";
import { useHost } from "../../view-host";
import { CodeValue } from "../code-value";
import { CountedPart } from "../counted-part";
import { FieldLabel, labelOf } from "../field-label";
import { noteLink } from "../note-link";
import type { PanelColumn } from "../table/panel-column";
import { RuleFacts } from "../table/rule-list";

/** Rules that look for some of the same values, those that share most first, with what they share. */
export function RelatedPart(props: {
	readonly related: readonly RelatedRuleRow[];
	readonly sources: PanelSources;
	readonly limit: number;
}) {
	const { panel: text } = useHost().texts;
	const { related, sources, limit } = props;
	const columns = useMemo(() => relatedColumns(text, sources), [text, sources]);
	return (
		<CountedPart
			name={text.rule.related}
			nameRows={text.rule.relatedRules}
			empty={text.rule.noRelated}
			columns={columns}
			rows={related}
			keyOf={pathOf}
			limit={limit}
		/>
	);
}

function relatedColumns(
	text: Texts["panel"],
	sources: PanelSources,
): readonly PanelColumn<RelatedRuleRow>[] {
	const { fields } = sources.knowledge;
	const { operators, keyword } = text;
	return [
		{
			name: text.columns.name,
			value: ({ rule }) => noteLink(rule.path, rule.title),
			draw: ({ rule }) => (
				<>
					<NoteLink target={rule.path} text={rule.title} />
					<div>
						<RuleFacts rule={rule} />
					</div>
				</>
			),
		},
		{
			name: text.rule.shared,
			value: ({ shared }) =>
				shared
					.map(({ field, op, value }) =>
						[
							field === null ? keyword : labelOf(fields, field),
							operators[op],
							showValue(value),
						].join(" "),
					)
					.join("; "),
			draw: ({ shared }) => <SharedIndicators shared={shared} sources={sources} />,
		},
		{
			name: text.rule.sharedNumber,
			value: ({ shared }) => shared.length,
			isNumber: true,
			width: 10,
		},
	];
}

function SharedIndicators(props: {
	readonly shared: RelatedRuleRow["shared"];
	readonly sources: PanelSources;
}) {
	const { panel: text } = useHost().texts;
	const { fields } = props.sources.knowledge;
	const { shown, more } = useFirstItems(props.shared, SHARED);
	return (
		<>
			<ul class="detection-vault-plain-list">
				{shown.map((indicator) => (
					<li key={indicatorKey(indicator)}>
						<FieldLabel fields={fields} field={indicator.field} /> {text.operators[indicator.op]}{" "}
						<CodeValue value={indicator.value} />{" "}
						<span class="detection-vault-hint">{text.rule.reachOf(indicator.reach)}</span>
					</li>
				))}
			</ul>
			{more}
		</>
	);
}

/** Shared indicators of one rule shown at first. */
const SHARED = 5;

function pathOf({ rule }: RelatedRuleRow): string {
	return rule.path;
}
