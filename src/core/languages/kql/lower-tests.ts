import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm } from "../../model/predicate";
import { combine } from "../syntax/conditions";
import type { KqlField } from "./kql-fields";
import { computedField, describeField } from "./kql-fields";
import { readListTerms } from "./kql-lists";
import { fieldLeaf, readTerm } from "./kql-predicates";
import type { KqlView } from "./kql-session";
import type { KqlCall, KqlExpression } from "./kql-tree";

type Test = (call: KqlCall, field: KqlField, view: KqlView) => Condition | undefined;

/** Functions that give true or false about their first argument. Source: Kusto query language reference, "Scalar functions". */
const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
	["isempty", withoutTerms("is_null")],
	["isnull", withoutTerms("is_null")],
	["isnotempty", withoutTerms("exists")],
	["isnotnull", withoutTerms("exists")],
	["notempty", withoutTerms("exists")],
	["notnull", withoutTerms("exists")],
	["ipv4_is_in_range", withTerms("cidr_match", null)],
	["ipv6_is_in_range", withTerms("cidr_match", null)],
	["ipv4_is_in_any_range", withTerms("cidr_match", null)],
	["ipv6_is_in_any_range", withTerms("cidr_match", null)],
	["ipv4_is_match", testAddress],
	["ipv6_is_match", testAddress],
	["has_ipv4", withTerms("match", false)],
	["has_any_ipv4", withTerms("match", false)],
	["has_ipv4_prefix", testPrefix],
	["has_any_ipv4_prefix", testPrefix],
	["set_has_element", testElement],
	["bag_has_key", testKey],
]);

/** Lowers a call of a function that tests its argument, undefined for any other function. */
export function lowerTest(call: KqlCall, view: KqlView): Condition | undefined {
	const test = TESTS.get(call.name);
	const first = call.arguments[0]?.value;
	if (test === undefined || first === undefined) return undefined;
	const field = describeField(first, view) ?? computedField(view.session.textOf(first));
	return test(call, field, view);
}

function withoutTerms(op: PredicateOperator): Test {
	return (call, field) => fieldLeaf(field, op, [], null, call);
}

/** The other arguments are alternatives. */
function withTerms(op: PredicateOperator, isCaseSensitive: boolean | null): Test {
	return (call, field, view) =>
		fieldLeaf(field, op, readListTerms(othersOf(call), view), isCaseSensitive, call);
}

function othersOf(call: KqlCall): readonly KqlExpression[] {
	return call.arguments.slice(1).map(({ value }) => value);
}

/** `ipv4_is_match(ip, "10.0.0.0/8", 16)`: the shorter of the masks counts. */
function testAddress(call: KqlCall, field: KqlField, view: KqlView): Condition | undefined {
	const [address, mask] = othersOf(call);
	if (address === undefined) return undefined;
	const { value, at } = readTerm(address, view);
	if (typeof value !== "string") return fieldLeaf(field, "cidr_match", [{ value, at }], null, call);
	const bits = mask === undefined ? undefined : readTerm(mask, view).value;
	if (typeof bits !== "number")
		return fieldLeaf(field, value.includes("/") ? "cidr_match" : "eq", [{ value, at }], null, call);
	const [base = "", own] = value.split("/");
	const shorter = own === undefined ? bits : Math.min(bits, Number(own));
	return fieldLeaf(field, "cidr_match", [{ value: `${base}/${shorter}`, at }], null, call);
}

function testPrefix(call: KqlCall, field: KqlField, view: KqlView): Condition {
	const terms = readListTerms(othersOf(call), view);
	return eachTerm(terms, (term) => fieldLeaf(field, "starts_with", [term], false, call));
}

function eachTerm(
	terms: readonly PredicateTerm[],
	read: (term: PredicateTerm) => Condition,
): Condition {
	return combine("or", terms.map(read));
}

/** `set_has_element(Column, "x")` asks the column's elements; over a constant list it is `in`. */
function testElement(call: KqlCall, field: KqlField, view: KqlView): Condition | undefined {
	const [list, element] = call.arguments.map(({ value }) => value);
	if (list === undefined || element === undefined) return undefined;
	if (describeField(list, view) !== undefined)
		return fieldLeaf(field, "eq", [readTerm(element, view)], true, call);
	const looked = describeField(element, view);
	return looked && fieldLeaf(looked, "in", readListTerms([list], view), true, call);
}

function testKey(call: KqlCall, field: KqlField, view: KqlView): Condition | undefined {
	const key = othersOf(call)[0];
	if (key === undefined || field.name === null) return undefined;
	const { value } = readTerm(key, view);
	if (typeof value !== "string" || value.startsWith("$")) return undefined;
	return fieldLeaf({ ...field, name: `${field.name}.${value}` }, "exists", [], null, call);
}
