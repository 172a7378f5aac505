import type { RuleEntry } from "../../../src/core/library/library-entry";
import type { FactPredicate, RuleFacts } from "../../../src/core/library/rule-facts";
import type { CanonicalField, FieldTable } from "../../../src/core/model/canonical-field";
import { compareCodeUnits } from "../../../src/core/text/compare";

/** A predicate: `CommandLine` contains `x` unless told. */
export function buildPredicate(part: Partial<FactPredicate> = {}): FactPredicate {
	return {
		field: "CommandLine",
		canonical: "process.command_line",
		op: "contains",
		value: "x",
		negated: false,
		exclusion: false,
		role: "indicator",
		line: 1,
		...part,
	};
}

/** Facts of a Sigma rule that is understood whole. */
function buildFacts(part: Partial<RuleFacts> = {}): RuleFacts {
	return {
		vendor: "sigma",
		kind: "rule",
		language: "sigma",
		confidence: null,
		parsed: "full",
		reasons: [],
		predicates: [],
		condition: `&(${(part.predicates ?? []).map((_, index) => index).join(",")})`,
		exclusions: [],
		events: [],
		dataSources: [],
		tables: [],
		falsePositives: [],
		product: null,
		simulations: [],
		...part,
	};
}

/** A Sigma rule of T1021.004, named by its id. */
export function buildRule(
	id: string,
	facts: Partial<RuleFacts> = {},
	part: Partial<RuleEntry> = {},
): RuleEntry {
	return {
		kind: "rule",
		id,
		vendor: facts.vendor ?? "sigma",
		title: `Rule ${id}`,
		path: `Rules/${id}.md`,
		level: "high",
		status: "stable",
		techniques: ["T1021.004"],
		facts: buildFacts(facts),
		...part,
	};
}

/** A table of fields known by their ids alone; each vendor spells them alike. */
export function buildFieldTable(fields: readonly Partial<CanonicalField>[]): FieldTable {
	const rows = fields.map((field): CanonicalField => ({
		id: "process.command_line",
		label: "CommandLine",
		type: "text",
		role: "indicator",
		facet: null,
		...field,
	}));
	const byId = new Map(rows.map((row) => [row.id, row]));
	return {
		fields: rows.sort((a, b) => compareCodeUnits(a.id, b.id)),
		get: (id) => byId.get(id),
		find: (_vendor, spelling) => byId.get(spelling),
	};
}
