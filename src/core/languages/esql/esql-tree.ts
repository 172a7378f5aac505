import type { Span } from "../../text/span";
import type { EsqlToken } from "./scan-esql";

/** An expression of a query, as written. */
export type Expression = ExpressionShape & Span;

type ExpressionShape =
	/** A string with its escapes resolved, a number, `true`, `null`. */
	| { readonly kind: "literal"; readonly value: string | number | boolean | null }
	/** A column; a pattern such as `Esql.*` too. */
	| { readonly kind: "column"; readonly name: string }
	/** `?name`, filled in when the query is run. */
	| { readonly kind: "parameter"; readonly name: string }
	/** `5 minutes`. */
	| { readonly kind: "duration" }
	| { readonly kind: "list"; readonly items: readonly Expression[] }
	/** Options of a function or command: `{ "boost": 2 }`. */
	| { readonly kind: "map"; readonly items: readonly Expression[] }
	| { readonly kind: "call"; readonly name: string; readonly items: readonly Expression[] }
	| { readonly kind: "arithmetic"; readonly items: readonly Expression[] }
	| { readonly kind: "logic"; readonly op: "and" | "or"; readonly items: readonly Expression[] }
	| { readonly kind: "not"; readonly item: Expression }
	| {
			readonly kind: "comparison";
			/** `==`, `in`, `like`, `rlike`, `:` and their kin; `not` before one is a `not` around it. */
			readonly op: string;
			readonly left: Expression;
			readonly right: Expression;
	  }
	/** A pipeline in brackets, as its tokens. */
	| { readonly kind: "subquery"; readonly tokens: readonly EsqlToken[] }
	| { readonly kind: "is-null"; readonly item: Expression; readonly isNegated: boolean }
	/** Not understood. */
	| { readonly kind: "broken"; readonly reason: string };

/** A column that a command makes, and what it is made of. */
export interface Assignment {
	readonly name: string;
	readonly value: Expression;
	/** Condition of `stats … where …`, which filters what is counted. */
	readonly filter?: Expression;
}
