import { useMemo } from "preact/hooks";
import type { FieldTable } from "../../../core/model/canonical-field";
import type { ExclusionRow, ShownPart } from "../../../core/panels/exclusion-rows";
import { countExclusionsInSteps } from "../../../core/panels/exclusion-rows";
import { showValue } from "../../../core/panels/show-value";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import { CodeValue } from "./code-value";
import { CountedPart, rulesColumn } from "./counted-part";
import { FieldLabel, labelOf } from "./field-label";
import type { PartProps } from "./panel-props";
import type { PanelColumn } from "./table/panel-column";
import { useRows } from "./use-rows";

/** What a technique's rules exclude; a conjunction is one row. */
export function ExclusionsPanel({ panel, sources, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	const { rules } = panel;
	const rows = useRows(rules.length, () => countExclusionsInSteps(rules), [rules]);
	const { fields } = sources.knowledge;
	const columns = useMemo(
		() => [exclusionColumn(text, fields), rulesColumn(text.columns.rules)],
		[text, fields],
	);
	return (
		<>
			<CountedPart
				name={text.titles.exclusions}
				nameRows={text.distinct.exclusions}
				empty={text.empty.exclusions}
				columns={columns}
				rows={rows}
				keyOf={exclusionKey}
				limit={limit}
			/>
			{rows === undefined || rows.length === 0 ? null : (
				<p class="detection-vault-hint">{text.exclusionsHint}</p>
			)}
		</>
	);
}

/** Gives the column that says what is excluded. */
export function exclusionColumn(
	text: Texts["panel"],
	fields: FieldTable,
): PanelColumn<ExclusionRow> {
	return {
		name: text.columns.excluded,
		value: ({ parts }) => parts.map((part) => partText(part, text, fields)).join(` ${text.and} `),
		draw: ({ parts }) => <Conjunction parts={parts} fields={fields} />,
	};
}

/** Gives a text that stays the same for an exclusion while notes change. */
export function exclusionKey({ parts }: ExclusionRow): string {
	return parts
		.map(({ field, op, value, negated }) => JSON.stringify([field, op, value, negated]))
		.join("\n");
}

/** The parts that are excluded together, each on a line of its own. */
function Conjunction(props: { readonly parts: readonly ShownPart[]; readonly fields: FieldTable }) {
	const { panel } = useHost().texts;
	return (
		<>
			{props.parts.map((part, index) => (
				<div key={index} class="detection-vault-part">
					{index === 0 ? null : <span class="detection-vault-word">{panel.and} </span>}
					{part.negated ? <span class="detection-vault-word">{panel.not} </span> : null}
					{isOpaque(part) ? (
						<span class="detection-vault-word">{panel.notUnderstood}</span>
					) : (
						<>
							<FieldLabel fields={props.fields} field={part.field} /> {panel.operators[part.op]}
						</>
					)}{" "}
					{part.value === null ? null : <CodeValue value={part.value} />}
				</div>
			))}
		</>
	);
}

/** A keyword is compared with words; an expression in its place is one that was not understood. */
function isOpaque({ field, value }: ShownPart): boolean {
	return field === null && value !== null && typeof value === "object" && "ref" in value;
}

function partText(
	part: ShownPart,
	{ operators, keyword, not, notUnderstood }: Texts["panel"],
	fields: FieldTable,
): string {
	const { field, op, value, negated } = part;
	const words = [
		...(negated ? [not] : []),
		...(isOpaque(part)
			? [notUnderstood]
			: [field === null ? keyword : labelOf(fields, field), operators[op]]),
		...(value === null ? [] : [showValue(value)]),
	];
	return words.join(" ");
}
