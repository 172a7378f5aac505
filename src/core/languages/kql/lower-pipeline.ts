import type { Detection } from "../../model/detection";
import type { Span } from "../../text/span";
import { opaque } from "../syntax/conditions";
import { KqlCalls } from "./kql-calls";
import { KqlColumns } from "./kql-columns";
import { evaluateConstant } from "./kql-constants";
import { KqlFlow } from "./kql-flow";
import { bindArguments, keyOf, returnOf } from "./kql-functions";
import { pipelineOf } from "./kql-reader";
import type { KqlBinding } from "./kql-scope";
import { KqlScope } from "./kql-scope";
import type { KqlSession } from "./kql-session";
import type { KqlCall, KqlExpression, KqlPipeline } from "./kql-tree";
import { GIVEN, PROFILE, TABLES, WRAPPERS } from "./known-functions";
import { lowerParserFilters } from "./lower-parser-filters";
import type { KqlInnerLowering } from "./lower-stages";
import { lowerStage, plainCopy } from "./lower-stages";

/** Lowers queries to what restricts their rows; everything that a name stands for counts once. */
export class KqlLowering implements KqlInnerLowering {
	private readonly session: KqlSession;
	/** The names inside of functions' bodies that were looked into. */
	private readonly bodies: KqlScope[] = [];
	readonly setAside: (detection: Detection) => void;
	private readonly calls: KqlCalls;
	/** Queries that were kept for later and are lowered now. */
	private readonly deferred = new Set<KqlPipeline>();

	constructor(session: KqlSession, setAside: (detection: Detection) => void) {
		this.session = session;
		this.calls = new KqlCalls(session);
		this.setAside = setAside;
	}

	/** Lowers a query. */
	lower(pipeline: KqlPipeline, scope: KqlScope): KqlFlow {
		const { session } = this;
		const seen = session.lowered.get(pipeline);
		if (seen !== undefined) return plainCopy(seen);
		const start = startOf();
		session.lowered.set(pipeline, start);
		const { source, stages } = pipeline;
		if (!session.enter()) return this.giveUp(pipeline, "queries lead on too far");
		const rows = source === null ? start : this.lowerSource(source, scope);
		const flow =
			stages.length === 0 ? this.queue(pipeline, scope, rows) : this.lowerOn(pipeline, scope, rows);
		session.leave();
		session.lowered.set(pipeline, flow);
		return flow;
	}

	/** Lowers a query's stages over rows that are there already; with a source, the query stands for itself. */
	lowerOn(pipeline: KqlPipeline, scope: KqlScope, flow: KqlFlow): KqlFlow {
		if (pipeline.source !== null && pipeline.stages.length === 0)
			return this.lower(pipeline, scope);
		const context = { session: this.session, scope, inner: this };
		let rows = flow;
		for (const stage of pipeline.stages) rows = lowerStage(stage, rows, context);
		return this.queue(pipeline, scope, rows);
	}

	/** Keeps the queries inside a query's expressions for later. */
	private queue({ subqueries }: KqlPipeline, scope: KqlScope, flow: KqlFlow): KqlFlow {
		for (const pipeline of subqueries) this.session.defer(pipeline, scope);
		return flow;
	}

	private lowerSource(source: KqlExpression, scope: KqlScope): KqlFlow {
		switch (source.kind) {
			case "name":
				return this.lowerNamed(source.name, source, scope);
			case "subquery":
				return this.lower(source.pipeline, scope);
			case "call":
				return this.lowerCall(source, scope);
			case "path":
				return this.lowerPath(source, scope);
			case "rows": {
				const columns = new KqlColumns(null, false);
				for (const name of source.columns) columns.compute(name);
				return new KqlFlow(columns);
			}
			case "broken":
				return this.giveUp(source, source.reason, true);
			case "star":
				return this.table("*", source);
			default:
				return this.giveUp(source, "no table");
		}
	}

	private lowerNamed(name: string, at: KqlExpression, scope: KqlScope): KqlFlow {
		const binding = scope.find(name);
		if (binding === undefined) {
			if (!GIVEN.test(name)) return this.table(name, at);
			this.session.addSource("function", name, at);
			return new KqlFlow(new KqlColumns(name, true));
		}
		return this.lowerBinding(binding, null, at, scope);
	}

	private table(name: string, at: KqlExpression): KqlFlow {
		this.session.addSource("table", name, at);
		return new KqlFlow(new KqlColumns(/[*{]/.test(name) ? null : name, true));
	}

	/** What a name stands for restricts the rows the first time; after that only its columns are known. */
	private lowerBinding(
		binding: KqlBinding,
		call: KqlCall | null,
		at: KqlExpression,
		scope: KqlScope,
	): KqlFlow {
		const { session } = this;
		const seen = binding.kind === "flow" ? binding.flow : session.flows.get(binding);
		if (seen !== undefined) {
			if (!session.spend(seen.columns.size + 1)) return startOf();
			if (call === null || call.arguments.length === 0) return plainCopy(seen);
			const again = this.calls.readAgain(binding, () => this.lowerFirst(binding, call, scope));
			return again?.isNew === true ? again.flow : plainCopy(again?.flow ?? seen);
		}
		const fallback = new KqlFlow(new KqlColumns(null, true));
		session.flows.set(binding, fallback);
		const flow = session.follow(() => this.lowerFirst(binding, call, scope), undefined);
		if (flow === undefined) return this.giveUp(at, "names lead on too far");
		if (session.spend(flow.columns.size)) session.flows.set(binding, plainCopy(flow));
		this.calls.note(binding, flow);
		return flow;
	}

	private lowerFirst(binding: KqlBinding, call: KqlCall | null, scope: KqlScope): KqlFlow {
		if (binding.kind === "value") {
			this.session.use(binding);
			return this.lower(pipelineOf(binding.expression), binding.scope);
		}
		return binding.kind === "function" ? this.lowerBody(binding, call, scope) : startOf();
	}

	private lowerBody(
		binding: Extract<KqlBinding, { kind: "function" }>,
		call: KqlCall | null,
		scope: KqlScope,
	): KqlFlow {
		const inner = bindArguments(binding, call, scope);
		this.bodies.push(inner);
		const body = returnOf(binding.body);
		return body === undefined ? startOf() : this.lower(body, inner);
	}

	/**
	 * Lowers queries that stand inside of expressions, and what the text defines and never uses, so that no condition of it is lost; adds
	 * those that restrict anything to `parts`.
	 */
	lowerRest(scope: KqlScope, parts: Detection[]): void {
		this.bodies.push(scope);
		this.lowerDeferred(parts);
		for (const body of this.bodies) {
			for (const binding of body.bindings) {
				if (binding.kind === "value") this.session.use(binding);
				if (binding.kind === "function" && !this.session.flows.has(binding))
					this.lowerUnused(binding, parts);
			}
			this.lowerDeferred(parts);
		}
	}

	private lowerUnused(
		binding: Extract<KqlBinding, { kind: "function" }>,
		parts: Detection[],
	): void {
		const inner = bindArguments(binding, null, binding.scope);
		this.bodies.push(inner);
		const body = returnOf(binding.body);
		if (body?.source?.kind === "subquery") addPart(this.lower(body, inner), parts);
		else if (body !== undefined) this.queue(body, inner, startOf());
	}

	/** A query in a function's body is kept once for each call, and counts again where that call's arguments make it another. */
	private lowerDeferred(parts: Detection[]): void {
		const { session, calls, deferred } = this;
		for (let next = session.takeDeferred(); next !== undefined; next = session.takeDeferred()) {
			const { pipeline, scope } = next;
			const isAgain = deferred.has(pipeline);
			if (isAgain ? !session.spend(pipeline.end - pipeline.start) : session.lowered.has(pipeline))
				continue;
			deferred.add(pipeline);
			const read = (): KqlFlow => this.lower(pipeline, scope);
			const flow = isAgain ? calls.readAfresh(read) : read();
			if (calls.brings(pipeline, flow) || !isAgain) addPart(flow, parts);
		}
	}

	private lowerCall(call: KqlCall, scope: KqlScope): KqlFlow {
		const binding = scope.find(call.name) ?? scope.find(keyOf(call.name, valuesOf(call)));
		if (binding !== undefined) return this.lowerBinding(binding, call, call, scope);
		const first = call.arguments[0]?.value;
		if (WRAPPERS.has(call.name) && first !== undefined) return this.lowerSource(first, scope);
		const name = first && TABLES.has(call.name) ? evaluateConstant(first, scope) : undefined;
		if (name?.kind === "scalar" && typeof name.term.value === "string")
			return this.lowerNamed(name.term.value, call, scope);
		this.session.addSource("function", call.name, call);
		if (!GIVEN.test(call.name)) this.session.reportUndefined("function", call.name, call);
		const flow = new KqlFlow(new KqlColumns(call.name, true));
		const view = { session: this.session, scope, columns: flow.columns, steps: null };
		const filters = lowerParserFilters(call, view);
		if (filters !== undefined) flow.add(filters);
		return flow;
	}

	/** `workspace("x").Table`: the last step names the table. */
	private lowerPath(path: Extract<KqlExpression, { kind: "path" }>, scope: KqlScope): KqlFlow {
		const last = path.steps.at(-1);
		if (path.base.kind === "call") {
			const binding = scope.find(keyOf(path.base.name, [...valuesOf(path.base), last]));
			if (binding !== undefined) return this.lowerBinding(binding, null, path, scope);
		}
		if (typeof last === "string") return this.table(last, path);
		if (last?.kind === "call") return this.lowerCall(last, scope);
		if (last?.kind === "literal") return this.table(String(last.value), path);
		return this.giveUp(path, "no table");
	}

	/** Lowers a call that gets rows handed in. */
	invoke(call: KqlExpression, scope: KqlScope, flow: KqlFlow): KqlFlow {
		if (call.kind !== "call") return flow;
		const binding = scope.find(call.name);
		if (binding?.kind !== "function") {
			if (!GIVEN.test(call.name)) this.session.reportUndefined("function", call.name, call);
			flow.columns.open();
			if (call.name === "FileProfile") for (const name of PROFILE) flow.columns.compute(name);
			return flow;
		}
		const [rows, ...parameters] = binding.parameters;
		if (rows === undefined) return flow;
		const { flows } = this.session;
		const outer = new KqlScope(binding.scope);
		outer.set(rows.name, { kind: "flow", flow });
		const handed = { ...binding, parameters, scope: outer };
		const read = (): KqlFlow => this.lowerBody(handed, call, scope);
		const isFirst = !flows.has(binding);
		if (isFirst) flows.set(binding, flow);
		const again = isFirst ? undefined : this.calls.readAgain(binding, read);
		const result = isFirst ? this.session.follow(read, undefined) : again?.flow;
		if (result === undefined) return flow;
		if (isFirst) this.calls.note(binding, result);
		if (again?.isNew !== false) this.append(result, flow);
		flow.columns = result.columns;
		return flow;
	}

	/** Restricts rows by what a function does to them. */
	private append(result: KqlFlow, flow: KqlFlow): void {
		const own = result.eventCondition;
		if (own !== undefined) {
			flow.add(own);
			return;
		}
		const part = result.settle();
		const isKept = flow.wrap(
			(first) => ({ kind: "join", how: "invoke", parts: [first, part], on: [] }),
			[result],
		);
		if (!isKept) this.setAside(part);
	}

	private giveUp(at: Span, reason: string, isReported = false): KqlFlow {
		const flow = startOf();
		if (!isReported) this.session.report("query-opaque", "warning", reason, at);
		flow.add(opaque(this.session.textOf(at), reason, at));
		return flow;
	}
}

function valuesOf(call: KqlCall): readonly KqlExpression[] {
	return call.arguments.map(({ value }) => value);
}

function addPart(flow: KqlFlow, parts: Detection[]): void {
	if (flow.isRestricted) parts.push(flow.settle());
}

/** Rows of no table. */
function startOf(): KqlFlow {
	const flow = new KqlFlow(new KqlColumns(null, true));
	flow.isStart = true;
	return flow;
}
