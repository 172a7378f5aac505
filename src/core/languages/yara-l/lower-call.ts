import type { Condition } from "../../model/detection";
import type { PredicateOperator } from "../../model/predicate";
import { makeLeaf, makeRegex, subjectOf, valueOf } from "./make-predicate";
import type { Lowering, Subject } from "./make-predicate";
import type { Expression } from "./yara-l-tree";

type Call = Extract<Expression, { kind: "call" }>;

/** Functions that compare their first argument with the second; the third, where it is `true`, folds letter case. */
const COMPARING: ReadonlyMap<string, PredicateOperator> = new Map([
	["strings.contains", "contains"],
	["strings.starts_with", "starts_with"],
	["strings.ends_with", "ends_with"],
	["arrays.contains", "eq"],
	["net.ip_in_range_cidr", "cidr_match"],
]);

/**
 * Turns a call that is true or false by itself into a predicate on its first argument; undefined for other functions. Source: Google
 * SecOps, YARA-L 2.0 function syntax.
 */
export function lowerCall(call: Call, lowering: Lowering): Condition | undefined {
	const [first, second, third] = call.items;
	if (first === undefined || second === undefined) return undefined;
	const isFolded = call.nocase || (third?.kind === "literal" && third.value === true);
	const plain = subjectOf(first, lowering);
	const subject: Subject = isFolded ? { ...plain, isFolded: true } : plain;
	if (call.name === "re.regex") {
		const source = sourceOf(second);
		if (source !== undefined) return makeRegex(call, subject, source, second, lowering);
		return makeLeaf(call, subject, "regex_match", [valueOf(second, lowering)], second, lowering);
	}
	const op = COMPARING.get(call.name);
	if (op === undefined) return undefined;
	return makeLeaf(call, subject, op, [valueOf(second, lowering)], second, lowering);
}

function sourceOf(expression: Expression): string | undefined {
	if (expression.kind === "regex") return expression.source;
	return expression.kind === "literal" && typeof expression.value === "string"
		? expression.value
		: undefined;
}
