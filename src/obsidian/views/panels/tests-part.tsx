import { useEffect, useMemo, useState } from "preact/hooks";
import type { TestRow } from "../../../core/runbooks/list-test-rows";
import { listTestRows } from "../../../core/runbooks/list-test-rows";
import type { Texts } from "../../text/en";
import { describeHost, LastRun, linkToTest } from "../runbooks/test-columns";
import { useHost } from "../view-host";
import { CountedPart } from "./counted-part";
import type { PartProps } from "./panel-props";
import type { PanelColumn } from "./table/panel-column";

/** A test, and where its runbook lies. */
interface PlacedTest {
	readonly path: string;
	readonly row: TestRow;
}

/** The tests of a technique's runbooks, with what each should leave behind, as the notes have them now. */
export function TestsPart(props: PartProps) {
	const { runbooks: text } = useHost().texts;
	const rows = useTests(props);
	const columns = useMemo(() => listColumns(text), [text]);
	return (
		<>
			<p class="detection-vault-part-head">{text.title}</p>
			<CountedPart
				name={text.title}
				nameRows={text.tests}
				empty={text.empty}
				columns={columns}
				rows={rows}
				keyOf={keyOf}
				limit={props.limit}
			/>
		</>
	);
}

/** The earlier rows stay until the next ones are there. */
function useTests(props: PartProps): readonly PlacedTest[] | undefined {
	const { panel, sources, generation, readNote } = props;
	const [tests, setTests] = useState<readonly PlacedTest[]>();
	useEffect(() => {
		let isWanted = true;
		const { library, resolver } = sources;
		const links = { library, resolve: (id: string) => resolver.resolve(id).id };
		const listed = panel.runbooks.map(async (runbook) => {
			const text = await readNote(runbook.path);
			const rows = text === undefined ? [] : listTestRows(runbook, text, links);
			return rows.map((row) => ({ path: runbook.path, row }));
		});
		void Promise.all(listed).then((all) => {
			if (isWanted) setTests(all.flat());
		});
		return () => {
			isWanted = false;
		};
	}, [panel, sources, generation, readNote]);
	return tests;
}

function listColumns(text: Texts["runbooks"]): readonly PanelColumn<PlacedTest>[] {
	const { columns } = text;
	return [
		{
			name: columns.test,
			value: ({ path, row: { name, facts } }) => linkToTest(path, name, facts?.block ?? null),
		},
		{ name: columns.runsOn, value: ({ row }) => describeHost(row.facts, text), width: 16 },
		{ name: columns.signal, value: ({ row }) => row.test.expected.get("signal")?.text ?? null },
		{
			name: columns.last,
			value: ({ row: { runs } }) => runs[0]?.started?.slice(0, 10) ?? null,
			draw: ({ row }) => <LastRun row={row} texts={text} />,
			width: 12,
		},
	];
}

function keyOf({ path, row: { test, name } }: PlacedTest): string {
	return `${path}\n${test.guid ?? name}`;
}
