import { useMemo } from "preact/hooks";
import type { LinkedRunbook } from "../../../core/executions/link-evidence";
import type { ExecutionEntry } from "../../../core/library/library-entry";
import type { RuleRun } from "../../../core/library/run-records";
import type { RuleVerdict } from "../../../core/model/execution";
import type { Texts } from "../../text/en";
import { CountedPart } from "../panels/counted-part";
import { noteLink } from "../panels/note-link";
import type { PanelColumn } from "../panels/table/panel-column";
import { useHost } from "../view-host";
import { explainLink } from "./explain-link";
import { showDay } from "./run-summary-line";

/** Runs that have a verdict on a rule, the latest first; a verdict that another one overrules stays in sight. */
export function RuleRuns({
	runs,
	limit,
}: {
	readonly runs: readonly RuleRun[];
	readonly limit: number;
}) {
	const { texts: all, staleBefore } = useHost();
	const { executions: texts } = all;
	const { summary } = texts;
	const before = staleBefore?.();
	const columns = useMemo(() => runColumns(texts, before), [texts, before]);
	return (
		<CountedPart
			name={summary.testRuns}
			nameRows={summary.ruleRuns}
			empty={summary.noRuns}
			columns={columns}
			rows={runs}
			keyOf={({ execution }) => execution.path}
			limit={limit}
		/>
	);
}

function runColumns(
	texts: Texts["executions"],
	before: string | undefined,
): readonly PanelColumn<RuleRun>[] {
	const { summary } = texts;
	const wordOf = ({ verdict }: RuleVerdict): string =>
		verdict === null ? "" : texts.verdicts[verdict];
	const howOf = ({ how, origin }: RuleVerdict): string => how || texts.origins[origin];
	const others = ({ others: rows }: RuleRun): string =>
		rows.map((row) => summary.also(wordOf(row), howOf(row))).join("; ");
	return [
		{
			name: summary.run,
			value: ({ execution }) => noteLink(execution.path, nameRun(execution, before, summary)),
		},
		{ name: summary.verdict, value: ({ row }) => wordOf(row), width: 12 },
		{
			name: summary.how,
			value: (run) => [howOf(run.row), others(run)].filter((text) => text !== "").join("; "),
			width: 20,
		},
		{ name: summary.evidence, value: ({ row }) => row.evidence.replaceAll("<br>", " ") },
	];
}

function nameRun(
	{ started, title }: ExecutionEntry,
	before: string | undefined,
	words: Texts["executions"]["summary"],
): string {
	return started === null ? title : `${showDay(started, before, words)} ${title}`;
}

/** Runbooks that test a rule, each with why. */
export function RuleRunbooks(props: {
	readonly runbooks: readonly LinkedRunbook[];
	readonly limit: number;
}) {
	const { executions: texts } = useHost().texts;
	const { summary } = texts;
	const columns = useMemo(
		(): readonly PanelColumn<LinkedRunbook>[] => [
			{ name: summary.runbook, value: ({ runbook }) => noteLink(runbook.path, runbook.title) },
			{
				name: summary.why,
				value: ({ why }) => why.map((evidence) => explainLink(evidence, texts.why)).join("; "),
			},
		],
		[texts],
	);
	return (
		<CountedPart
			name={summary.runbooks}
			nameRows={summary.countRunbooks}
			empty={summary.noRunbooks}
			columns={columns}
			rows={props.runbooks}
			keyOf={({ runbook }) => runbook.path}
			limit={props.limit}
		/>
	);
}
