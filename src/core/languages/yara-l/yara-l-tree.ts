import type { Span } from "../../text/span";

/** An expression of a rule's sections, as written. */
export type Expression = ExpressionShape & Span;

type ExpressionShape =
	/** Text, a number, `true`, `null`. */
	| { readonly kind: "literal"; readonly value: string | number | boolean | null }
	| { readonly kind: "regex"; readonly source: string }
	/** `$e.principal.ip`; `variable` is `$e`, null where the path stands alone as in a search. */
	| { readonly kind: "field"; readonly variable: string | null; readonly path: string }
	/** `$user`, and `#e`, which counts events. */
	| { readonly kind: "placeholder"; readonly name: string }
	/** `%list`, or `%table.column`. */
	| { readonly kind: "list"; readonly name: string }
	| { readonly kind: "literals"; readonly items: readonly Expression[] }
	| {
			readonly kind: "call";
			readonly name: string;
			/** Of a named argument the value alone. */
			readonly items: readonly Expression[];
			readonly nocase: boolean;
	  }
	/** `+ - * / %` over several operands. */
	| { readonly kind: "arithmetic"; readonly items: readonly Expression[] }
	| { readonly kind: "logic"; readonly op: "and" | "or"; readonly items: readonly Expression[] }
	/** `2 of […]`: at least as many of the items hold. */
	| { readonly kind: "at-least"; readonly count: number; readonly items: readonly Expression[] }
	| { readonly kind: "not"; readonly item: Expression }
	| {
			readonly kind: "comparison";
			/** `in`, `in regex` and `in cidr` too. */
			readonly op: string;
			readonly left: Expression;
			readonly right: Expression;
			readonly nocase: boolean;
	  }
	/** Not understood. */
	| { readonly kind: "broken"; readonly reason: string };

/** A field of an event. */
export type Field = Extract<Expression, { kind: "field" }>;
/** Two expressions and how they are compared. */
export type Comparison = Extract<Expression, { kind: "comparison" }>;

/** The expressions below one. */
export function itemsOf(expression: Expression): readonly Expression[] {
	switch (expression.kind) {
		case "literals":
		case "call":
		case "arithmetic":
		case "logic":
		case "at-least":
			return expression.items;
		case "not":
			return [expression.item];
		case "comparison":
			return [expression.left, expression.right];
		case "literal":
		case "regex":
		case "field":
		case "placeholder":
		case "list":
		case "broken":
			return [];
	}
}

/** Lists the fields that an expression reads, in order, with doubles. */
export function listFields(expression: Expression): readonly Field[] {
	const fields: Field[] = [];
	const look = (part: Expression): void => {
		if (part.kind === "field") fields.push(part);
		else itemsOf(part).forEach(look);
	};
	look(expression);
	return fields;
}

/** Gives the statements that have to hold each: those joined by `and` are taken apart. */
export function splitStatements(statements: readonly Expression[]): readonly Expression[] {
	return statements.flatMap((statement) =>
		statement.kind === "logic" && statement.op === "and"
			? splitStatements(statement.items)
			: [statement],
	);
}
