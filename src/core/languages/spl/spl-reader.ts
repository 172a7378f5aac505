import type { Condition, QueryContext, QueryProblem, QuerySource } from "../../model/detection";
import type { Predicate } from "../../model/predicate";
import type { Span } from "../../text/span";
import { combine, leaf, opaque } from "../syntax/conditions";
import { TokenCursor } from "../syntax/token-cursor";
import type { ExpandedText } from "./expand-macros";
import { expandMacros } from "./expand-macros";
import type { FieldScope } from "./field-scope";
import { readMacroCall } from "./macro-calls";
import type { Pipeline } from "./pipeline";
import { scanSpl } from "./scan-spl";
import type { SplToken } from "./spl-token";

/** Stands for what selects events in a way that is not known (a macro that is defined nowhere); it is taken out before the end. */
export const UNKNOWN: Condition = opaque("", "not known", { start: 0, end: 0 });

/** A predicate without what the place in the pipeline decides. */
export type SplLeaf = Omit<Predicate, "origin" | "source" | "span"> & {
	/** For what is no field at all: an expression. */
	readonly isComputed?: boolean;
};

/** Everything that reading one query needs: its tokens, the macros, and what is found on the way. */
export class SplReader {
	readonly cursor: TokenCursor<SplToken>;
	readonly text: string;
	readonly context: QueryContext;
	readonly sources: QuerySource[] = [];
	/** Reads the stages up to a closing bracket or the end; given from outside, since stages hold pipelines in turn. */
	readonly readPipeline: (reader: SplReader, pipeline: Pipeline, isSubsearch: boolean) => void;
	/** How many subsearches are open. */
	depth = 0;
	/** Tokens of texts inside of this one: a search in quotes. */
	readonly inner = { total: 0, unconsumed: 0, problems: [] as QueryProblem[] };
	private readonly expanded: ExpandedText;
	/** How many more conditions may stand in for fields. */
	private budget: number;
	/** Whether what is read may never be used. */
	private isAttempt = false;

	constructor(
		expanded: ExpandedText,
		context: QueryContext,
		readPipeline: (reader: SplReader, pipeline: Pipeline, isSubsearch: boolean) => void,
	) {
		this.expanded = expanded;
		this.text = expanded.text;
		this.context = context;
		const { tokens, faults } = scanSpl(expanded.text);
		this.cursor = new TokenCursor(expanded.text, tokens);
		for (const { message, span } of faults) this.cursor.fail(message, span);
		this.readPipeline = readPipeline;
		this.budget = 20_000 + 4 * expanded.text.length;
	}

	/** Whether so many more conditions may stand in for fields: what is written once may be used often. */
	spend(conditions: number): boolean {
		this.budget -= conditions;
		return this.budget >= 0;
	}

	/** Reads what may never be used: texts in quotes that lie in it do not count. */
	attempt<T>(read: () => T): T {
		const before = this.isAttempt;
		this.isAttempt = true;
		const found = read();
		this.isAttempt = before;
		return found;
	}

	/** The place in the query as given of a stretch of the expanded text. */
	spanOf(start: number, end: number): Span {
		return this.expanded.spanOf(start, Math.max(start, end));
	}

	/** The offset in the query as given of an offset in the expanded text. */
	placeOf(offset: number): number {
		return this.expanded.spanOf(offset, offset + 1).start;
	}

	/**
	 * Makes a leaf over the fields that a pipeline has at this place; the stretch is one of the expanded text. A field that has its values
	 * under conditions brings along those that must hold, in a group of its name.
	 */
	leafOf(scope: FieldScope, parts: SplLeaf, start: number, end: number): Condition {
		const { field, op, terms, transform } = parts;
		const known = field === null ? undefined : scope.describe(field);
		const isComputed = parts.isComputed === true || known?.isComputed === true;
		const isCaseSensitive = parts.isCaseSensitive === true && known?.isFolded !== true;
		const source = isComputed || field === null ? null : scope.source;
		const origin = isComputed ? "computed" : "event";
		const span = this.spanOf(start, end);
		const predicate = {
			field,
			op,
			terms,
			isCaseSensitive,
			transform,
			origin,
			source,
			span,
		} as const;
		const made = leaf(predicate, known?.original);
		// How many there are says whether there are any.
		if (parts.isComputed === true || (transform !== null && transform !== "mvcount")) return made;
		const test = known?.ask?.(
			op,
			terms.map(({ value }) => value),
		);
		return test === undefined ? made : combine("and", [made, test], field);
	}

	/** Passes over what is not understood and keeps it as a leaf. */
	skipOpaque(reason: string, stops: (token: SplToken) => boolean): Condition {
		const { cursor } = this;
		const { index, offset: start } = cursor;
		cursor.skipUntil(stops);
		if (cursor.index === index && !isStageEnd(cursor)) cursor.skip();
		const end = Math.max(cursor.lastEnd, start);
		cursor.report("query-opaque", "warning", reason, { start, end });
		return opaque(this.text.slice(start, end), reason, this.spanOf(start, end));
	}

	/** Keeps what breaks off from an offset to the token taken last as a leaf. */
	breakOff(start: number): Condition {
		const text = this.text.slice(start, this.cursor.lastEnd);
		return opaque(text, "a value is missing", this.spanOf(start, this.cursor.lastEnd));
	}

	/** Passes over closing brackets that belong to nothing and keeps them as one leaf. */
	skipClosing(bracket: ")" | "]"): Condition {
		const { cursor } = this;
		const start = cursor.offset;
		const reason = "this bracket closes nothing";
		cursor.report("query-syntax", "error", reason);
		while (cursor.is(bracket) && cursor.peek()?.kind === "symbol") cursor.skip();
		const span = this.spanOf(start, cursor.lastEnd);
		return opaque(this.text.slice(start, cursor.lastEnd), reason, span);
	}

	/** A reader for a text in quotes, of which everything stands at the given stretch; `absorb` it when it is read. */
	readerOf(text: string, start: number, end: number): SplReader {
		const place = this.spanOf(start, end);
		const expanded = { ...expandMacros(text, this.context), spanOf: () => place };
		const inner = new SplReader(expanded, this.context, this.readPipeline);
		inner.depth = this.depth + 1;
		return inner;
	}

	/** Takes over what a reader of a text in quotes found. */
	absorb(other: SplReader): void {
		if (this.isAttempt) return;
		for (const source of other.allSources) this.sources.push(source);
		for (const problem of other.problems) this.inner.problems.push(problem);
		const { total, unconsumed } = other.account;
		this.inner.total += total;
		this.inner.unconsumed += unconsumed;
	}

	/** Number of tokens, and of those that lie under no node, with those of texts in quotes. */
	get account(): { readonly total: number; readonly unconsumed: number } {
		const { total, unconsumed } = this.cursor.account;
		return {
			total: total + this.inner.total,
			unconsumed: unconsumed + this.inner.unconsumed,
		};
	}

	/** What the query reads, with the macros that name it. */
	get allSources(): readonly QuerySource[] {
		const macros = this.expanded.sources.map(({ name, span }): QuerySource => {
			return { kind: "macro", name, span };
		});
		return [...macros, ...this.sources];
	}

	/** Notes what the query reads; the stretch is one of the expanded text. */
	addSource(kind: QuerySource["kind"], name: string, start: number, end: number): void {
		this.sources.push({ kind, name, span: this.spanOf(start, end) });
	}

	/** Takes a macro that was not written out: a filter that nobody filled in restricts nothing, others are kept by name. */
	takeMacro(isSource: boolean): void {
		const token = this.cursor.take();
		if (token === undefined) return;
		const call = readMacroCall(token.text.replace(/^`|`$/g, ""));
		const name = call?.name ?? token.text.replaceAll("`", "").trim();
		const macro = this.context.macro(name, call?.values.length ?? 0);
		// A known one restricts nothing, or calls itself, which was reported when macros were written out.
		if (macro !== undefined || /_filter$/i.test(name)) return;
		if (isSource) this.addSource("macro", name, token.start, token.end);
		const message = `the macro \u201C${name}\u201D is defined nowhere`;
		this.cursor.report("query-undefined", "info", message, token);
	}

	/** Reports a lookup of which no entries are known. */
	noteLookup(name: string, start: number, end: number): void {
		const known = this.context.list(name) ?? this.context.list(`${name}.csv`);
		if (known !== undefined) return;
		const message = `the lookup \u201C${name}\u201D is defined nowhere`;
		this.cursor.report("query-undefined", "info", message, { start, end });
	}

	/** All problems, at their places in the query as given. */
	get problems(): readonly QueryProblem[] {
		const own = this.cursor.problems.map((problem) => ({
			...problem,
			span: this.spanOf(problem.span.start, problem.span.end),
		}));
		return [...this.expanded.problems, ...own, ...this.inner.problems];
	}
}

/** Whether a stage ends at the cursor. */
export function isStageEnd(cursor: TokenCursor<SplToken>): boolean {
	const token = cursor.peek();
	return (
		token === undefined || (token.kind === "symbol" && (token.text === "|" || token.text === "]"))
	);
}

/** Whether a token ends a stage. */
export function endsStage(token: SplToken): boolean {
	return token.kind === "symbol" && (token.text === "|" || token.text === "]");
}
