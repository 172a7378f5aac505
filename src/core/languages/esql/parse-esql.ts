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
import { lowerExpression } from "./lower-expression";
import type { Assignment, Expression } from "./esql-tree";
import type { Lowering } from "./make-predicate";
import { textOf } from "./make-predicate";
import { readPipeline } from "./read-commands";
import { scanEsql } from "./scan-esql";

/**
 * Parses an ES|QL query.
 *
 * Conditions before the first `stats` test events, those behind it test what was counted. A column that the query makes is `computed`
 * unless it only renames or casts a field. Source: Elasticsearch, ES|QL reference.
 */
export function parseEsql(text: string, context: QueryContext): ParsedQuery {
	const cursor = new TokenCursor(text, scanEsql(text));
	const commands = readPipeline(cursor);
	while (!cursor.isAtEnd) {
		cursor.report("query-syntax", "error", "text behind the query");
		cursor.skipUntil(() => false);
		cursor.skip();
	}
	const sources = new Map<string, QuerySource>();
	const lowering: Lowering = {
		text,
		context,
		columns: new Columns(),
		tell: (reason, { start, end }) =>
			cursor.report("query-opaque", "warning", reason, { start, end }),
		tellDepth(layers) {
			const message = `more than ${layers} layers of counts and branches`;
			cursor.report("query-too-deep", "error", message, { start: 0, end: text.length });
		},
	};
	const detection = lowerPipeline(commands, lowering, sources);
	const { problems, account } = cursor;
	return { detection, sources: [...sources.values()], problems, tokens: account };
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
			for (const source of command.sources)
				if (!sources.has(source.name)) sources.set(source.name, source);
			if (command.subqueries.length > 0)
				lowerBranches("union", command.subqueries, flow, lowering, sources);
			return;
		case "where":
			flow.conditions.push(lowerExpression(command.condition, lowering));
			return;
		case "assign":
			columns.assign(command.assignments);
			noteWindows(command.assignments, flow, lowering);
			return;
		case "compute":
			columns.compute(command.names);
			return;
		case "join":
			if (!sources.has(command.source.name)) sources.set(command.source.name, command.source);
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

function lowerStats(
	{ makes, by, isInline, filters }: Extract<Command, { kind: "stats" }>,
	flow: Flow,
	lowering: Lowering,
): void {
	// What is counted under a condition of its own is one of several alternatives.
	if (!isInline && filters.length === makes.length && filters.length > 0)
		flow.conditions.push(lowerFilters(filters, lowering));
	const { columns } = lowering;
	columns.assign(by);
	columns.assign(makes);
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
	flow.of = { kind: "join", how, parts, on: [] };
	flow.conditions = [];
	flow.isGrouped = false;
}

function close({ of, by, window, conditions, isGrouped }: Flow): Detection {
	const condition = combine("and", conditions);
	if (of === undefined) return { kind: "event", condition };
	if (isGrouped) return { kind: "aggregate", of, by, window, having: condition };
	return condition.kind === "always" ? of : { kind: "filter", of, condition };
}
