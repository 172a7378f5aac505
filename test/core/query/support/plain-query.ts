import type { NoteLookup } from "../../../../src/core/index/note-index";
import type { Value } from "../../../../src/core/model/value";
import { compileExpression } from "../../../../src/core/query/evaluate/compile-expression";
import { EvaluationFailure } from "../../../../src/core/query/evaluate/evaluation-failure";
import type { RunContext } from "../../../../src/core/query/evaluate/run-context";
import type { FailedRow } from "../../../../src/core/query/outcome";
import type { Expression, Operation, Query, Source } from "../../../../src/core/query/parse/ast";
import { extractOutcome } from "../../../../src/core/query/run/extract";
import { QueryFailure } from "../../../../src/core/query/run/failures";
import { rowOfNote, rowsOfTasks, rowWith, type Row } from "../../../../src/core/query/run/row";
import { isTrue } from "../../../../src/core/query/values/truth";
import { compareValues } from "../../../../src/core/query/values/value-order";
import { isList } from "../../../../src/core/query/value";
import { finishSteps } from "../../../../src/core/text/steps";
import { plainRecords } from "./plain-rows";
import { isMeant } from "./plain-source";

/** Rows after a step, and the groupings in force. */
interface Rows {
	readonly rows: readonly Row[];
	readonly groups: readonly string[];
}

/**
 * Runs a query by the book: every note is looked at, every row is made before the first clause, every clause sees all rows that the one
 * before it left, and a `LIMIT` drops rows that are there.
 */
export function runPlainly(query: Query, context: RunContext) {
	const failed: FailedRow[] = [];
	let set: Rows = { rows: sourceRows(query, context.lookup, context), groups: [] };
	for (const operation of query.operations) set = runStep(operation, set, context, failed);
	return finishSteps(extractOutcome(query.header, set, context, failed));
}

function sourceRows({ source, header }: Query, lookup: NoteLookup, context: RunContext): Row[] {
	const notes = lookup.notes().filter((note) => source === null || isMeant(source, note, lookup));
	const records = source === null ? undefined : recordsIn(source);
	return notes.flatMap((note) => {
		if (records !== undefined) return plainRecords(records.records, note, context);
		return header.type === "task" ? rowsOfTasks(note, context) : [rowOfNote(note, context)];
	});
}

function recordsIn(source: Source): (Source & { readonly type: "records" }) | undefined {
	if (source.type === "records") return source;
	return source.type === "and" ? (recordsIn(source.left) ?? recordsIn(source.right)) : undefined;
}

function runStep(operation: Operation, set: Rows, context: RunContext, failed: FailedRow[]): Rows {
	const { rows, groups } = set;
	const { span } = operation;
	const compute = (name: string, expressions: readonly Expression[]) =>
		computeAll(rows, name, expressions, context, failed, span);
	switch (operation.type) {
		case "where":
			return {
				rows: compute("WHERE", [operation.condition])
					.filter(([, [value = null]]) => isTrue(value))
					.map(([row]) => row),
				groups,
			};
		case "sort": {
			const keyed = compute(
				"SORT",
				operation.keys.map(({ expression }) => expression),
			);
			const signs = operation.keys.map(({ direction }) => (direction === "ascending" ? 1 : -1));
			keyed.sort(([, a], [, b]) => {
				const differences = signs.map(
					(sign, at) => sign * Math.sign(compareValues(a[at] ?? null, b[at] ?? null, context)),
				);
				return differences.find((difference) => difference !== 0) ?? 0;
			});
			return { rows: keyed.map(([row]) => row), groups };
		}
		case "limit": {
			const amount = compileExpression(operation.amount, context)(new Map());
			return { rows: rows.slice(0, Number(amount)), groups };
		}
		case "group": {
			const { name, expression } = operation.by;
			return {
				rows: groupAll(compute("GROUP BY", [expression]), name, context),
				groups: [name, ...groups],
			};
		}
		case "flatten": {
			const { name, expression } = operation.by;
			const flat = compute("FLATTEN", [expression]).flatMap(([row, [value = null]]) =>
				(isList(value) ? value : [value]).map((part) => rowWith(row, name, part)),
			);
			return { rows: flat, groups: groups[0] === name ? groups.slice(1) : groups };
		}
		case "from":
			throw new QueryFailure("FROM comes first", span);
	}
}

type Computed = [row: Row, values: readonly Value[]];

function computeAll(
	rows: readonly Row[],
	name: string,
	expressions: readonly Expression[],
	context: RunContext,
	failed: FailedRow[],
	span: Operation["span"],
): Computed[] {
	const results: Computed[] = [];
	let reason: string | undefined;
	for (const row of rows) {
		try {
			const values = expressions.map((part) => compileExpression(part, context)(row.data.fields));
			results.push([row, values]);
		} catch (error) {
			if (!(error instanceof EvaluationFailure)) throw error;
			reason ??= error.message;
			failed.push({ note: row.note, column: name, message: error.message });
		}
	}
	if (reason !== undefined && results.length === 0) {
		throw new QueryFailure(`${name} fails on every row: ${reason}`, span);
	}
	return results;
}

function groupAll(keyed: Computed[], name: string, context: RunContext): Row[] {
	const groups: { readonly key: Value; readonly rows: Row[] }[] = [];
	for (const [row, [key = null]] of keyed) {
		const same = groups.find((group) => compareValues(group.key, key, context) === 0);
		if (same === undefined) groups.push({ key, rows: [row] });
		else same.rows.push(row);
	}
	groups.sort((a, b) => compareValues(a.key, b.key, context));
	return groups.map(({ key, rows }) => {
		const fields = new Map<string, Value>([
			["key", key],
			["rows", rows.map(({ data }) => data)],
			[name, key],
		]);
		return { key, data: { kind: "object", fields }, note: null };
	});
}
