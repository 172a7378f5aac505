import type { Condition, Detection, DetectionStep } from "../../model/detection";
import { ALWAYS, opaque } from "../syntax/conditions";
import { KqlColumns } from "./kql-columns";
import { describeField } from "./kql-fields";
import { KqlFlow, MOST_LAYERS } from "./kql-flow";
import type { KqlScope } from "./kql-scope";
import type { KqlSession, KqlView } from "./kql-session";
import type { KqlExpression, KqlPipeline, KqlStage } from "./kql-tree";
import {
	extendColumns,
	groupColumns,
	nameGroups,
	projectColumns,
	readWindow,
} from "./lower-columns";
import { lowerCondition } from "./lower-condition";
import { lowerSearch } from "./lower-search";

/** Lowers what stands inside of a stage. */
export interface KqlInnerLowering {
	/** Lowers a query that the stage reads. */
	lower(pipeline: KqlPipeline, scope: KqlScope): KqlFlow;
	/** Lowers stages over rows that are there already. */
	lowerOn(pipeline: KqlPipeline, scope: KqlScope, flow: KqlFlow): KqlFlow;
	/** Lowers a call that gets rows handed in. */
	invoke(call: KqlExpression, scope: KqlScope, flow: KqlFlow): KqlFlow;
	/** Keeps a detection that has no place in the tree. */
	setAside(detection: Detection): void;
}

/** Where a stage stands. */
export interface KqlStageContext {
	readonly session: KqlSession;
	readonly scope: KqlScope;
	readonly inner: KqlInnerLowering;
}

/** Lowers one stage: gives the rows behind it, which mostly are the given ones, changed. */
export function lowerStage(stage: KqlStage, flow: KqlFlow, context: KqlStageContext): KqlFlow {
	const { session, scope } = context;
	const view: KqlView = { session, scope, columns: flow.columns, steps: null };
	switch (stage.kind) {
		case "where":
			flow.add(lowerCondition(stage.condition, view));
			return flow;
		case "extend":
		case "rename":
			extendColumns(stage.columns, view);
			return flow;
		case "project":
			flow.columns = projectColumns(stage.columns, view);
			return flow;
		case "summarize":
			return summarize(stage, flow, view, context);
		case "join":
			return join(stage, flow, view, context);
		case "union":
			return union(stage, flow, context);
		case "inner":
			return lowerInner(stage, flow, view, context);
		case "capture":
			if (stage.isSource) flow.columns = new KqlColumns(null, false);
			for (const name of stage.names) flow.columns.compute(name);
			return flow;
		case "invoke":
			return context.inner.invoke(stage.call, scope, flow);
		case "search":
			return search(stage, flow, context);
		case "scan":
			return scan(stage, flow, view, context);
		case "as":
			for (const name of stage.columns) flow.columns.compute(name);
			for (const name of stage.names) scope.set(name, { kind: "flow", flow: plainCopy(flow) });
			return flow;
		case "graph":
			return makeGraph(stage, flow, context);
		case "match":
			return matchGraph(stage, flow, view, context);
		case "opaque":
			flow.add(opaque(session.textOf(stage), stage.reason, stage));
			return flow;
		case "passive":
			return flow;
	}
}

type Stage<Kind extends KqlStage["kind"]> = Extract<KqlStage, { kind: Kind }>;

/** The same columns once more, with nothing that restricts them: that counts only once. */
export function plainCopy(flow: KqlFlow): KqlFlow {
	return new KqlFlow(flow.columns.copy());
}

function summarize(
	{ aggregates, by }: Stage<"summarize">,
	flow: KqlFlow,
	view: KqlView,
	context: KqlStageContext,
): KqlFlow {
	const names = nameGroups(by, view);
	const window = readWindow(by, view);
	const columns = groupColumns(aggregates, by, view);
	wrap(flow, context, (of) => ({ kind: "aggregate", of, by: names, window, having: ALWAYS }));
	flow.columns = columns;
	return flow;
}

/** Puts a layer around a flow, with others inside of it; where there are too many the others are set aside. */
function wrap(
	flow: KqlFlow,
	context: KqlStageContext,
	layer: (inner: Detection) => Detection,
	others: readonly KqlFlow[] = [],
): void {
	if (flow.wrap(layer, others)) return;
	const span = { start: 0, end: context.session.text.length };
	context.session.reportOnce(
		"query-too-deep",
		`more than ${MOST_LAYERS} layers of joins and counts`,
		span,
	);
	for (const other of others) context.inner.setAside(other.settle());
}

function join(
	{ how, right, on }: Stage<"join">,
	flow: KqlFlow,
	view: KqlView,
	context: KqlStageContext,
): KqlFlow {
	const other = context.inner.lower(right, context.scope);
	const fields = new Set<string>();
	for (const expression of on) gatherKeys(expression, view, fields);
	const second = other.settle();
	wrap(flow, context, (first) => joinOf(how, [first, second], [...fields]), [other]);
	flow.columns = mergeColumns(flow.columns, [other], context, "join");
	return flow;
}

/** `on A, $left.B == $right.C`: the left column's name. */
function gatherKeys(expression: KqlExpression, view: KqlView, fields: Set<string>): void {
	if (expression.kind === "and")
		for (const part of expression.parts) gatherKeys(part, view, fields);
	else if (expression.kind === "comparison") gatherKeys(expression.left, view, fields);
	else {
		const name = describeField(expression, view)?.name;
		if (typeof name === "string") fields.add(name);
	}
}

/** Columns of several tables are kept apart only so far as this costs little. */
function mergeColumns(
	first: KqlColumns,
	others: readonly KqlFlow[],
	{ session }: KqlStageContext,
	how: "join" | "unite",
): KqlColumns {
	const all = others.map(({ columns }) => columns);
	let { size } = first;
	for (const columns of all) size += columns.size;
	return session.spend(size) ? first[how](all) : new KqlColumns(null, true);
}

function union(
	{ parts, names }: Pick<Stage<"union">, "parts" | "names">,
	flow: KqlFlow,
	context: KqlStageContext,
	how = "union",
): KqlFlow {
	const flows = parts.map((part) => context.inner.lower(part, context.scope));
	const [first, ...others] = flow.isStart ? flows : [flow, ...flows];
	if (first === undefined) return flow;
	const columns = mergeColumns(first.columns, others, context, "unite");
	if (others.length > 0 && !(first.isPlain && others.every(({ isPlain }) => isPlain))) {
		const rest = others.map((other) => other.settle());
		wrap(first, context, (inner) => joinOf(how, [inner, ...rest]), others);
	}
	first.columns = columns;
	for (const name of names) columns.compute(name);
	return first;
}

/** Stages over part of the rows: their conditions are the rows' own, unless they count. */
function lowerInner(
	{ how, columns, branches }: Stage<"inner">,
	flow: KqlFlow,
	view: KqlView,
	context: KqlStageContext,
): KqlFlow {
	if (how === "mv-apply") extendColumns(columns, view);
	const flows = branches.map((branch) =>
		context.inner.lowerOn(branch, context.scope, plainCopy(flow)),
	);
	const restricting = flows.filter(({ isRestricted }) => isRestricted);
	const [only] = restricting;
	const conditions = only?.eventCondition;
	if (conditions !== undefined && flows.length === 1) flow.add(conditions);
	else if (restricting.length > 0) {
		const parts = restricting.map((branch) => branch.settle());
		wrap(flow, context, (first) => joinOf(how, [first, ...parts]), flows);
	}
	flow.columns = mergeColumns(flow.columns, flows, context, "join");
	return flow;
}

function search(
	{ tables, isCaseSensitive, condition }: Stage<"search">,
	flow: KqlFlow,
	context: KqlStageContext,
): KqlFlow {
	const { session, scope } = context;
	const read = tables.length === 0 ? flow : union({ parts: tables, names: [] }, flow, context);
	if (condition !== null)
		read.add(
			lowerSearch(
				condition,
				{ session, scope, columns: read.columns, steps: null },
				isCaseSensitive,
			),
		);
	return read;
}

/** The rows are the edges, to which come tables of nodes. */
function makeGraph(
	{ nodes, names, inner }: Stage<"graph">,
	flow: KqlFlow,
	context: KqlStageContext,
): KqlFlow {
	const graph = union({ parts: nodes, names }, flow, context, "make-graph");
	return inner === null ? graph : context.inner.lowerOn(inner, context.scope, graph);
}

/** What the condition says of the nodes and edges of a path holds of different rows. */
function matchGraph(
	{ variables, condition, columns }: Stage<"match">,
	flow: KqlFlow,
	view: KqlView,
	context: KqlStageContext,
): KqlFlow {
	const inner: KqlView = { ...view, steps: new Set(variables) };
	if (condition !== null) {
		const path: Detection = { kind: "event", condition: lowerCondition(condition, inner) };
		wrap(flow, context, (first) => joinOf("graph-match", [first, path]));
		flow.restrict();
	}
	flow.columns = projectColumns(columns, inner);
	return flow;
}

function joinOf(how: string, parts: readonly Detection[], on: readonly string[] = []): Detection {
	return { kind: "join", how, parts, on };
}

/** The steps of `scan` are a sequence of events. */
function scan(
	{ by, steps }: Stage<"scan">,
	flow: KqlFlow,
	view: KqlView,
	context: KqlStageContext,
): KqlFlow {
	const names = new Set(steps.map(({ name }) => name));
	const inner: KqlView = { ...view, steps: names };
	const lowered = steps.map(({ name, condition }): DetectionStep => {
		const met: Condition = lowerCondition(condition, inner);
		return { source: name, condition: met, by: [], runs: 1, isMissing: false };
	});
	const fields = by.map((one) => describeField(one, view)?.name ?? view.session.textOf(one));
	const sequence: Detection = {
		kind: "sequence",
		by: fields,
		maxSpan: null,
		steps: lowered,
		until: null,
	};
	wrap(flow, context, (first) => joinOf("scan", [first, sequence]));
	flow.restrict();
	return flow;
}
