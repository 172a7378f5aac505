import type { Condition, QueryContext, QueryProblem } from "../../model/detection";
import type { Span } from "../../text/span";
import { opaque } from "../syntax/conditions";
import type { TokenCursor } from "../syntax/token-cursor";
import type { RepeatedKey } from "./outline-node";

/** Alternatives that modifiers may add to what a rule writes: one value with `windash` can stand for hundreds. */
const GENERATED_LIMIT = 20_000;

/** What the parsers of one Sigma document share: its text, what may be referred to, and the account of its tokens. */
export class SigmaReading {
	readonly text: string;
	readonly context: QueryContext;
	readonly problems: QueryProblem[] = [];
	private readonly reported = new Set<string>();
	private total = 0;
	private lost = 0;
	private generated = 0;

	constructor(text: string, context: QueryContext) {
		this.text = text;
		this.context = context;
	}

	/** Adds tokens that a node holds. */
	count(tokens: number): void {
		this.total += tokens;
	}

	/** Adds tokens, counted before, that no node holds. */
	lose(tokens: number): void {
		this.lost += tokens;
	}

	/** Takes alternatives from the document's allowance; false where it does not reach. */
	allow(alternatives: number): boolean {
		if (this.generated + alternatives > GENERATED_LIMIT) return false;
		this.generated += alternatives;
		return true;
	}

	/** Reports a problem at a place of the text. */
	report(
		code: QueryProblem["code"],
		severity: QueryProblem["severity"],
		message: string,
		{ start, end }: Span,
	): void {
		this.problems.push({ code, severity, message, span: { start, end } });
	}

	/** Reports something once for the whole document. */
	reportOnce(code: QueryProblem["code"], message: string, span: Span): void {
		if (this.reported.has(message)) return;
		this.reported.add(message);
		this.report(code, "info", message, span);
	}

	/** Takes over what a parser of tokens reported, and its account. */
	takeOver({ problems, account }: TokenCursor): void {
		for (const problem of problems) this.problems.push(problem);
		this.count(account.total);
		this.lose(account.unconsumed);
	}

	/** Reports keys that stand twice in one map, of which YAML keeps the last. */
	reportRepeated(repeated: readonly RepeatedKey[]): void {
		for (const { key, start, end } of repeated) {
			this.count(1);
			this.lose(1);
			const message = `the key \u201C${key}\u201D stands twice in one map, only the last one counts`;
			this.report("query-syntax", "warning", message, { start, end });
		}
	}

	/** Reports a stretch that is not understood, with its tokens, and gives the leaf that stands for it. */
	giveUp(reason: string, span: Span, tokens: number): Condition {
		this.lose(tokens);
		this.report("query-opaque", "warning", reason, span);
		return opaque(this.text.slice(span.start, span.end), reason, span);
	}

	/** Number of tokens, and of those that lie under no node. */
	get account(): { readonly total: number; readonly unconsumed: number } {
		return { total: this.total, unconsumed: this.lost };
	}
}
