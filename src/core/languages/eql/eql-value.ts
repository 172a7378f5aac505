import type { Condition } from "../../model/detection";
import type { Span } from "../../text/span";

/** What stands on either side of a comparison, or in a function's brackets. */
export type EqlValue = { readonly span: Span } & (
	| { readonly kind: "literal"; readonly value: string | number | boolean | null }
	| { readonly kind: "field"; readonly name: string }
	| EqlCall
	/** Arithmetic of one precedence, from left to right. */
	| {
			readonly kind: "operation";
			readonly operators: readonly string[];
			readonly operands: readonly EqlValue[];
	  }
	/** What `arraySearch` asks of an element. */
	| { readonly kind: "condition"; readonly condition: Condition }
	/** Not understood, and reported. */
	| { readonly kind: "unknown" }
);

/** A function's call. */
export interface EqlCall {
	readonly kind: "call";
	/** In lower case, without `~`. */
	readonly name: string;
	/** As written, without `~`. */
	readonly written: string;
	/** Whether a `~` asks to fold letter case. */
	readonly folds: boolean;
	readonly parameters: readonly EqlValue[];
}

/** The field that a value is made of, and the function or arithmetic around it. */
export interface EqlSubject {
	readonly field: string;
	readonly transform: string | null;
}

const ARITHMETIC: ReadonlyMap<string, string> = new Map([
	["+", "add"],
	["-", "subtract"],
	["*", "multiply"],
	["/", "divide"],
	["%", "modulo"],
]);

/** Gives the first field of a value, with the outermost function around it; undefined for what is made of constants alone. */
export function findSubject(value: EqlValue): EqlSubject | undefined {
	if (value.kind === "field") return { field: value.name, transform: null };
	if (value.kind === "call") return within(value.parameters, value.written);
	if (value.kind !== "operation") return undefined;
	const [operator = ""] = value.operators;
	return within(value.operands, ARITHMETIC.get(operator) ?? operator);
}

function within(parts: readonly EqlValue[], transform: string): EqlSubject | undefined {
	for (const part of parts) {
		const found = findSubject(part);
		if (found !== undefined) return { field: found.field, transform };
	}
	return undefined;
}
