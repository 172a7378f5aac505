import type { RuleEntry } from "../library/library-entry";
import type { FactPredicate, PredicateRole } from "../library/rule-facts";
import type { CanonicalField, FieldTable } from "../model/canonical-field";
import type { PredicateOperator } from "../model/predicate";
import type { Vendor } from "../model/rule";
import { VENDORS } from "../model/rule";
import { compareCodeUnits } from "../text/compare";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import type { CountedRow } from "./count-rules";
import { countEach, createRuleCounter } from "./count-rules";
import { showValue } from "./show-value";

/** A field that rules filter on. */
export interface FieldRow extends CountedRow {
	/** The canonical id; the rules' own spelling where it has none. */
	readonly field: string;
	/** What people call it. */
	readonly label: string;
	readonly isCanonical: boolean;
	/** An indicator where any rule looks for something in it. */
	readonly role: PredicateRole;
	/** Each vendor's spellings, most used first. */
	readonly names: Readonly<Partial<Record<Vendor, readonly string[]>>>;
	/** Operators as written, most used first. */
	readonly how: readonly { readonly op: PredicateOperator; readonly rules: number }[];
	/** Values looked for, most used first, at most five; excluded ones only where there are no others. */
	readonly samples: readonly string[];
}

/** What is gathered of a field while rules are counted. */
interface Gathered {
	readonly field: string;
	readonly label: string;
	readonly isCanonical: boolean;
	role: PredicateRole;
	readonly names: Map<Vendor, Map<string, number>>;
	readonly how: Map<PredicateOperator, Tally>;
	readonly values: Map<string, Tally>;
	readonly excluded: Map<string, Tally>;
}

/** A number of rules, and the last one that was counted. */
interface Tally {
	rules: number;
	last: RuleEntry;
}

const SAMPLES = 5;
/** Rows that are finished between two places where a host may do something else. */
const PIECE = 20;

/**
 * Counts the fields that rules filter on, most used first. `together` shows a path and its base name as one row.
 *
 * Keywords have no field and are left out.
 */
export function countFields(
	rules: readonly RuleEntry[],
	fields: FieldTable,
	together: boolean,
): readonly FieldRow[] {
	return finishSteps(countFieldsInSteps(rules, fields, together));
}

/** The same in pieces. */
export function* countFieldsInSteps(
	rules: readonly RuleEntry[],
	fields: FieldTable,
	together: boolean,
): Steps<readonly FieldRow[]> {
	const counter = createRuleCounter<Gathered>();
	yield* countEach(rules, (rule) => {
		for (const predicate of rule.facts.predicates) {
			if (predicate.field === null) continue;
			const field = rowField(predicate, fields, together);
			const key =
				field?.id ?? `${predicate.role === "computed" ? "computed" : "raw"} ${predicate.field}`;
			const row = counter.count(key, rule, () => start(predicate, field));
			gather(row, rule, predicate, predicate.field);
		}
	});
	const rows: FieldRow[] = [];
	for (const row of yield* counter.rows(({ field }) => field)) {
		rows.push(finish(row));
		if (rows.length % PIECE === 0) yield;
	}
	return rows;
}

function rowField(
	{ canonical }: FactPredicate,
	fields: FieldTable,
	together: boolean,
): CanonicalField | undefined {
	const field = canonical === null ? undefined : fields.get(canonical);
	const facet = field?.facet ?? null;
	if (!together || facet === null) return field;
	return fields.get(facet.of) ?? field;
}

function start(predicate: FactPredicate, field: CanonicalField | undefined): Gathered {
	const name = predicate.field ?? "";
	return {
		field: field?.id ?? name,
		label: field?.label ?? name,
		isCanonical: field !== undefined,
		role: predicate.role,
		names: new Map(),
		how: new Map(),
		values: new Map(),
		excluded: new Map(),
	};
}

function gather(row: Gathered, rule: RuleEntry, predicate: FactPredicate, name: string): void {
	const known = row.names.get(rule.vendor);
	if (known === undefined) row.names.set(rule.vendor, new Map([[name, 1]]));
	else known.set(name, (known.get(name) ?? 0) + 1);
	if (predicate.role === "indicator") row.role = "indicator";
	tally(row.how, predicate.op, rule);
	if (predicate.value === null) return;
	const isExcluded = predicate.negated || predicate.exclusion;
	tally(isExcluded ? row.excluded : row.values, showValue(predicate.value), rule);
}

function tally<K>(tallies: Map<K, Tally>, key: K, rule: RuleEntry): void {
	const known = tallies.get(key);
	if (known === undefined) tallies.set(key, { rules: 1, last: rule });
	else if (known.last !== rule) {
		known.rules++;
		known.last = rule;
	}
}

function finish({ names, how, values, excluded, ...row }: Gathered & CountedRow): FieldRow {
	const spelled: Partial<Record<Vendor, readonly string[]>> = {};
	for (const vendor of VENDORS) {
		const own = names.get(vendor);
		if (own === undefined) continue;
		spelled[vendor] = [...own]
			.sort(([a, m], [b, n]) => n - m || compareCodeUnits(a, b))
			.map(([name]) => name);
	}
	return {
		...row,
		names: spelled,
		how: ranked(how).map(([op, { rules }]) => ({ op, rules })),
		samples: ranked(values.size > 0 ? values : excluded)
			.slice(0, SAMPLES)
			.map(([value]) => value),
	};
}

function ranked<K extends string>(
	tallies: ReadonlyMap<K, Tally>,
): readonly (readonly [K, Tally])[] {
	return [...tallies].sort(([a, m], [b, n]) => n.rules - m.rules || compareCodeUnits(a, b));
}
