import { useMemo } from "preact/hooks";
import type { RunSummary } from "../../../core/executions/run-summary";
import { summariseRunbook, summariseRuns } from "../../../core/executions/run-summary";
import type { RunbookEntry } from "../../../core/library/library-entry";
import type { Texts } from "../../text/en";
import { nameOutcome, RunSummaryLine, showDay } from "../executions/run-summary-line";
import { IconButton } from "../icon";
import { useHost } from "../view-host";
import { CountedPart } from "./counted-part";
import { noteLink } from "./note-link";
import type { PartProps } from "./panel-props";
import { TestsPart } from "./tests-part";
import type { PanelColumn } from "./table/panel-column";

/** A runbook, and what its runs say. */
interface RunbookRow {
	readonly runbook: RunbookEntry;
	readonly summary: RunSummary;
}

/** The runbooks of a technique with their tests and what runs of these say, below a line for all of them. */
export function RunbooksPanel(props: PartProps) {
	const { panel, sources, limit } = props;
	const { texts, staleBefore, recordRun } = useHost();
	const { panel: text, executions } = texts;
	const { library } = sources;
	const { runs: records } = library;
	const before = staleBefore?.();
	const freshness = useMemo(() => ({ since: before ?? null }), [before]);
	const rows = useMemo(
		() =>
			panel.runbooks.map((runbook): RunbookRow => {
				const ruleAt = (path: string) => {
					const rule = library.entry(path);
					return rule?.kind === "rule" ? rule : undefined;
				};
				return { runbook, summary: summariseRunbook(records, runbook, ruleAt, freshness) };
			}),
		[panel, library, records, freshness],
	);
	const all = useMemo(
		() => summariseRuns(records, panel.runbooks, panel.rules, panel.runs, freshness),
		[panel, records, freshness],
	);
	const columns = useMemo(
		() => [
			...runbookColumns(text, executions, before),
			...(recordRun === undefined ? [] : [recordColumn(executions, recordRun)]),
		],
		[text, executions, before, recordRun],
	);
	return (
		<>
			{panel.runs.length === 0 ? null : <RunSummaryLine summary={all} />}
			<CountedPart
				name={text.titles.runbooks}
				nameRows={text.distinct.runbooks}
				empty={text.empty.runbooks}
				columns={columns}
				rows={rows}
				keyOf={pathOf}
				limit={limit}
			/>
			{panel.runbooks.length === 0 ? null : <TestsPart {...props} />}
		</>
	);
}

function runbookColumns(
	{ columns }: Texts["panel"],
	executions: Texts["executions"],
	before: string | undefined,
): readonly PanelColumn<RunbookRow>[] {
	const { summary: words } = executions;
	return [
		{ name: columns.name, value: ({ runbook }) => noteLink(runbook.path, runbook.title) },
		{ name: columns.tests, value: ({ runbook }) => runbook.tests, isNumber: true, width: 9 },
		{
			name: words.columns.lastRun,
			value: ({ summary }) => showDay(summary.lastRun, before, words),
			width: 13,
		},
		{
			name: words.columns.outcome,
			value: ({ summary }) => nameOutcome(summary.outcome, executions),
			width: 13,
		},
		{
			name: words.columns.proven,
			value: ({ summary: { tests } }) =>
				tests.run === 0 ? "" : words.tests(tests.proven, tests.total, tests.stale),
			width: 15,
		},
	];
}

function recordColumn(
	{ record }: Texts["executions"],
	recordRun: (path: string) => void,
): PanelColumn<RunbookRow> {
	return {
		name: record.column,
		value: () => null,
		draw: ({ runbook }) => (
			<IconButton
				icon="clipboard-pen"
				label={record.buttonFor(runbook.title)}
				onClick={() => recordRun(runbook.path)}
			/>
		),
		width: 8,
	};
}

function pathOf({ runbook }: RunbookRow): string {
	return runbook.path;
}
