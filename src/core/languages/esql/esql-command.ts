import type { QuerySource } from "../../model/detection";
import type { Span } from "../../text/span";
import type { Assignment, Expression } from "./esql-tree";

/** What one command of a pipeline does to what comes to it. */
export type Command =
	| {
			readonly kind: "source";
			readonly sources: readonly QuerySource[];
			/** Pipelines in brackets among the sources. */
			readonly subqueries: readonly (readonly Command[])[];
	  }
	/** An EQL query whose events are the rows. */
	| { readonly kind: "eql"; readonly query: Expression; readonly sources: readonly QuerySource[] }
	| { readonly kind: "where"; readonly condition: Expression }
	| { readonly kind: "assign"; readonly assignments: readonly Assignment[] }
	/** Columns that the command fills in; `parts.*` stands for all that begin so. */
	| { readonly kind: "compute"; readonly names: readonly string[] }
	| {
			readonly kind: "stats";
			readonly makes: readonly Assignment[];
			readonly by: readonly Assignment[];
			/** Whether rows stay and only gain columns. */
			readonly isInline: boolean;
	  }
	| { readonly kind: "join"; readonly source: QuerySource }
	| { readonly kind: "fork"; readonly branches: readonly (readonly Command[])[] }
	/** Orders, cuts or chooses columns, and restricts no event. */
	| { readonly kind: "shape" }
	/** Not understood. */
	| ({ readonly kind: "opaque"; readonly reason: string } & Span);

/** A command that restricts nothing. */
export const SHAPE: Command = { kind: "shape" };
