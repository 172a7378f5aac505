import type { QueryProblem } from "../../model/detection";
import type { Span } from "../../text/span";
import type { Token } from "./token";

/**
 * Walks over a query's tokens, and keeps account of them: each is either taken by a node or skipped and reported.
 *
 * A parser that skips has to say why, so that no rule counts as understood whose tokens were passed over.
 */
export class TokenCursor<T extends Token = Token> {
	readonly text: string;
	readonly problems: QueryProblem[] = [];
	private readonly tokens: readonly T[];
	private at = 0;
	private skipped = 0;

	constructor(text: string, tokens: readonly T[]) {
		this.text = text;
		this.tokens = tokens;
	}

	/** The token `ahead` places on, undefined behind the last. */
	peek(ahead = 0): T | undefined {
		return this.tokens[this.at + ahead];
	}

	get isAtEnd(): boolean {
		return this.at >= this.tokens.length;
	}

	/** Index of the next token, to see whether a parser moved. */
	get index(): number {
		return this.at;
	}

	/** Goes back to an index, to read the same tokens as something else; skipped ones stay counted. Keep the way back short. */
	rewind(index: number): void {
		this.at = index;
	}

	/** Offset of the next token, or of the end of the text. */
	get offset(): number {
		return this.tokens[this.at]?.start ?? this.text.length;
	}

	/** Offset behind the token that was taken or skipped last. */
	get lastEnd(): number {
		return this.tokens[this.at - 1]?.end ?? 0;
	}

	/** Takes the next token under the node that is being read. */
	take(): T | undefined {
		const token = this.tokens[this.at];
		if (token !== undefined) this.at++;
		return token;
	}

	/** Whether the next token is written like this, letter case counting. */
	is(text: string, ahead = 0): boolean {
		return this.tokens[this.at + ahead]?.text === text;
	}

	/** Whether the next token is written like this in any case; `word` is in lower case. */
	isWord(word: string, ahead = 0): boolean {
		const text = this.tokens[this.at + ahead]?.text;
		return text !== undefined && text.length === word.length && text.toLowerCase() === word;
	}

	/** Takes the next token if it is written like this. */
	eat(text: string): boolean {
		if (this.tokens[this.at]?.text !== text) return false;
		this.at++;
		return true;
	}

	/** Takes the next token if it is this word in any case. */
	eatWord(word: string): boolean {
		if (!this.isWord(word)) return false;
		this.at++;
		return true;
	}

	/** Takes the next token if it is written like this, else reports what was expected. */
	expect(text: string): boolean {
		if (this.eat(text)) return true;
		const found = this.peek();
		const what = found === undefined ? "the end" : `\u201C${shorten(found.text)}\u201D`;
		this.fail(`expected \u201C${text}\u201D, found ${what}`);
		return false;
	}

	/** Passes over one token that no node holds. Report why. */
	skip(): void {
		if (this.at >= this.tokens.length) return;
		this.at++;
		this.skipped++;
	}

	/**
	 * Passes over tokens up to one that `stops` accepts outside of brackets opened on the way, or that closes a bracket opened before;
	 * gives the text passed over.
	 */
	skipUntil(stops: (token: T) => boolean): string {
		const start = this.offset;
		let depth = 0;
		for (let token = this.peek(); token !== undefined; token = this.peek()) {
			if (depth === 0 && (stops(token) || isClosing(token.text))) break;
			if (isOpening(token.text)) depth++;
			else if (isClosing(token.text)) depth--;
			this.skip();
		}
		return start >= this.lastEnd ? "" : this.text.slice(start, this.lastEnd);
	}

	/** Reports a problem at the next token, or over the given stretch. */
	report(
		code: QueryProblem["code"],
		severity: QueryProblem["severity"],
		message: string,
		span?: Span,
	): void {
		const next = this.peek();
		const here = { start: this.offset, end: next?.end ?? this.text.length };
		this.problems.push({ code, severity, message, span: span ?? here });
	}

	/** Reports as an error what does not follow the grammar, at the next token or over the given stretch. */
	fail(message: string, span?: Span): void {
		this.report("query-syntax", "error", message, span);
	}

	/** Whether the problem that was reported last begins at the next token. */
	get isReported(): boolean {
		return this.problems.at(-1)?.span.start === this.offset;
	}

	/** Number of tokens, and of those that lie under no node: skipped, or not reached. */
	get account(): { readonly total: number; readonly unconsumed: number } {
		const total = this.tokens.length;
		return { total, unconsumed: this.skipped + (total - this.at) };
	}
}

function isOpening(text: string): boolean {
	return text === "(" || text === "[" || text === "{";
}

function isClosing(text: string): boolean {
	return text === ")" || text === "]" || text === "}";
}

function shorten(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}\u2026` : text;
}
