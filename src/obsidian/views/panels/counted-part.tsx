import type { CountedRow } from "../../../core/panels/count-rules";
import { useHost } from "../view-host";
import type { PanelColumn } from "./table/panel-column";
import { PanelTable } from "./table/panel-table";
import type { PanelTableProps } from "./table/panel-table";

/** A table of rows that are counted, or why there is none. */
export function CountedPart<Row>(
	props: Omit<PanelTableProps<Row>, "rows"> & {
		/** Undefined while they are worked out. */
		readonly rows: readonly Row[] | undefined;
		/** What is said where there are none. */
		readonly empty: string;
	},
) {
	const { panel } = useHost().texts;
	const { rows, empty } = props;
	if (rows === undefined)
		return (
			<p class="detection-vault-hint detection-vault-coming" role="status">
				{panel.counting}
			</p>
		);
	if (rows.length === 0) return <p class="detection-vault-hint">{empty}</p>;
	return <PanelTable {...props} rows={rows} />;
}

/** The column that says how many rules a row has, and opens them. */
export function rulesColumn(name: string): PanelColumn<CountedRow> {
	return { name, value: ({ rules }) => rules.length, rules: ({ rules }) => rules, width: 9 };
}
