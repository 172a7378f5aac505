import type { Condition } from "../../model/detection";
import type { PredicateOperator } from "../../model/predicate";
import { makeLeaf, termOf } from "./describe-value";
import type { EqlPlace } from "./describe-value";
import { searchElements } from "./search-elements";
import { findSubject } from "./eql-value";
import type { EqlCall, EqlValue } from "./eql-value";
import { lowerAlternatives, lowerEqlGlob } from "./lower-patterns";

/** Functions whose first parameter is compared with each of the others, any of which may hold. */
const TESTS: ReadonlyMap<string, PredicateOperator> = new Map([
	["startswith", "starts_with"],
	["endswith", "ends_with"],
	["stringcontains", "contains"],
	["cidrmatch", "cidr_match"],
	["match", "regex_match"],
	["matchlite", "regex_match"],
	["arraycontains", "eq"],
]);
/** Of these the third parameter is no further alternative but says whether case counts. */
const PAIRED = new Set(["starts_with", "ends_with", "contains"]);

/** Whether a function is true or false by itself, so that comparing it with `true` adds nothing. */
export function isTruthCall(call: EqlCall): boolean {
	return TESTS.has(call.name) || call.name === "wildcard" || call.name === "arraysearch";
}

/**
 * Lowers a function that stands where a condition is asked for (EQL function reference, Elasticsearch 8.x, and the older ones of the
 * Python `eql` package). One that has no operator of its own is compared with true under its name.
 */
export function lowerCall(call: EqlCall & EqlValue, place: EqlPlace): Condition {
	const [subject, ...others] = call.parameters;
	if (subject === undefined || findSubject(subject) === undefined) return asTransform(call, place);
	if (call.name === "safe") return lowerBare(subject, place);
	if (call.name === "arraysearch") return searchElements(call) ?? asTransform(call, place);
	if (others.length === 0) return asTransform(call, place);
	if (call.name === "wildcard")
		return lowerAlternatives(subject, others, lowerEqlGlob, !call.folds, place);
	const op = TESTS.get(call.name);
	if (op === undefined) return asTransform(call, place);
	const values = PAIRED.has(op) ? others.slice(0, 1) : others;
	const terms = values.map((value) => termOf(value, place.text));
	const decidesCase = op !== "cidr_match" && op !== "eq";
	return makeLeaf(subject, op, terms, decidesCase ? !call.folds : null, place);
}

/** Lowers a value that stands where a condition is asked for: a literal, a field, or a function that is true or false. */
export function lowerBare(value: EqlValue, place: EqlPlace): Condition {
	if (value.kind === "condition") return value.condition;
	if (value.kind === "literal" && typeof value.value === "boolean")
		return value.value ? { kind: "always" } : { kind: "not", part: { kind: "always" } };
	if (value.kind === "call") return lowerCall(value, place);
	return asTransform(value, place);
}

function asTransform(value: EqlValue, place: EqlPlace): Condition {
	const terms = [{ value: true, at: value.span.start }];
	return makeLeaf(value, "eq", terms, null, place);
}
