import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { RuleEntry } from "../../../core/library/library-entry";
import type { NamedRow } from "../../../core/panels/named-rows";
import { countNamesInSteps } from "../../../core/panels/named-rows";
import { useHost } from "../view-host";
import { CountedPart, rulesColumn } from "./counted-part";
import type { PanelColumn } from "./table/panel-column";
import { useRows } from "./use-rows";

/** A table of texts that rules name. */
export function NamesPart(props: {
	readonly rules: readonly RuleEntry[];
	/** The same function every time. */
	readonly namesOf: (rule: RuleEntry) => readonly string[];
	readonly column: string;
	readonly nameRows: (count: number) => string;
	readonly empty: string;
	readonly limit: number;
	/** Draws a name where it is more than text; the same function every time. */
	readonly draw?: (name: string) => ComponentChildren;
}) {
	const { panel: text } = useHost().texts;
	const { rules, namesOf, column, draw } = props;
	const rows = useRows(rules.length, () => countNamesInSteps(rules, namesOf), [rules, namesOf]);
	const columns = useMemo(
		(): readonly PanelColumn<NamedRow>[] => [
			{
				name: column,
				value: ({ name }) => name,
				...(draw === undefined ? {} : { draw: ({ name }) => draw(name) }),
			},
			rulesColumn(text.columns.rules),
		],
		[column, draw, text],
	);
	return (
		<CountedPart
			name={column}
			nameRows={props.nameRows}
			empty={props.empty}
			columns={columns}
			rows={rows}
			keyOf={keyOf}
			limit={props.limit}
		/>
	);
}

function keyOf({ name }: NamedRow): string {
	return name.toLowerCase();
}
