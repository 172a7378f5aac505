import { indicatorOf } from "../../library/indicator-index";
import type { FactPredicate } from "../../library/rule-facts";
import type { FieldReader, FieldReaders } from "./record-row";
import { RULE_FIELDS } from "./rule-fields";
import { kindOfValue, shownValue } from "./shown-value";

/** The fields of a row of `predicates`: one value of one predicate of a rule. */
export const PREDICATE_FIELDS: FieldReaders<FactPredicate> = new Map<
	string,
	FieldReader<FactPredicate>
>([
	...RULE_FIELDS,
	["field", ({ field }) => field],
	["canonical", ({ canonical }) => canonical],
	["op", ({ op }) => op],
	["value", ({ value }) => shownValue(value)],
	["valuekind", ({ value }) => kindOfValue(value)],
	["negated", ({ negated }) => negated],
	["exclusion", ({ exclusion }) => exclusion],
	["role", ({ role }) => role],
	["indicator", (predicate) => indicatorOf(predicate) !== undefined],
	["reach", (predicate, home) => home.reachOf(predicate)],
	["line", ({ line }) => line],
]);
