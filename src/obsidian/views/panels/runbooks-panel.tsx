import { useMemo } from "preact/hooks";
import type { RunbookEntry } from "../../../core/library/library-entry";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import { CountedPart } from "./counted-part";
import { noteLink } from "./note-link";
import type { PartProps } from "./panel-props";
import type { PanelColumn } from "./table/panel-column";

/** The runbooks of a technique, with the number of tests in each. */
export function RunbooksPanel({ panel, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	const columns = useMemo(() => runbookColumns(text), [text]);
	return (
		<CountedPart
			name={text.titles.runbooks}
			nameRows={text.distinct.runbooks}
			empty={text.empty.runbooks}
			columns={columns}
			rows={panel.runbooks}
			keyOf={pathOf}
			limit={limit}
		/>
	);
}

function runbookColumns({ columns }: Texts["panel"]): readonly PanelColumn<RunbookEntry>[] {
	return [
		{ name: columns.name, value: ({ path, title }) => noteLink(path, title) },
		{ name: columns.tests, value: ({ tests }) => tests, isNumber: true, width: 9 },
	];
}

function pathOf({ path }: RunbookEntry): string {
	return path;
}
