import type { QuerySource } from "../../model/detection";
import type { Expression } from "./yara-l-tree";

/** The event types that a rule names. */
export interface EventTypes {
	/** The one type that a variable's event must have, null where there are several or none. */
	typeOf(variable: string | null): string | null;
	/** In order, without doubles. */
	readonly sources: readonly QuerySource[];
}

/** Types by variable; an empty text where it may be one of several. */
type Types = ReadonlyMap<string, string>;

/** Finds comparisons of `metadata.event_type` with a text; `statements` all hold. */
export function findEventTypes(statements: readonly Expression[]): EventTypes {
	const sources = new Map<string, QuerySource>();
	const types = joinAll(statements.map((statement) => look(statement, sources)));
	return {
		typeOf: (variable) => types.get(variable ?? "") || null,
		sources: [...sources.values()],
	};
}

function look(expression: Expression, sources: Map<string, QuerySource>): Types {
	if (expression.kind === "logic") {
		const parts = expression.items.map((item) => look(item, sources));
		return expression.op === "and" ? joinAll(parts) : joinAny(parts);
	}
	if (expression.kind !== "comparison" || expression.op !== "=") return NONE;
	const { left, right } = expression;
	const [field, value] = left.kind === "field" ? [left, right] : [right, left];
	if (field.kind !== "field" || field.path !== "metadata.event_type") return NONE;
	if (value.kind !== "literal" || typeof value.value !== "string") return NONE;
	const name = value.value;
	if (!sources.has(name)) {
		const span = { start: value.start, end: value.end };
		sources.set(name, { kind: "event-type", name, span });
	}
	return new Map([[field.variable ?? "", name]]);
}

const NONE: Types = new Map();

function joinAll(parts: readonly Types[]): Types {
	const joined = new Map<string, string>();
	for (const part of parts)
		for (const [variable, type] of part)
			joined.set(variable, (joined.get(variable) ?? type) === type ? type : "");
	return joined;
}

/** Of alternatives only what all of them say is sure. */
function joinAny(parts: readonly Types[]): Types {
	const joined = new Map<string, string>();
	const counts = new Map<string, number>();
	for (const part of parts) {
		for (const [variable, type] of part) {
			joined.set(variable, (joined.get(variable) ?? type) === type ? type : "");
			counts.set(variable, (counts.get(variable) ?? 0) + 1);
		}
	}
	for (const [variable, count] of counts) if (count < parts.length) joined.set(variable, "");
	return joined;
}
