import { canFail } from "../evaluate/can-fail";
import type { RunContext } from "../evaluate/run-context";
import type { FailedRow } from "../outcome";
import type { Operation } from "../parse/ast";
import type { Steps } from "../../text/steps";
import { createBreathing } from "./breathing";
import type { RowSet } from "./operations";
import { compileTest, keyRows, limitOf, runOperation } from "./operations";
import { countWord } from "./plan-trace";
import type { Row } from "./row";
import { compareByKeys, sortRows } from "./sort-rows";
import { topRows } from "./top-rows";

type Where = Operation & { readonly type: "where" };

/** What a run of operations works on. */
interface Run {
	readonly operations: readonly Operation[];
	readonly context: RunContext;
	readonly failed: FailedRow[];
	/** Whether `file` is an object on every row before any operation. */
	readonly hasFile: boolean;
}

/**
 * Runs the steps of a query over its rows, one after the other; rows that fail go to `failed`.
 *
 * What a `LIMIT` makes needless is left out where neither the rows nor the failed ones can tell: tests that cannot fail stop at the
 * last row that is kept, and a `SORT` only finds the rows that come first.
 */
export function* runOperations(
	operations: readonly Operation[],
	rows: Iterable<Row>,
	context: RunContext,
	failed: FailedRow[],
	hasFile: boolean,
): Steps<RowSet> {
	const run = { operations, context, failed, hasFile };
	let set: RowSet = { rows, groups: [] };
	for (let at = 0; at < operations.length;) {
		const step =
			(yield* runLimited(run, at, set)) ??
			(yield* runSorted(run, at, set)) ??
			(yield* runPlain(run, at, set));
		if (step === undefined) break;
		({ set } = step);
		at += step.used;
	}
	return set;
}

/** Rows behind one or more operations. */
interface Step {
	readonly set: RowSet;
	readonly used: number;
}

function* runPlain(
	{ operations, context, failed }: Run,
	at: number,
	set: RowSet,
): Steps<Step | undefined> {
	const operation = operations[at];
	if (operation === undefined) return undefined;
	const { trace } = context;
	if (trace === undefined)
		return { set: yield* runOperation(operation, set, context, failed), used: 1 };
	const rows = [...set.rows];
	const before = failed.length;
	const left = yield* runOperation(operation, { ...set, rows }, context, failed);
	const out = [...left.rows];
	trace.add(operation.span, describe(rows.length, failed.length - before), out.length);
	return { set: { ...left, rows: out }, used: 1 };
}

/** Tests that cannot fail, up to a `LIMIT`: no row behind the last one that it keeps is looked at. */
function* runLimited(run: Run, at: number, set: RowSet): Steps<Step | undefined> {
	const { operations, context } = run;
	const hasFile = run.hasFile && operations.slice(0, at).every(isLeavingFields);
	const tests: Where[] = [];
	let next = operations[at];
	while (next?.type === "where" && !canFail(next.condition, hasFile)) {
		tests.push(next);
		next = operations[at + tests.length];
	}
	if (next?.type !== "limit") return undefined;
	const most = limitOf(next, context);
	if (most < 0) return undefined;
	const { rows, counts } = yield* takeRows(set.rows, tests, most, context);
	for (const [index, test] of [...tests, next].entries()) {
		const [seen = 0, kept = 0] = [counts[index], counts[index + 1]];
		const how = `${describe(seen, 0)}; stops once LIMIT has enough`;
		context.trace?.add(test.span, how, kept);
	}
	return { set: { ...set, rows }, used: tests.length + 1 };
}

/** `counts` are the rows before each test, before the limit, and behind it. */
function* takeRows(
	source: Iterable<Row>,
	tests: readonly Where[],
	limit: number,
	context: RunContext,
): Steps<{ readonly rows: readonly Row[]; readonly counts: readonly number[] }> {
	const compiled = tests.map((test) => compileTest(test, context));
	const counts = new Array<number>(tests.length + 2).fill(0);
	const rows: Row[] = [];
	const most = Number.isNaN(limit) ? 0 : Math.trunc(limit);
	if (most === 0) return { rows, counts };
	const isPlaceToBreathe = createBreathing();
	for (const row of source) {
		if (isPlaceToBreathe(row)) yield;
		let passed = 0;
		count(counts, 0);
		while (passed < compiled.length && compiled[passed]?.(row) === true) count(counts, ++passed);
		if (passed < compiled.length) continue;
		rows.push(row);
		count(counts, passed + 1);
		if (rows.length >= most) break;
	}
	return { rows, counts };
}

function count(counts: number[], at: number): void {
	counts[at] = (counts[at] ?? 0) + 1;
}

function* runSorted(
	{ operations, context, failed }: Run,
	at: number,
	set: RowSet,
): Steps<Step | undefined> {
	const [sort, limit] = [operations[at], operations[at + 1]];
	if (sort?.type !== "sort" || limit?.type !== "limit") return undefined;
	const before = failed.length;
	const keyed = yield* keyRows(sort, set.rows, context, failed);
	const directions = sort.keys.map(({ direction }) => direction);
	const most = limitOf(limit, context);
	const top = topOf(most, () =>
		topRows(keyed, Math.trunc(most), compareByKeys(directions, context)),
	);
	const rows = top ?? (yield* sortRows(keyed, directions, context)).slice(0, most);
	const lost = failed.length - before;
	const how = top === undefined ? "" : "; finds only the rows that LIMIT keeps";
	context.trace?.add(sort.span, `${describe(keyed.length + lost, lost)}${how}`, keyed.length);
	context.trace?.add(limit.span, describe(keyed.length, 0), rows.length);
	return { set: { ...set, rows }, used: 2 };
}

/** Keeping nearly all rows in order is no less work than sorting them. */
function topOf(limit: number, find: () => Row[] | undefined): Row[] | undefined {
	return limit >= 0 && limit < Number.MAX_SAFE_INTEGER ? find() : undefined;
}

function isLeavingFields({ type }: Operation): boolean {
	return type === "where" || type === "sort" || type === "limit";
}

function describe(rows: number, failed: number): string {
	return `${countWord(rows, "row")} in${failed === 0 ? "" : `, ${failed} failed`}`;
}
