import { skimKql } from "./skim-kql";
import type { QueryToken } from "../query-token";

/** One query of a KQL text with the comments above it. */
export interface KqlPart {
	/** UTF-16 offset of the part's first comment or code. */
	readonly start: number;
	/** UTF-16 offset behind its last comment or code. */
	readonly end: number;
	/** Offset of the first code. */
	readonly code: number;
	/** Whether the part has more than `let`, `set` and `declare` statements. */
	readonly tabular: boolean;
	/** Its comments and code. */
	readonly tokens: readonly QueryToken[];
}

/** Statements that yield no table, so a query still follows. */
const PREPARING: ReadonlySet<string> = new Set([
	"let",
	"set",
	"declare",
	"alias",
	"restrict",
	"pattern",
]);

/** Words after which more must follow. */
const EXPECTING: ReadonlySet<string> = new Set(
	(
		"and or not by on with where extend project project-away project-keep project-rename project-reorder summarize join union " +
		"lookup distinct sort order top parse parse-where parse-kv mv-expand mvexpand mv-apply make-series evaluate invoke render " +
		"in has has_any has_all hasprefix hassuffix contains startswith endswith matches regex between let kind from to step of as"
	).split(" "),
);

/** Words that go on with a query; a table is never called so at the start of a line. */
const CONTINUING: ReadonlySet<string> = new Set(
	(
		"and or by on with where extend project project-away project-keep project-rename project-reorder summarize join lookup " +
		"distinct sort order top take limit count parse parse-where parse-kv mv-expand mvexpand mv-apply make-series evaluate invoke " +
		"render in has has_any has_all contains startswith endswith matches regex between asc desc kind to step of nulls on"
	).split(" "),
);

const OPEN_SYMBOLS = "|,=<>+-/%!:~.";

/**
 * Splits a KQL text into its queries where blank lines part them.
 *
 * A blank line parts two queries when brackets are closed, the text before it ends a tabular statement, and what follows starts one:
 * neither a pipe nor an operator, and not after `let …;`. Comments belong to the query below them, except those that follow the query
 * above without a blank line. A text without code has no parts. `tokens` are the text's, where they are known.
 */
export function splitKql(
	text: string,
	tokens: readonly QueryToken[] = skimKql(text),
): readonly KqlPart[] {
	const state = new Splitter(text);
	for (const token of tokens) state.take(token);
	let at = 0;
	return state.finish().map((part) => {
		while ((tokens[at]?.start ?? part.start) < part.start) at++;
		const first = at;
		while ((tokens[at]?.start ?? part.end) < part.end) at++;
		const { start, end, code, tabular } = part;
		return { start, end, code, tabular, tokens: tokens.slice(first, at) };
	});
}

class Splitter {
	private readonly text: string;
	private readonly parts: Omit<KqlPart, "tokens">[] = [];
	private readonly brackets: string[] = [];
	/** Start, code and end of the part that is being read; -1 where not yet known. */
	private start = -1;
	private code = -1;
	private end = -1;
	private tabular = false;
	/** First word of the statement that is being read, undefined between statements. */
	private statement: string | undefined;
	/** Words and symbols of the current pipe stage, the first few. */
	private stage: string[] = [];
	private previous: QueryToken | undefined;
	/** Where the part would end, once a blank line followed its last code. */
	private blankAt = -1;
	/** Start of the first comment after that blank line. */
	private nextStart = -1;

	constructor(text: string) {
		this.text = text;
	}

	take(token: QueryToken): void {
		if (this.code !== -1 && this.blankAt === -1 && this.hasBlankLine(this.end, token.start)) {
			this.blankAt = this.end;
			this.nextStart = token.start;
		}
		if (token.kind === "comment") {
			if (this.start === -1) this.start = token.start;
			if (this.blankAt === -1) this.end = token.end;
			return;
		}
		if (this.blankAt !== -1 && this.startsQuery(token)) this.closePart();
		this.blankAt = -1;
		if (this.start === -1) this.start = token.start;
		if (this.code === -1) this.code = token.start;
		this.end = token.end;
		this.follow(token);
		this.previous = token;
	}

	finish(): readonly Omit<KqlPart, "tokens">[] {
		if (this.code !== -1) this.pushPart(this.end);
		return this.parts;
	}

	private closePart(): void {
		this.pushPart(this.blankAt);
		this.start = this.nextStart;
		this.code = -1;
		this.tabular = false;
		this.statement = undefined;
		this.stage = [];
		this.brackets.length = 0;
		this.previous = undefined;
	}

	private pushPart(end: number): void {
		this.parts.push({ start: this.start, end, code: this.code, tabular: this.tabular });
	}

	private follow(token: QueryToken): void {
		const isSymbol = token.kind === "symbol";
		if (isSymbol && "([{".includes(token.text)) this.brackets.push(token.text);
		else if (isSymbol && ")]}".includes(token.text)) this.brackets.pop();
		else if (this.brackets.length === 0 && isSymbol && token.text === ";") {
			this.statement = undefined;
			this.stage = [];
			return;
		} else if (this.brackets.length === 0 && isSymbol && token.text === "|") {
			this.stage = [];
		}
		if (this.stage.length < 12) this.stage.push(token.text);
		if (this.statement !== undefined) return;
		this.statement = token.text;
		if (!PREPARING.has(token.text)) this.tabular = true;
	}

	private startsQuery(token: QueryToken): boolean {
		if (this.brackets.length > 0) return this.isStrayBracket(token);
		if (!this.tabular) return false;
		if (this.statement === undefined) return true;
		if (PREPARING.has(this.statement)) return false;
		return !this.expectsMore() && opensQuery(token);
	}

	/** A `let` at the start of a line inside `(` or `[` shows that the bracket was never closed. */
	private isStrayBracket(token: QueryToken): boolean {
		if (token.text !== "let" || this.brackets.includes("{")) return false;
		const before = token.start === 0 ? "\n" : this.text[token.start - 1];
		return before === "\n" && this.tabular;
	}

	private expectsMore(): boolean {
		const { previous } = this;
		if (previous === undefined) return false;
		if (previous.kind === "symbol") return OPEN_SYMBOLS.includes(previous.text);
		if (previous.kind === "word" && EXPECTING.has(previous.text)) return true;
		return /^\| (?:join|lookup)(?: [\w.]+ = \w+)*$/.test(this.stage.join(" "));
	}

	private hasBlankLine(from: number, to: number): boolean {
		if (to - from < 2) return false;
		const gap = this.text.slice(from, to);
		return gap.indexOf("\n") !== gap.lastIndexOf("\n");
	}
}

function opensQuery(token: QueryToken): boolean {
	if (token.kind === "word") return !CONTINUING.has(token.text);
	return token.kind === "symbol" && (token.text === "[" || token.text === ".");
}
