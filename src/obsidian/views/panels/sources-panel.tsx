import type { RuleEntry } from "../../../core/library/library-entry";
import { useHost } from "../view-host";
import { CodeText } from "./code-value";
import { NamesPart } from "./names-part";
import type { PartProps } from "./panel-props";

/** The data sources that a technique's rules name, and the tables, indices and data models that they read. */
export function SourcesPanel({ panel, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	return (
		<>
			<NamesPart
				rules={panel.rules}
				namesOf={dataSourcesOf}
				column={text.columns.source}
				nameRows={text.distinct.sources}
				empty={text.empty.sources}
				limit={limit}
			/>
			<NamesPart
				rules={panel.rules}
				namesOf={tablesOf}
				column={text.columns.table}
				nameRows={text.distinct.tables}
				empty={text.empty.tables}
				limit={limit}
				draw={drawTable}
			/>
		</>
	);
}

function dataSourcesOf({ facts }: RuleEntry): readonly string[] {
	return facts.dataSources;
}

function tablesOf({ facts }: RuleEntry): readonly string[] {
	return facts.tables;
}

function drawTable(name: string) {
	return <CodeText text={name} />;
}
