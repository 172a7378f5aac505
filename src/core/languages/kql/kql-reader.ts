import type { Span } from "../../text/span";
import { DEEPEST } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import type { KqlExpression, KqlPipeline } from "./kql-tree";
import type { KqlToken } from "./scan-kql";

/** What ends a stage. */
const STAGE_ENDS: ReadonlySet<string> = new Set("|;)]}");

/** The readers that call each other through everything between them. */
export interface KqlGrammar {
	/** Reads an expression. */
	readonly expression: (reader: KqlReader) => KqlExpression;
	/** Reads an expression, or a whole query where a pipe follows. */
	readonly query: (reader: KqlReader) => KqlExpression;
	/** Reads stages in brackets, of which the first has no pipe before it. */
	readonly stages: (reader: KqlReader) => KqlPipeline;
}

/** The tokens of a KQL text together with what reading them needs to know. */
export class KqlReader {
	readonly cursor: TokenCursor<KqlToken>;
	/** Queries found inside of expressions since someone last set this. */
	subqueries: KqlPipeline[] = [];
	/** Whether a colon compares, as it does in `search`. */
	isSearch = false;
	/** Whether a filter is read, in which a word behind a value can only be an operator. */
	isFilter = false;
	private readonly grammar: KqlGrammar;
	private depth = 0;

	constructor(cursor: TokenCursor<KqlToken>, grammar: KqlGrammar) {
		this.cursor = cursor;
		this.grammar = grammar;
	}

	/** Whether what is read stands in no brackets. */
	get isOutermost(): boolean {
		return this.depth === 0;
	}

	/** Reads an expression. */
	expression(): KqlExpression {
		return this.grammar.expression(this);
	}

	/** Reads an expression or a query. */
	query(): KqlExpression {
		return this.grammar.query(this);
	}

	/** Reads stages in brackets, of which the first has no pipe before it. */
	stages(): KqlPipeline {
		return this.grammar.stages(this);
	}

	/** From an offset to the last token taken. */
	spanFrom(start: number): Span {
		return { start, end: this.endFrom(start) };
	}

	/** The end of what began at an offset: that of the last token taken. */
	endFrom(start: number): number {
		return Math.max(start, this.cursor.lastEnd);
	}

	/** What stands for text that cannot be read, at the cursor. */
	brokenHere(reason = "nested too deep"): KqlExpression {
		const start = this.cursor.offset;
		return { kind: "broken", reason, start, end: start };
	}

	/** Reads what stands one level deeper; from `DEEPEST` on the rest of the brackets is skipped and `fallback` given. */
	nested<T>(read: (reader: KqlReader) => T, fallback: T): T {
		if (this.depth >= DEEPEST) {
			const message = `nested more than ${DEEPEST} deep`;
			this.cursor.report("query-too-deep", "error", message);
			this.cursor.skipUntil(() => false);
			return fallback;
		}
		this.depth++;
		const found = read(this);
		this.depth--;
		return found;
	}

	/** Reads items between commas up to a closing bracket, which is taken. */
	list<T>(close: string, read: (reader: KqlReader) => T): T[] {
		const items: T[] = [];
		const { cursor } = this;
		while (!cursor.isAtEnd && !cursor.is(close)) {
			items.push(read(this));
			if (cursor.eat(",")) continue;
			if (cursor.is(close)) break;
			this.recover(`expected \u201C,\u201D or \u201C${close}\u201D`);
			if (cursor.eat(",")) continue;
			cursor.eat(close);
			return items;
		}
		cursor.expect(close);
		return items;
	}

	/** Reads what stands in brackets: items between commas; none where the opening bracket is missing. */
	bracketed<T>(open: string, close: string, read: (reader: KqlReader) => T): T[] {
		return this.cursor.expect(open) ? this.nested((inner) => inner.list(close, read), []) : [];
	}

	/** Takes a closing bracket, and what unexpectedly stands before it. */
	close(bracket: string): void {
		if (!this.cursor.is(bracket)) this.recover(`expected \u201C${bracket}\u201D`);
		this.cursor.eat(bracket);
	}

	/** Reports text that breaks the grammar at the cursor. */
	fail(message: string): void {
		this.cursor.report("query-syntax", "error", message);
	}

	/** Whether a stage or its brackets end here. */
	get isAtStageEnd(): boolean {
		const token = this.cursor.peek();
		return token === undefined || STAGE_ENDS.has(token.text);
	}

	/** Reads one item or more between commas. */
	items<T>(read: (reader: KqlReader) => T): T[] {
		const items = [read(this)];
		while (this.cursor.eat(",")) items.push(read(this));
		return items;
	}

	/** Skips to the next comma, pipe, semicolon or closing bracket, and reports why; gives what was skipped. */
	recover(message: string): string {
		this.fail(message);
		return this.cursor.skipUntil(
			({ text }) => text === "," || text === "|" || text === ";" || text === "let",
		);
	}

	/** Whether the text between the last token and the next has an empty line. */
	get isAfterBlankLine(): boolean {
		return /\n[^\S\n]*\n/.test(this.gap);
	}

	/** Whether a statement starts at the cursor though no semicolon ended the last one. */
	get startsStatement(): boolean {
		const token = this.cursor.peek();
		if (token?.kind !== "word" && token?.text !== "(") return false;
		if (!this.isAtLineStart) return false;
		return this.isAfterBlankLine || this.cursor.is("|", 1) || token.text === "let";
	}

	/** Whether the next token starts a line. */
	get isAtLineStart(): boolean {
		return this.gap.includes("\n");
	}

	private get gap(): string {
		return this.cursor.text.slice(this.cursor.lastEnd, this.cursor.offset);
	}
}

/** A query that is only a source. */
export function pipelineOf(source: KqlExpression): KqlPipeline {
	const { start, end } = source;
	return { source, stages: [], subqueries: [], start, end };
}
