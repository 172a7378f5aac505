import type { NoteKind } from "../../index/note-kind";
import type { Value } from "../../model/value";

/** A stretch of the query's text in UTF-16 offsets. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Operators between two values, as they are kept; `and` is `&`, `or` is `|`. */
export type BinaryOperator =
	"*" | "/" | "%" | "+" | "-" | ">" | ">=" | "<" | "<=" | "=" | "!=" | "&" | "|";

/** Something that has a value on each row. */
export type Expression =
	| { readonly type: "literal"; readonly value: Value; readonly span: Span }
	/** `date(…)` around a date or a word such as `today`; what it is depends on the clock and the zone. */
	| { readonly type: "moment"; readonly text: string; readonly span: Span }
	| { readonly type: "variable"; readonly name: string; readonly span: Span }
	| { readonly type: "list"; readonly items: readonly Expression[]; readonly span: Span }
	| {
			readonly type: "object";
			readonly entries: readonly (readonly [key: string, value: Expression])[];
			readonly span: Span;
	  }
	| {
			readonly type: "lambda";
			readonly parameters: readonly string[];
			readonly body: Expression;
			readonly span: Span;
	  }
	| { readonly type: "not"; readonly operand: Expression; readonly span: Span }
	| {
			readonly type: "binary";
			readonly operator: BinaryOperator;
			readonly left: Expression;
			readonly right: Expression;
			readonly span: Span;
	  }
	| {
			readonly type: "index";
			readonly object: Expression;
			readonly index: Expression;
			readonly span: Span;
	  }
	| {
			readonly type: "call";
			readonly callee: Expression;
			readonly args: readonly Expression[];
			readonly span: Span;
	  };

/** An expression with the name of its column: given behind `AS`, else its text. */
export interface NamedExpression {
	readonly name: string;
	readonly expression: Expression;
	readonly span: Span;
}

/** What stands in notes and has rows of its own: the parts of rules, and the tests of runbooks. */
export type RecordKind = "predicates" | "events" | "exclusions" | "tests" | "verdicts";

/** Where the rows come from. */
export type Source =
	| { readonly type: "folder"; readonly path: string; readonly span: Span }
	| { readonly type: "tag"; readonly tag: string; readonly span: Span }
	| {
			readonly type: "link";
			readonly target: string;
			/** `incoming`: notes that link to it; `outgoing`: notes it links to. */
			readonly direction: "incoming" | "outgoing";
			readonly span: Span;
	  }
	| { readonly type: "csv"; readonly path: string; readonly span: Span }
	| { readonly type: "kind"; readonly kind: NoteKind; readonly span: Span }
	/** Selects the notes that hold such records; rows are the records. */
	| { readonly type: "records"; readonly records: RecordKind; readonly span: Span }
	| { readonly type: "not"; readonly source: Source; readonly span: Span }
	| {
			readonly type: "and" | "or";
			readonly left: Source;
			readonly right: Source;
			readonly span: Span;
	  };

/** One key of a `SORT`. */
export interface SortKey {
	readonly expression: Expression;
	readonly direction: "ascending" | "descending";
}

/** A step of a query, in the order of writing. */
export type Operation =
	| { readonly type: "where"; readonly condition: Expression; readonly span: Span }
	| { readonly type: "sort"; readonly keys: readonly SortKey[]; readonly span: Span }
	| { readonly type: "limit"; readonly amount: Expression; readonly span: Span }
	| { readonly type: "group"; readonly by: NamedExpression; readonly span: Span }
	| { readonly type: "flatten"; readonly by: NamedExpression; readonly span: Span }
	/** A `FROM` that is not the first clause: it parses, and cannot be run. */
	| { readonly type: "from"; readonly source: Source; readonly span: Span };

/** What a query shows of each row. */
export type Header =
	| {
			readonly type: "table";
			readonly columns: readonly NamedExpression[];
			readonly withId: boolean;
	  }
	| { readonly type: "list"; readonly value: Expression | null; readonly withId: boolean }
	| { readonly type: "task" }
	| { readonly type: "calendar"; readonly date: NamedExpression };

/** A whole query. Without a source it is about all notes. */
export interface Query {
	/** Whether it asks how it runs (`EXPLAIN` before it) and not for its answer. */
	readonly isExplained: boolean;
	readonly header: Header;
	readonly source: Source | null;
	readonly operations: readonly Operation[];
}
