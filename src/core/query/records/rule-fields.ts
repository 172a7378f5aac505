import type { RuleEntry } from "../../library/library-entry";
import type { Value } from "../../model/value";
import type { FieldReader } from "./record-row";
import type { RecordHome } from "./record-home";

/** The fields that all records of a rule have: which rule, and what is known of it as a whole. */
export const RULE_FIELDS: readonly (readonly [name: string, read: FieldReader<unknown>])[] = [
	["rule", (_, home) => home.link],
	["techniques", (_, home) => home.techniques],
	["technique", (_, home) => home.techniques],
	["vendor", ofRule(({ vendor }) => vendor)],
	["language", ofRule(({ facts }) => facts.language)],
	["kind", ofRule(({ facts }) => facts.kind)],
	["parsed", ofRule(({ facts }) => facts.parsed)],
];

function ofRule(read: (rule: RuleEntry) => Value): FieldReader<unknown> {
	return (_, { entry }: RecordHome) => (entry.kind === "rule" ? read(entry) : null);
}
