import { useEffect, useState } from "preact/hooks";
import { countAtomicTests } from "../../../core/panels/technique-panel";
import { TableView } from "../table/table-view";
import { useHost } from "../view-host";
import type { PanelProps } from "./panel-props";
import { noteLink } from "./rules-panel";

/** The runbooks of a technique, with the number of tests in each. */
export function RunbooksPanel({ panel, readNote, generation }: PanelProps) {
	const { panel: text } = useHost().texts.table;
	const { runbooks } = panel;
	const [tests, setTests] = useState<ReadonlyMap<string, number>>(new Map());
	useEffect(() => {
		let current = true;
		const read = async (path: string) =>
			[path, countAtomicTests((await readNote(path)) ?? "")] as const;
		void Promise.all(runbooks.map(({ path }) => read(path))).then((counted) => {
			if (current) setTests(new Map(counted));
		});
		return () => {
			current = false;
		};
		// The notes' text is read again after every change.
	}, [generation, readNote]);
	if (runbooks.length === 0) return <p class="detection-vault-hint">{text.noRunbooks}</p>;
	const { name, tests: testsColumn } = text.columns;
	const rows = runbooks.map(({ path, title }) => [noteLink(path, title), tests.get(path) ?? null]);
	return <TableView columns={[name, testsColumn]} rows={rows} />;
}
