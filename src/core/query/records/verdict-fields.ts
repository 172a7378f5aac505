import { isStale } from "../../executions/run-summary";
import type { ExecutionEntry } from "../../library/library-entry";
import { chooseVerdict } from "../../library/run-records";
import type { RuleVerdict } from "../../model/execution";
import type { Value } from "../../model/value";
import { addToGroup } from "../../text/add-to-group";
import type { FieldReader, FieldReaders } from "./record-row";
import type { RecordHome } from "./record-home";

/** A row of a run's verdicts, and whether it is the one that counts for its rule. */
export interface JudgedRow {
	readonly row: RuleVerdict;
	readonly counts: boolean;
}

/** Marks the rows that count: one for each rule, however the run's note at `home` links to it; a rule that has no note goes by its text. */
export function judgeRows(rows: readonly RuleVerdict[], home: RecordHome): readonly JudgedRow[] {
	const groups = new Map<string, RuleVerdict[]>();
	for (const row of rows) {
		const target = row.target ?? row.title;
		if (row.verdict !== null) addToGroup(groups, home.linkTo(target)?.path ?? target, row);
	}
	const counting = new Set([...groups.values()].map(chooseVerdict));
	return rows.map((row) => ({ row, counts: counting.has(row) }));
}

/** The fields of a row of `verdicts`: what one run says of one rule. */
export const VERDICT_FIELDS: FieldReaders<JudgedRow> = new Map<string, FieldReader<JudgedRow>>([
	["execution", (_, home) => home.link],
	["rule", linkToRule],
	["verdict", ({ row }) => row.verdict],
	["how", ({ row }) => row.how],
	["origin", ({ row }) => row.origin],
	["evidence", ({ row }) => row.evidence],
	["counts", ({ counts }) => counts],
	["stale", ofRun(isStaleRun)],
	["runbook", ofRun(({ runbook }, home) => (runbook === null ? null : home.linkTo(runbook)))],
	["test", ofRun(({ testName }) => testName)],
	["guid", ofRun(({ testGuid }) => testGuid)],
	["techniques", (_, home) => home.techniques],
	["technique", (_, home) => home.techniques],
]);

/** The text of the cell where it leads to no note of the vault. */
function linkToRule({ row }: JudgedRow, home: RecordHome): Value {
	return home.linkTo(row.target ?? row.title) ?? row.title;
}

/** Null where the run has no time. */
function isStaleRun({ started }: ExecutionEntry, { staleBefore }: RecordHome): Value {
	return started === null ? null : isStale(started, staleBefore);
}

function ofRun(read: (run: ExecutionEntry, home: RecordHome) => Value): FieldReader<JudgedRow> {
	return (_, home) => (home.entry.kind === "execution" ? read(home.entry, home) : null);
}
