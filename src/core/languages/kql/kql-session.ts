import type { QueryContext, QueryProblem, QuerySource } from "../../model/detection";
import type { Span } from "../../text/span";
import type { KqlColumns } from "./kql-columns";
import type { KqlFlow } from "./kql-flow";
import type { KqlBinding, KqlScope } from "./kql-scope";
import type { KqlPipeline } from "./kql-tree";

/** How often a name may lead to another name, and a function call another. */
const MOST_INLINED = 60;

/** How deep conditions, columns and queries may lie in each other, names followed. */
const MOST_LEVELS = 400;

/** A query that is used as a value, so that it is looked at after the rest. */
export interface KqlPending {
	readonly pipeline: KqlPipeline;
	readonly scope: KqlScope;
}

/** What taking one text apart gathers. */
export class KqlSession {
	readonly text: string;
	readonly context: QueryContext;
	readonly problems: QueryProblem[];
	/** Queries that are part of the detection already. */
	lowered = new Map<KqlPipeline, KqlFlow>();
	/** Rows that a name stands for, once they were used. */
	readonly flows = new Map<KqlBinding, KqlFlow>();
	private readonly found = new Map<string, QuerySource>();
	private readonly reported = new Set<string>();
	private readonly used = new Set<KqlBinding>();
	private readonly pending: KqlPending[] = [];
	private next = 0;
	private inlined = 0;
	private level = 0;
	/** Number of things that were not understood where this is only counted, and not reported; null elsewhere. */
	private unclear: number | null = null;
	/** Bounds what lists and functions that are used again and again may add. */
	private budget: number;

	constructor(text: string, context: QueryContext, problems: QueryProblem[]) {
		this.text = text;
		this.context = context;
		this.problems = problems;
		this.budget = 20_000 + 4 * text.length;
	}

	/** Sources in order, without doubles. */
	get sources(): readonly QuerySource[] {
		return [...this.found.values()];
	}

	/** What stands between two offsets. */
	textOf({ start, end }: Span): string {
		return this.text.slice(start, end);
	}

	addSource(kind: QuerySource["kind"], name: string, { start, end }: Span): void {
		const key = `${kind} ${name}`;
		if (!this.found.has(key)) this.found.set(key, { kind, name, span: { start, end } });
	}

	report(
		code: QueryProblem["code"],
		severity: QueryProblem["severity"],
		message: string,
		{ start, end }: Span,
	): void {
		if (this.unclear !== null) {
			this.unclear++;
			return;
		}
		this.problems.push({ code, severity, message, span: { start, end } });
	}

	/** Reports what is wrong with a text as a whole, once. */
	reportOnce(code: QueryProblem["code"], message: string, span: Span): void {
		if (this.reported.has(message)) return;
		if (this.unclear === null) this.reported.add(message);
		this.report(code, "warning", message, span);
	}

	/** Reports a name that is defined nowhere, once. */
	reportUndefined(what: string, name: string, span: Span): void {
		if (this.unclear !== null || this.reported.has(name)) return;
		this.reported.add(name);
		this.report(
			"query-undefined",
			"info",
			`the ${what} \u201C${name}\u201D is defined nowhere`,
			span,
		);
	}

	/** Remembers that a name is used, and with it the queries in its value. */
	use(binding: KqlBinding): void {
		if (binding.kind !== "value" || this.used.has(binding)) return;
		this.used.add(binding);
		for (const pipeline of binding.subqueries) this.defer(pipeline, binding.scope);
	}

	/** Keeps a query for later. */
	defer(pipeline: KqlPipeline, scope: KqlScope): void {
		this.pending.push({ pipeline, scope });
	}

	/** The next query that was kept for later. */
	takeDeferred(): KqlPending | undefined {
		const found = this.pending[this.next];
		if (found !== undefined) this.next++;
		return found;
	}

	/** Goes one level deeper into what is nested or stands for something else; false, and no level deeper, where it goes on and on. */
	enter(): boolean {
		if (this.level >= MOST_LEVELS) return false;
		this.level++;
		return true;
	}

	/** Comes back from one level. */
	leave(): void {
		this.level--;
	}

	/** Follows a name to what it stands for; `fallback` where names lead on and on. */
	follow<T>(read: () => T, fallback: T): T {
		if (this.inlined >= MOST_INLINED) return fallback;
		this.inlined++;
		const found = read();
		this.inlined--;
		return found;
	}

	/** Reads what may never be used, without reporting anything; undefined where it is not understood whole. */
	attempt<T>(read: () => T): T | undefined {
		const { unclear } = this;
		this.unclear = 0;
		const found = read();
		const isClear = this.count() === 0;
		this.unclear = unclear === null || isClear ? unclear : unclear + 1;
		return isClear ? found : undefined;
	}

	/** Number of things that were not understood in an attempt. */
	private count(): number {
		return this.unclear ?? 0;
	}

	/** Whether so much more may still be added. */
	spend(amount: number): boolean {
		this.budget -= amount;
		return this.budget >= 0;
	}
}

/** Where an expression stands: its names and the columns of its rows. */
export interface KqlView {
	readonly session: KqlSession;
	readonly scope: KqlScope;
	readonly columns: KqlColumns;
	/** Steps of a `scan`, or variables of a graph's path, by whose names their columns are spelled. */
	readonly steps: ReadonlySet<string> | null;
}
