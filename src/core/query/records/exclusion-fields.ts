import type { ExclusionPart } from "../../library/rule-facts";
import type { Value } from "../../model/value";
import { compareCodeUnits } from "../../text/compare";
import type { FieldReader, FieldReaders } from "./record-row";
import { RULE_FIELDS } from "./rule-fields";
import { kindOfValue, shownValue } from "./shown-value";

/** Something that a rule excludes: a conjunction that is excluded as a whole. */
export type Exclusion = readonly ExclusionPart[];

/** The fields of a row of `exclusions`. */
export const EXCLUSION_FIELDS: FieldReaders<Exclusion> = new Map<string, FieldReader<Exclusion>>([
	...RULE_FIELDS,
	["exclusion", (exclusion) => writeExclusion(exclusion)],
	["parts", (exclusion) => exclusion.map(partOf)],
]);

function partOf({ field, canonical, op, value, negated }: ExclusionPart): Value {
	const fields = new Map<string, Value>([
		["field", field],
		["canonical", canonical],
		["op", op],
		["value", shownValue(value)],
		["valuekind", kindOfValue(value)],
		["negated", negated],
	]);
	return { kind: "object", fields };
}

/** Two conjunctions of the same parts read alike, in whatever order a rule has them; `in` is told as `eq`, as in panels. */
function writeExclusion(exclusion: Exclusion): string {
	const parts = new Set(exclusion.map(writePart));
	return [...parts].sort(compareCodeUnits).join(" and ");
}

function writePart({ field, canonical, op, value, negated }: ExclusionPart): string {
	const name = canonical ?? field ?? "keyword";
	const shown = typeof value === "string" ? `"${value}"` : writeOther(value);
	return `${negated ? "not " : ""}${name} ${op === "in" ? "eq" : op}${shown === "" ? "" : ` ${shown}`}`;
}

function writeOther(value: Exclude<ExclusionPart["value"], string>): string {
	if (value === null) return "";
	const shown = String(shownValue(value));
	return kindOfValue(value) === "list" ? `%${shown}%` : shown;
}
