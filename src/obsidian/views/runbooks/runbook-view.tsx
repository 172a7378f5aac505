import { useEffect, useMemo, useState } from "preact/hooks";
import { summariseRunbook } from "../../../core/executions/run-summary";
import type { RunbookEntry } from "../../../core/library/library-entry";
import type { PanelSources } from "../../../core/panels/technique-panel";
import type { TestRow } from "../../../core/runbooks/list-test-rows";
import { listTestRows } from "../../../core/runbooks/list-test-rows";
import { useHost } from "../view-host";
import { CountedPart } from "../panels/counted-part";
import { OptionHints } from "../panels/panel-message";
import type { OptionFaults } from "../panels/panel-message";
import { testColumns } from "./test-columns";

/** What the panel of a runbook does beside showing. */
export interface RunbookActions {
	/** Puts the command of a test on the clipboard, with this lab's values. */
	readonly copyCommand: (path: string, row: TestRow) => void;
	/** Lets a person add a test of their own. */
	readonly addTest: (path: string) => void;
}

/** What a runbook's panel is drawn from. */
export interface RunbookViewProps {
	readonly entry: RunbookEntry;
	readonly sources: PanelSources;
	/** Another number after every change of the notes. */
	readonly generation: number;
	readonly limit: number;
	readonly faults: OptionFaults;
	/** Reads a note's text; undefined where there is none. The same function every time. */
	readonly readNote: (path: string) => Promise<string | undefined>;
	readonly actions: RunbookActions;
}

/** The panel of the runbook whose note a block stands in: its tests, the rules they should set off, and their last runs. */
export function RunbookView(props: RunbookViewProps) {
	const { texts: all, recordRun } = useHost();
	const { runbooks: texts } = all;
	const { entry, limit, faults, actions } = props;
	const rows = useTestRows(props);
	const columns = useMemo(
		() =>
			testColumns(all, entry.path, {
				copy: (row) => actions.copyCommand(entry.path, row),
				record: recordRun && (({ test: { guid } }) => recordRun(entry.path, guid ?? undefined)),
			}),
		[all, entry.path, actions, recordRun],
	);
	const nameless = rows?.filter(({ test }) => test.guid === null).length ?? 0;
	return (
		<div class="detection-vault-panel">
			<div class="detection-vault-panel-head">
				<span class="detection-vault-hint">
					<Summary {...props} />
				</span>
				<button type="button" onClick={() => actions.addTest(entry.path)}>
					{texts.add.add}
				</button>
			</div>
			<CountedPart
				name={texts.title}
				nameRows={texts.tests}
				empty={texts.empty}
				columns={columns}
				rows={rows}
				keyOf={keyOf}
				limit={limit}
			/>
			<p class="detection-vault-hint">{texts.derivedHint}</p>
			{nameless === 0 ? null : <p class="detection-vault-hint">{texts.noGuidHint(nameless)}</p>}
			<OptionHints {...faults} />
		</div>
	);
}

/** The earlier rows stay until the next ones are there. */
function useTestRows(props: RunbookViewProps): readonly TestRow[] | undefined {
	const { entry, sources, generation, readNote } = props;
	const [rows, setRows] = useState<readonly TestRow[]>();
	useEffect(() => {
		let isWanted = true;
		const resolve = (id: string): string => sources.resolver.resolve(id).id;
		void readNote(entry.path).then((text) => {
			if (!isWanted || text === undefined) return;
			setRows(listTestRows(entry, text, { library: sources.library, resolve }));
		});
		return () => {
			isWanted = false;
		};
	}, [entry, sources, generation, readNote]);
	return rows;
}

function Summary({ entry, sources }: RunbookViewProps) {
	const { texts: all, staleBefore } = useHost();
	const { summary: texts } = all.runbooks;
	const { library } = sources;
	const ruleAt = (path: string) => {
		const rule = library.entry(path);
		return rule?.kind === "rule" ? rule : undefined;
	};
	const freshness = { since: staleBefore?.() ?? null };
	const { tests: counts, lastRun } = summariseRunbook(library.runs, entry, ruleAt, freshness);
	const parts = [
		texts.run(counts.run, counts.total),
		texts.proven(counts.proven, counts.stale),
		...(lastRun === null ? [] : [texts.last(lastRun.slice(0, 10))]),
	];
	return <>{parts.join(" · ")}</>;
}

function keyOf({ test }: TestRow): string {
	return `${test.guid ?? ""} ${test.name}`;
}
