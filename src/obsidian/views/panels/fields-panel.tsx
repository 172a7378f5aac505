import { useMemo, useState } from "preact/hooks";
import type { FieldRow } from "../../../core/panels/field-rows";
import { countFieldsInSteps } from "../../../core/panels/field-rows";
import { VENDORS } from "../../../core/model/rule";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import { CodeText } from "./code-value";
import { CountedPart, rulesColumn } from "./counted-part";
import type { PartProps } from "./panel-props";
import { Switch } from "./switch";
import type { PanelColumn } from "./table/panel-column";
import { useRows } from "./use-rows";
import { VENDOR_NAMES } from "./vendor-names";

/** The fields that a technique's rules filter on, under one name with every vendor's spelling. */
export function FieldsPanel({ panel, sources, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	const [together, setTogether] = useState(true);
	const [hidesRouting, setHidesRouting] = useState(false);
	const { rules } = panel;
	const { fields } = sources.knowledge;
	const counted = useRows(rules.length, () => countFieldsInSteps(rules, fields, together), [
		rules,
		fields,
		together,
	]);
	const rows = useMemo(
		() => (hidesRouting ? counted?.filter(({ role }) => role === "indicator") : counted),
		[counted, hidesRouting],
	);
	const columns = useMemo(() => fieldColumns(text), [text]);
	const hasFacets = useMemo(() => fields.fields.some(({ facet }) => facet !== null), [fields]);
	return (
		<>
			<div class="detection-vault-switches">
				{hasFacets ? <Switch label={text.together} isOn={together} onChange={setTogether} /> : null}
				{counted?.some(({ role }) => role !== "indicator") === true ? (
					<Switch label={text.hideRouting} isOn={hidesRouting} onChange={setHidesRouting} />
				) : null}
			</div>
			<CountedPart
				name={text.titles.fields}
				nameRows={text.distinct.fields}
				empty={text.empty.fields}
				columns={columns}
				rows={rows}
				keyOf={keyOf}
				limit={limit}
			/>
		</>
	);
}

function fieldColumns(text: Texts["panel"]): readonly PanelColumn<FieldRow>[] {
	const { columns, operators } = text;
	return [
		{
			name: columns.field,
			value: (row) => [row.label, ...listSpellings(row)].join("; "),
			draw: (row) => <FieldName row={row} />,
		},
		{
			name: columns.how,
			value: ({ how }) => how.map(({ op, rules }) => `${operators[op]} ${rules}`).join(", "),
			draw: ({ how }) => (
				<ul class="detection-vault-plain-list">
					{how.map(({ op, rules }) => (
						<li key={op}>
							{operators[op]} <span class="detection-vault-hint">{rules}</span>
						</li>
					))}
				</ul>
			),
			width: 20,
		},
		{
			name: columns.samples,
			value: ({ samples }) => samples.join(", "),
			draw: ({ samples }) => (
				<ul class="detection-vault-plain-list">
					{samples.map((sample) => (
						<li key={sample}>
							<CodeText text={sample} />
						</li>
					))}
				</ul>
			),
		},
		rulesColumn(columns.rules),
	];
}

/** A field's name, what is special about it, and how each vendor spells it. */
function FieldName({ row }: { readonly row: FieldRow }) {
	const { roles } = useHost().texts.panel;
	return (
		<>
			<span class="detection-vault-field">{row.label}</span>
			{row.role === "indicator" ? null : (
				<>
					{" "}
					<span class="detection-vault-mark">{roles[row.role]}</span>
				</>
			)}
			{listSpellings(row).map((spelling) => (
				<span key={spelling} class="detection-vault-hint detection-vault-spelling">
					{spelling}
				</span>
			))}
		</>
	);
}

function listSpellings({ names, label }: FieldRow): readonly string[] {
	return VENDORS.flatMap((vendor) => {
		const own = names[vendor] ?? [];
		if (own.length === 0 || (own.length === 1 && own[0] === label)) return [];
		return `${VENDOR_NAMES[vendor]}: ${own.join(", ")}`;
	});
}

function keyOf({ field, role, isCanonical }: FieldRow): string {
	return `${field}\n${role}\n${String(isCanonical)}`;
}
