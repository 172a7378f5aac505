import type { RuleEntry } from "../../../core/library/library-entry";
import type { ExpectedRule } from "../../../core/runbooks/expect-rules";
import type { TestRow } from "../../../core/runbooks/list-test-rows";
import type { TestFacts } from "../../../core/library/test-facts";
import type { LinkValue, Value } from "../../../core/model/value";
import type { Texts } from "../../text/en";
import { IconButton } from "../icon";
import { noteLink } from "../panels/note-link";
import type { PanelColumn } from "../panels/table/panel-column";
import { ValueView } from "../values/value-view";
import { explainRule } from "./explain-rule";

/** What a person does with a test from its row. */
export interface TestActions {
	/** Puts its command on the clipboard. */
	readonly copy: (row: TestRow) => void;
	/** Opens the form of a run; undefined where the view cannot. */
	readonly record: ((row: TestRow) => void) | undefined;
}

/** The columns of a runbook's tests. */
export function testColumns(
	all: Texts,
	path: string,
	actions: TestActions,
): readonly PanelColumn<TestRow>[] {
	const { runbooks: texts } = all;
	const { columns } = texts;
	return [
		{
			name: columns.test,
			value: ({ name }) => name,
			draw: (row) => <TestName row={row} path={path} texts={texts} />,
		},
		{ name: columns.runsOn, value: ({ facts }) => describeHost(facts, texts), width: 16 },
		rulesColumn(columns.should, texts, true),
		rulesColumn(columns.could, texts, false),
		{
			name: columns.last,
			value: ({ runs: [last] }) => last?.started?.slice(0, 10) ?? null,
			draw: (row) => <LastRun row={row} texts={texts} />,
			width: 12,
		},
		{
			name: columns.actions,
			value: () => null,
			draw: (row) => <TestButtons row={row} actions={actions} texts={all} />,
			width: 8,
		},
	];
}

/** A test without a GUID can have no run. */
function TestButtons(props: {
	readonly row: TestRow;
	readonly actions: TestActions;
	readonly texts: Texts;
}) {
	const { row, texts } = props;
	const { copy, record } = props.actions;
	return (
		<span class="detection-vault-test-buttons">
			{row.test.commands.some(({ part }) => part === "run") ? (
				<IconButton
					icon="copy"
					label={`${texts.runbooks.parts.run}: ${row.name}`}
					onClick={() => copy(row)}
				/>
			) : null}
			{record === undefined || row.test.guid === null ? null : (
				<IconButton
					icon="clipboard-pen"
					label={texts.executions.record.buttonFor(row.name)}
					onClick={() => record(row)}
				/>
			)}
		</span>
	);
}

function TestName(props: {
	readonly row: TestRow;
	readonly path: string;
	readonly texts: Texts["runbooks"];
}) {
	const { row, path, texts } = props;
	const { facts, test } = row;
	const marks = [
		...(test.source === null ? [texts.own] : []),
		...(test.guid === null ? [texts.noGuid] : []),
	];
	return (
		<>
			<ValueView value={linkToTest(path, row.name, facts?.block ?? null)} />
			{marks.map((mark) => (
				<span key={mark} class="detection-vault-badge">
					{mark}
				</span>
			))}
		</>
	);
}

/** Gives the link to a test's place in its runbook. */
export function linkToTest(path: string, name: string, block: string | null): LinkValue {
	const link = noteLink(path, name);
	return block === null ? link : { ...link, type: "block", subpath: block };
}

/** A person's own words stand where the derived rules would; they say nothing of rules that could fire. */
function rulesColumn(
	name: string,
	texts: Texts["runbooks"],
	should: boolean,
): PanelColumn<TestRow> {
	const listed = ({ rules }: TestRow): readonly ExpectedRule[] =>
		rules().filter((rule) => rule.should === should);
	const explain = (row: TestRow, rule: RuleEntry): string => {
		const found = row.rules().find((each) => each.rule === rule);
		return found === undefined ? "" : ` · ${explainRule(found, texts.why)}`;
	};
	return {
		name,
		value: (row): Value =>
			row.statedRules === null ? listed(row).length : should ? row.statedRules : null,
		rules: (row) => listed(row).map(({ rule }) => rule),
		detail: explain,
		width: 10,
	};
}

/** Where a test runs, with what, and whether that takes an administrator. */
export function describeHost(
	facts: TestFacts | undefined,
	texts: Texts["runbooks"],
): string | null {
	if (facts === undefined) return null;
	const { executor } = facts;
	const executors: Readonly<Record<string, string>> = texts.add.executors;
	const parts = [
		facts.platforms.join(", "),
		executor === null ? "" : Object.hasOwn(executors, executor) ? executors[executor] : executor,
		facts.elevation === true ? texts.elevated : "",
	];
	return parts.filter((part) => part !== "").join(" · ");
}

/** The latest run with its outcome; others are in their notes. */
export function LastRun({
	row,
	texts,
}: {
	readonly row: TestRow;
	readonly texts: Texts["runbooks"];
}) {
	const [last] = row.runs;
	if (last === undefined) return <ValueView value={null} />;
	const link = noteLink(last.path, last.started?.slice(0, 10) ?? last.title);
	return (
		<>
			<ValueView value={link} />
			{last.outcome === null ? null : (
				<>
					<br />
					<span class="detection-vault-hint">{texts.outcomes[last.outcome]}</span>
				</>
			)}
		</>
	);
}
