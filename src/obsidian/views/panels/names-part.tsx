import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { RuleEntry } from "../../../core/library/library-entry";
import type { NamedRow } from "../../../core/panels/named-rows";
import { countNamesInSteps, namedFirst } from "../../../core/panels/named-rows";
import { useHost } from "../view-host";
import { CodeText } from "./code-value";
import { CountedPart, rulesColumn } from "./counted-part";
import type { PanelColumn } from "./table/panel-column";
import { useRows } from "./use-rows";

/** Texts that rules name. */
type Names = "dataSources" | "falsePositives" | "tables";

const COLUMNS = {
	dataSources: "source",
	falsePositives: "falsePositive",
	tables: "table",
} as const;
const ROWS = {
	dataSources: "sources",
	falsePositives: "falsePositives",
	tables: "tables",
} as const;

const NAMES_OF: Readonly<Record<Names, (rule: RuleEntry) => readonly string[]>> = {
	dataSources: ({ facts }) => facts.dataSources,
	falsePositives: ({ facts }) => facts.falsePositives,
	tables: ({ facts }) => facts.tables,
};

/** A table of texts that rules name. */
export function NamesPart(props: {
	readonly names: Names;
	readonly rules: readonly RuleEntry[];
	readonly limit: number;
}) {
	const { panel: text } = useHost().texts;
	const { names, rules, limit } = props;
	const namesOf = NAMES_OF[names];
	const column = text.columns[COLUMNS[names]];
	const rows = useRows(rules.length, () => countNamesInSteps(rules, namesOf), [rules, namesOf]);
	const ordered = useMemo(
		() => (rows === undefined || names !== "falsePositives" ? rows : namedFirst(rows)),
		[rows, names],
	);
	const columns = useMemo(
		(): readonly PanelColumn<NamedRow>[] => [
			{
				name: column,
				value: ({ name }) => name,
				...(names === "tables" ? { draw: drawCode } : {}),
			},
			rulesColumn(text.columns.rules),
		],
		[column, names, text],
	);
	return (
		<CountedPart
			name={column}
			nameRows={text.distinct[ROWS[names]]}
			empty={text.empty[ROWS[names]]}
			columns={columns}
			rows={ordered}
			keyOf={keyOf}
			limit={limit}
		/>
	);
}

function drawCode({ name }: NamedRow): ComponentChildren {
	return <CodeText text={name} />;
}

function keyOf({ name }: NamedRow): string {
	return name.toLowerCase();
}
