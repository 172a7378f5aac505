import type { Condition, Detection, QuerySource } from "../../model/detection";
import { forEachCondition, partsOf } from "../list-predicates";

/** Fields of a search that name what it reads. */
const NAMING: ReadonlyMap<string, QuerySource["kind"]> = new Map([
	["index", "index"],
	["sourcetype", "sourcetype"],
]);

/** Gives what a query reads, with the indexes and source types that its search asks for, in the order of the text and without doubles. */
export function listSources(
	named: readonly QuerySource[],
	detection: Detection,
): readonly QuerySource[] {
	const sources = [...named];
	forEachCondition(detection, (condition) => {
		collect(condition, sources);
	});
	const byKey = new Map<string, QuerySource>();
	sources.sort((a, b) => a.span.start - b.span.start);
	for (const source of sources) {
		const key = `${source.kind}\n${source.name}`;
		if (!byKey.has(key)) byKey.set(key, source);
	}
	return [...byKey.values()];
}

function collect(condition: Condition, sources: QuerySource[]): void {
	if (condition.kind === "not") return;
	if (condition.kind !== "predicate") {
		for (const part of partsOf(condition)) collect(part, sources);
		return;
	}
	const { field, op, terms, span, origin } = condition.predicate;
	const kind = field === null || origin === "computed" ? undefined : NAMING.get(field);
	if (kind === undefined || op === "ne") return;
	for (const { value } of terms) {
		const name = typeof value === "string" ? withWildcards(op, value) : undefined;
		if (name !== undefined) sources.push({ kind, name, span });
	}
}

/** A name as a search writes it. */
function withWildcards(op: string, value: string): string | undefined {
	switch (op) {
		case "eq":
		case "in":
		case "wildcard":
			return value;
		case "starts_with":
			return `${value}*`;
		case "ends_with":
			return `*${value}`;
		case "contains":
			return `*${value}*`;
		default:
			return undefined;
	}
}
