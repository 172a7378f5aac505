import type { PredicateTerm } from "../../model/predicate";
import type { KqlExpression, KqlParameter, KqlPipeline, KqlStatement } from "./kql-tree";
import type { KqlFlow } from "./kql-flow";

/** A value that is known without any data. */
export type KqlConstant =
	| { readonly kind: "scalar"; readonly term: PredicateTerm }
	| { readonly kind: "list"; readonly terms: readonly PredicateTerm[] };

/** What a name stands for. */
export type KqlBinding =
	/** A `let` or an argument. */
	| {
			readonly kind: "value";
			readonly expression: KqlExpression;
			readonly subqueries: readonly KqlPipeline[];
			readonly scope: KqlScope;
			readonly constant: KqlConstant | undefined;
	  }
	| {
			readonly kind: "function";
			readonly parameters: readonly KqlParameter[];
			readonly body: readonly KqlStatement[];
			readonly scope: KqlScope;
	  }
	/** Rows that were named with `as`, or that `invoke` hands to a function. */
	| { readonly kind: "flow"; readonly flow: KqlFlow }
	/** A parameter without a value. */
	| { readonly kind: "unknown" };

/** Names by where they hold. */
export class KqlScope {
	private readonly parent: KqlScope | undefined;
	private readonly names = new Map<string, KqlBinding>();

	constructor(parent?: KqlScope) {
		this.parent = parent;
	}

	find(name: string): KqlBinding | undefined {
		return this.names.get(name) ?? this.parent?.find(name);
	}

	set(name: string, binding: KqlBinding): void {
		this.names.set(name, binding);
	}

	/** All names of this scope itself, in order. */
	get bindings(): Iterable<KqlBinding> {
		return this.names.values();
	}
}
