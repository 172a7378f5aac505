import { listOpaque, listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseSpl } from "../../../../src/core/languages/spl/parse-spl";
import type { ParsedQuery, QueryContext } from "../../../../src/core/model/detection";
import type { PredicateValue } from "../../../../src/core/model/predicate";

/** Macros by their call (`name`, `name(a, b)`), with the text that they stand for. */
export type Macros = Readonly<Record<string, string>>;

/** A context that knows these macros and lists. */
export function contextOf(macros: Macros = {}, lists: readonly string[] = []): QueryContext {
	const known = new Map(
		Object.entries(macros).map(([call, definition]) => {
			const [name = "", list] = call.replace(/\)$/, "").split("(");
			const names = list === undefined ? [] : list.split(",").map((part) => part.trim());
			return [`${name}/${names.length}`, { arguments: names, definition }] as const;
		}),
	);
	return {
		macro: (name, count) => known.get(`${name}/${count}`),
		list: (name) => (lists.includes(name) ? ["a"] : undefined),
	};
}

/** Parses a query. */
export function parse(query: string, macros: Macros = {}): ParsedQuery {
	return parseSpl(query, contextOf(macros));
}

/**
 * Writes a query's predicates one a line: `!` where negated, `~` where the query made the field, a function before the field, the operator,
 * the values as JSON, references between braces; `@cs` where letter case counts.
 */
export function predicatesOf(query: string, macros: Macros = {}): readonly string[] {
	return listPredicates(parse(query, macros).detection).map(({ predicate, isNegated }) => {
		const { field, op, transform, origin, terms } = predicate;
		const name = transform === null ? (field ?? "*") : `${transform}(${field ?? "*"})`;
		const marks = `${isNegated ? "!" : ""}${origin === "computed" ? "~" : ""}`;
		const values = terms.map(({ value }) => showValue(value)).join(" | ");
		return `${marks}${name} ${op}${values === "" ? "" : ` ${values}`}`;
	});
}

/** Whether every token lies under a node and nothing is opaque. */
export function isFull({ detection, tokens, problems }: ParsedQuery): boolean {
	return (
		tokens.unconsumed === 0 &&
		listOpaque(detection).length === 0 &&
		problems.every(({ severity }) => severity === "info")
	);
}

function showValue(value: PredicateValue): string {
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	return "ref" in value ? `{${value.ref}}` : `[${value.list}]`;
}
