import type {
	Condition,
	Detection,
	ParsedQuery,
	QueryContext,
	QuerySource,
} from "../../model/detection";
import { combine, opaque } from "../syntax/conditions";
import { TokenCursor } from "../syntax/token-cursor";
import { Columns } from "./columns";
import type { Command } from "./esql-command";
import { findWindow } from "./find-window";
import { lowerEql } from "./lower-eql";
import { lowerExpression } from "./lower-expression";
import { aggregateColumn, assignColumn } from "./make-columns";
import type { Assignment, Expression } from "./esql-tree";
import type { Lowering } from "./make-predicate";
import { textOf } from "./make-predicate";
import { DEEPEST_PIPELINE, readPipeline } from "./read-commands";
import type { EsqlCursor } from "./read-expression";
import { scanEsql } from "./scan-esql";

/**
 * Parses an ES|QL query.
 *
 * Conditions before the first `stats` test events, those behind it test what was counted. A column that the query makes is `computed`
 * unless it only renames or casts a field. Source: Elasticsearch, ES|QL reference.
 */
export function parseEsql(text: string, context: QueryContext): ParsedQuery {
	const cursor = new TokenCursor(text, scanEsql(text));
	const commands = readToEnd(cursor);
	const sources = new Map<string, QuerySource>();
	const subqueries: Detection[] = [];
	let depth = 0;
	let unconsumed = 0;
	let budget = LEAST_BUDGET + text.length / 8;
	const lowering: Lowering = {
		text,
		context,
		columns: new Columns(),
		readQuery(tokens) {
			const inner = new TokenCursor(text, depth < DEEPEST_PIPELINE ? tokens : []);
			if (depth >= DEEPEST_PIPELINE) {
				const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
				cursor.report("query-too-deep", "error", "queries are nested too deep", span);
				unconsumed += tokens.length;
			}
			depth++;
			const pipeline = readToEnd(inner);
			const part = lowerPipeline(pipeline, { ...this, columns: new Columns() }, sources);
			depth--;
			subqueries.push(part);
			for (const problem of inner.problems) cursor.problems.push(problem);
			unconsumed += inner.account.unconsumed;
		},
		spend(conditions) {
			if (conditions > budget) return false;
			budget -= conditions;
			return true;
		},
		tell: (reason, { start, end }) =>
			cursor.report("query-opaque", "warning", reason, { start, end }),
		tellDepth(layers) {
			const message = `more than ${layers} layers of counts and branches`;
			cursor.report("query-too-deep", "error", message, { start: 0, end: text.length });
		},
	};
	const outer = lowerPipeline(commands, lowering, sources);
	const parts = [outer, ...subqueries];
	const { problems, account } = cursor;
	return {
		detection: parts.length === 1 ? outer : { kind: "join", how: "subquery", parts, on: [] },
		sources: [...sources.values()],
		problems,
		tokens: { total: account.total, unconsumed: account.unconsumed + unconsumed },
	};
}

/** Number of conditions that may stand in for columns in a short text. */
const LEAST_BUDGET = 100;

function readToEnd(cursor: EsqlCursor): readonly Command[] {
	const commands = readPipeline(cursor);
	while (!cursor.isAtEnd) {
		cursor.fail("text behind the query");
		cursor.skipUntil(() => false);
		cursor.skip();
	}
	return commands;
}

/** What is known of a pipeline so far: conditions over what comes out of the last grouping. */
interface Flow {
	of: Detection | undefined;
	by: readonly string[];
	/** Length of the time slices that events are grouped by. */
	window: string | null;
	conditions: Condition[];
	/** Columns that hold a time slice. */
	readonly windows: Map<string, string>;
	/** Whether the conditions stand behind a `stats`. */
	isGrouped: boolean;
	/** Number of groupings and joins inside of each other. */
	layers: number;
}

/** Layers beyond these are left out, so that hostile input cannot exhaust the stack of those who walk over a detection. */
const MOST_LAYERS = 100;

function lowerPipeline(
	commands: readonly Command[],
	lowering: Lowering,
	sources: Map<string, QuerySource>,
): Detection {
	const flow: Flow = {
		of: undefined,
		by: [],
		window: null,
		conditions: [],
		windows: new Map(),
		isGrouped: false,
		layers: 0,
	};
	for (const command of commands) lowerCommand(command, flow, lowering, sources);
	return close(flow);
}

function lowerCommand(
	command: Command,
	flow: Flow,
	lowering: Lowering,
	sources: Map<string, QuerySource>,
): void {
	const { columns } = lowering;
	switch (command.kind) {
		case "source":
			addSources(sources, command.sources);
			if (command.subqueries.length > 0)
				lowerBranches("union", command.subqueries, flow, lowering, sources);
			return;
		case "eql":
			addSources(sources, command.sources);
			flow.of = lowerEql(command.query, lowering, sources);
			return;
		case "where":
			flow.conditions.push(lowerExpression(command.condition, lowering));
			return;
		case "assign":
			for (const assignment of command.assignments) assignColumn(assignment, lowering);
			noteWindows(command.assignments, flow, lowering);
			return;
		case "compute":
			columns.compute(command.names);
			return;
		case "join":
			addSources(sources, [command.source]);
			return;
		case "stats":
			lowerStats(command, flow, lowering);
			return;
		case "fork":
			lowerBranches("fork", command.branches, flow, lowering, sources);
			return;
		case "opaque": {
			const written = lowering.text.slice(command.start, command.end);
			const { start, end } = command;
			flow.conditions.push(opaque(written, command.reason, { start, end }));
			return;
		}
		case "shape":
	}
}

/** Of two sources of one name the first stays. */
function addSources(sources: Map<string, QuerySource>, more: readonly QuerySource[]): void {
	for (const source of more) if (!sources.has(source.name)) sources.set(source.name, source);
}

function lowerStats(
	{ makes, by, isInline }: Extract<Command, { kind: "stats" }>,
	flow: Flow,
	lowering: Lowering,
): void {
	const filters = makes.flatMap(({ filter }) => filter ?? []);
	// Where all is counted under conditions of its own, these are the alternatives.
	const areAll = !isInline && filters.length === makes.length && filters.length > 0;
	if (areAll) flow.conditions.push(lowerFilters(filters, lowering));
	const { columns } = lowering;
	// A column that is made further left may be used further right.
	for (const { name, value } of by) columns.assign(name, value);
	for (const made of makes) {
		if (areAll) columns.assign(made.name, made.value);
		else aggregateColumn(made, lowering);
	}
	noteWindows(by, flow, lowering);
	if (isInline || !addLayer(flow, lowering)) return;
	flow.of = close(flow);
	flow.by = by.map(({ name }) => name);
	flow.window = flow.by.map((name) => flow.windows.get(name)).find(isText) ?? null;
	flow.conditions = [];
	flow.isGrouped = true;
}

/** Whether another layer may be put around what was found so far; tells once where not. */
function addLayer(flow: Flow, lowering: Lowering): boolean {
	flow.layers++;
	if (flow.layers === MOST_LAYERS + 1) {
		lowering.tellDepth(MOST_LAYERS);
		const span = { start: 0, end: lowering.text.length };
		flow.conditions.push(opaque("", "layers that are nested too deep", span));
	}
	return flow.layers <= MOST_LAYERS;
}

function isText(text: string | undefined): text is string {
	return text !== undefined;
}

/** The same condition, written for each of many counts, is one. */
function lowerFilters(filters: readonly Expression[], lowering: Lowering): Condition {
	const different = new Map<string, Expression>();
	for (const filter of filters) {
		const written = textOf(filter, lowering);
		if (!different.has(written)) different.set(written, filter);
	}
	const conditions = [...different.values()].map((filter) => lowerExpression(filter, lowering));
	return combine("or", conditions);
}

function noteWindows(
	assignments: readonly Assignment[],
	{ windows }: Flow,
	{ text }: Lowering,
): void {
	for (const { name, value } of assignments) {
		const window = findWindow(value, windows, text);
		if (window === undefined) windows.delete(name);
		else windows.set(name, window);
	}
}

function lowerBranches(
	how: "fork" | "union",
	branches: readonly (readonly Command[])[],
	flow: Flow,
	lowering: Lowering,
	sources: Map<string, QuerySource>,
): void {
	const parts = branches.map((branch) => lowerPipeline(branch, lowering, sources));
	if (!addLayer(flow, lowering)) return;
	if (how === "fork") parts.unshift(close(flow));
	const [only] = parts;
	flow.of = parts.length === 1 && only !== undefined ? only : { kind: "join", how, parts, on: [] };
	flow.conditions = [];
	flow.isGrouped = false;
}

function close({ of, by, window, conditions, isGrouped }: Flow): Detection {
	const condition = combine("and", conditions);
	if (of === undefined) return { kind: "event", condition };
	if (isGrouped) return { kind: "aggregate", of, by, window, having: condition };
	return condition.kind === "always" ? of : { kind: "filter", of, condition };
}
