import type { Condition, ParsedQuery } from "../../model/detection";
import type { PredicateOperator } from "../../model/predicate";
import { combine, opaque } from "../syntax/conditions";
import { shiftCondition } from "../syntax/shift-condition";
import { parseKuery } from "../kuery/parse-kuery";
import { parseLucene } from "../lucene/parse-lucene";
import type { Expression } from "./esql-tree";
import type { Lowering } from "./make-predicate";
import { itemsOf, makeLeaf, termsOf } from "./make-predicate";
import { subjectOf } from "./subject";

type Call = Extract<Expression, { kind: "call" }>;

/** Functions that compare their first argument with the others, any of which may hold. */
const COMPARING: ReadonlyMap<string, PredicateOperator> = new Map([
	["starts_with", "starts_with"],
	["ends_with", "ends_with"],
	["contains", "contains"],
	["cidr_match", "cidr_match"],
	["mv_contains", "eq"],
	["mv_contains_all", "eq"],
	["mv_intersects", "eq"],
	["match", "match"],
	["match_phrase", "match"],
	["term", "eq"],
]);
/** Of those, the ones that ask for all values of a list. */
const ASKS_ALL = new Set(["mv_contains", "mv_contains_all"]);

/** Whether a call is true or false by itself. */
export function isTestCall({ name }: Call): boolean {
	return COMPARING.has(name) || name === "kql" || name === "qstr" || name === "multi_match";
}

/**
 * Turns a call that is true or false by itself into a condition; undefined for other functions. A query inside a string is taken apart by
 * its own language. Source: Elasticsearch, ES|QL functions.
 */
export function lowerCall(call: Call, lowering: Lowering): Condition | undefined {
	if (!isTestCall(call)) return undefined;
	const items = call.items.filter(({ kind }) => kind !== "map");
	const [first, ...others] = items;
	if (first === undefined) return undefined;
	if ((call.name === "kql" || call.name === "qstr") && first.kind === "literal")
		return lowerInner(call.name, String(first.value), first, lowering);
	if (call.name === "multi_match" && others.length > 0) {
		const fields = others.map((field) => lowerTest(call, field, "match", [first], lowering));
		return combine("or", fields);
	}
	const op = COMPARING.get(call.name);
	if (op === undefined || others.length === 0) return undefined;
	const values = others.flatMap(itemsOf);
	if (!ASKS_ALL.has(call.name)) return lowerTest(call, first, op, values, lowering);
	const tests = values.map((value) => lowerTest(call, first, op, [value], lowering));
	return combine("and", tests);
}

function lowerTest(
	call: Call,
	field: Expression,
	op: PredicateOperator,
	items: readonly Expression[],
	lowering: Lowering,
): Condition {
	return makeLeaf(call, subjectOf(field, lowering), op, termsOf(items, lowering));
}

function lowerInner(name: string, query: string, at: Expression, lowering: Lowering): Condition {
	const parse = name === "kql" ? parseKuery : parseLucene;
	const { detection, problems, tokens }: ParsedQuery = parse(query, lowering.context);
	for (const { message, severity } of problems) if (severity !== "info") lowering.tell(message, at);
	const condition: Condition =
		detection.kind === "event" ? detection.condition : { kind: "always" };
	const parts = [condition];
	if (tokens.unconsumed > 0) {
		const span = { start: 0, end: query.length };
		parts.push(opaque(query, "not understood to its end", span));
	}
	const quotes = lowering.text.startsWith('"""', at.start) ? 3 : 1;
	return shiftCondition(combine("and", parts), at.start + quotes);
}
