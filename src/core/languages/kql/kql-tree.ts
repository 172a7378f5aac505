import type { Span } from "../../text/span";

/** An expression of KQL. */
export type KqlExpression =
	| KqlLiteral
	| KqlCall
	| (Span & { readonly kind: "name"; readonly name: string })
	/** `a.b["c"][0]`. */
	| (Span & {
			readonly kind: "path";
			readonly base: KqlExpression;
			readonly steps: readonly KqlPathStep[];
	  })
	| (Span & {
			readonly kind: "comparison";
			/** As written, in lower case (`!has_cs`, `==`, `matches regex`, `:`). */
			readonly operator: string;
			readonly left: KqlExpression;
			readonly right: KqlExpression;
	  })
	/** `in`, `has_any`, `has_all` and their negations. */
	| (Span & {
			readonly kind: "listed";
			readonly operator: string;
			readonly left: KqlExpression;
			readonly items: readonly KqlExpression[];
	  })
	| (Span & {
			readonly kind: "between";
			readonly isNegated: boolean;
			readonly left: KqlExpression;
			readonly from: KqlExpression;
			readonly to: KqlExpression;
	  })
	| (Span & { readonly kind: "and" | "or"; readonly parts: readonly KqlExpression[] })
	| (Span & { readonly kind: "arithmetic"; readonly parts: readonly KqlExpression[] })
	/** `dynamic(…)`: the values of a flat list, null for a list of lists or a property bag. */
	| (Span & { readonly kind: "dynamic"; readonly entries: readonly KqlLiteral[] | null })
	| (Span & { readonly kind: "star" })
	/** `datatable` and `externaldata`: what the query brings along itself. */
	| (Span & {
			readonly kind: "rows";
			readonly columns: readonly string[];
			/** Cell by cell; null where they are elsewhere. */
			readonly cells: readonly KqlExpression[] | null;
	  })
	| (Span & { readonly kind: "subquery"; readonly pipeline: KqlPipeline })
	/** Broken text. */
	| (Span & { readonly kind: "broken"; readonly reason: string });

/** A constant as written. */
export type KqlLiteral = Span & {
	readonly kind: "literal";
	/** Decoded; a time span or a point in time as written. */
	readonly value: string | number | boolean | null;
};

/** A call of a function by its name. */
export type KqlCall = Span & {
	readonly kind: "call";
	readonly name: string;
	readonly arguments: readonly KqlNamed[];
};

/** A step of a path: a property's name, an index, or a method as in `database("x").Table`. */
export type KqlPathStep = string | KqlExpression;

/** An expression that may be given a name. */
export interface KqlNamed {
	/** As in `a = …` and `(a, b) = …`; none where it is not named. */
	readonly names: readonly string[];
	readonly value: KqlExpression;
}

/** A source and the stages behind it. */
export interface KqlPipeline extends Span {
	/** Null where the first stage makes its own rows, or where the text starts with a pipe. */
	readonly source: KqlExpression | null;
	readonly stages: readonly KqlStage[];
	/** Queries inside the expressions of the stages. */
	readonly subqueries: readonly KqlPipeline[];
}

/** What stands between two pipes. */
export type KqlStage =
	| { readonly kind: "where"; readonly condition: KqlExpression }
	| {
			readonly kind: "extend" | "project" | "rename";
			readonly columns: readonly KqlNamed[];
	  }
	| {
			readonly kind: "summarize";
			readonly aggregates: readonly KqlNamed[];
			readonly by: readonly KqlNamed[];
	  }
	| {
			readonly kind: "join";
			/** `inner`, `leftanti`, …; `lookup` for a lookup. */
			readonly how: string;
			readonly right: KqlPipeline;
			readonly on: readonly KqlExpression[];
	  }
	| {
			readonly kind: "union";
			readonly parts: readonly KqlPipeline[];
			readonly names: readonly string[];
	  }
	/** `mv-apply`, `partition`, `fork`, `facet`: stages over part of the rows. */
	| {
			readonly kind: "inner";
			readonly how: string;
			readonly columns: readonly KqlNamed[];
			readonly branches: readonly KqlPipeline[];
	  }
	/** Makes columns of its own: `parse`, `parse-kv`, `print`, `range`. */
	| { readonly kind: "capture"; readonly names: readonly string[]; readonly isSource: boolean }
	| { readonly kind: "invoke"; readonly call: KqlExpression }
	/** `make-graph`: the rows are its edges; what follows in brackets is done to each part of the graph. */
	| {
			readonly kind: "graph";
			readonly nodes: readonly KqlPipeline[];
			readonly names: readonly string[];
			readonly inner: KqlPipeline | null;
	  }
	/** `graph-match`, `graph-shortest-paths`: `variables` are the names of the nodes and edges. */
	| {
			readonly kind: "match";
			readonly variables: readonly string[];
			readonly condition: KqlExpression | null;
			readonly columns: readonly KqlNamed[];
	  }
	/** `search` and `find`. */
	| {
			readonly kind: "search";
			readonly tables: readonly KqlPipeline[];
			readonly isCaseSensitive: boolean;
			readonly condition: KqlExpression | null;
	  }
	| {
			readonly kind: "scan";
			readonly by: readonly KqlExpression[];
			readonly steps: readonly KqlScanStep[];
	  }
	/** Gives the rows names, and perhaps columns: `as`, `graph-to-table`. */
	| { readonly kind: "as"; readonly names: readonly string[]; readonly columns: readonly string[] }
	/** Leaves rows and columns as they are, or drops some: `sort`, `take`, `render`, `project-away`. */
	| { readonly kind: "passive" }
	| (Span & { readonly kind: "opaque"; readonly reason: string });

/** One step of `scan`. */
export interface KqlScanStep {
	readonly name: string;
	readonly condition: KqlExpression;
}

/** A statement, up to its semicolon. */
export type KqlStatement =
	| { readonly kind: "query"; readonly pipeline: KqlPipeline }
	| {
			readonly kind: "let";
			readonly name: string;
			readonly value: KqlPipeline;
	  }
	| {
			readonly kind: "function";
			readonly name: string;
			readonly parameters: readonly KqlParameter[];
			readonly body: readonly KqlStatement[];
	  }
	/** `declare pattern`: functions that are told apart by their arguments and the name behind them. */
	| { readonly kind: "pattern"; readonly name: string; readonly cases: readonly KqlPatternCase[] }
	/** `declare query_parameters`. */
	| { readonly kind: "parameters"; readonly parameters: readonly KqlParameter[] }
	| { readonly kind: "setting" }
	| (Span & { readonly kind: "opaque"; readonly reason: string });

/** One body of a pattern. */
export interface KqlPatternCase {
	/** The arguments, and the name behind a dot, of the calls that it answers. */
	readonly keys: readonly KqlExpression[];
	readonly body: readonly KqlStatement[];
}

/** A parameter of a function or of the query. */
export interface KqlParameter {
	readonly name: string;
	readonly value: KqlExpression | null;
}
