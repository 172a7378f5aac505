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
	readonly names: Map<Vendor, Map<string, Spelling>>;
	readonly how: Map<PredicateOperator, Tally>;
	readonly values: Map<string, Tally>;
	readonly excluded: Map<string, Tally>;
}

/** How often a vendor spells the field so. */
interface Spelling {
	predicates: number;
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
	const keys = createRowKeys(fields, together);
	yield* countEach(rules, (rule) => {
		let test: Test | undefined;
		for (const predicate of rule.facts.predicates) {
			if (predicate.field === null) continue;
			if (test === undefined || !isOfTest(predicate, test.first)) {
				const { key, canonical } = keys(predicate, predicate.field);
				const row = counter.count(key, rule, () => start(predicate, canonical));
				test = startTest(row, rule, predicate, predicate.field);
			}
			gather(test, rule, predicate);
		}
	});
	const rows: FieldRow[] = [];
	for (const { row, rules: own } of yield* counter.rows(({ field }) => field)) {
		rows.push(finish(row, own));
		if (rows.length % PIECE === 0) yield;
	}
	return rows;
}

/** Which row a predicate belongs to. */
interface RowKey {
	readonly key: string;
	/** Undefined where the row goes by the rules' own spelling. */
	readonly canonical: CanonicalField | undefined;
}

/** Gives the row of a predicate and its spelling; worked out once for each field, of which there are far fewer than predicates. */
function createRowKeys(
	fields: FieldTable,
	together: boolean,
): (predicate: FactPredicate, name: string) => RowKey {
	const canonical = new Map<string, RowKey>();
	const raw = new Map<string, RowKey>();
	const computed = new Map<string, RowKey>();
	return (predicate, name) => {
		const id = predicate.canonical;
		if (id !== null) {
			let known = canonical.get(id);
			if (known === undefined) {
				const field = rowField(id, fields, together);
				if (field !== undefined) canonical.set(id, (known = { key: field.id, canonical: field }));
			}
			if (known !== undefined) return known;
		}
		const own = predicate.role === "computed" ? computed : raw;
		let known = own.get(name);
		if (known === undefined) {
			const key = `${own === computed ? "computed" : "raw"} ${name}`;
			own.set(name, (known = { key, canonical: undefined }));
		}
		return known;
	};
}

function rowField(id: string, fields: FieldTable, together: boolean): CanonicalField | undefined {
	const field = fields.get(id);
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

/** The values of one test follow each other: what they have in common is looked up once. */
interface Test {
	readonly first: FactPredicate;
	readonly row: Gathered;
	readonly spelling: Spelling;
}

function isOfTest({ field, canonical, role, op }: FactPredicate, first: FactPredicate): boolean {
	return (
		field === first.field && op === first.op && canonical === first.canonical && role === first.role
	);
}

function startTest(row: Gathered, rule: RuleEntry, first: FactPredicate, name: string): Test {
	if (first.role === "indicator") row.role = "indicator";
	tally(row.how, first.op, rule);
	let own = row.names.get(rule.vendor);
	if (own === undefined) row.names.set(rule.vendor, (own = new Map<string, Spelling>()));
	let spelling = own.get(name);
	if (spelling === undefined) own.set(name, (spelling = { predicates: 0 }));
	return { first, row, spelling };
}

function gather({ row, spelling }: Test, rule: RuleEntry, predicate: FactPredicate): void {
	spelling.predicates++;
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

function finish(gathered: Gathered, rules: readonly RuleEntry[]): FieldRow {
	const { field, label, isCanonical, role, names, how, values, excluded } = gathered;
	const spelled: Partial<Record<Vendor, readonly string[]>> = {};
	for (const vendor of VENDORS) {
		const own = names.get(vendor);
		if (own === undefined) continue;
		spelled[vendor] = [...own]
			.sort(([a, m], [b, n]) => n.predicates - m.predicates || compareCodeUnits(a, b))
			.map(([name]) => name);
	}
	return {
		field,
		label,
		isCanonical,
		role,
		names: spelled,
		how: [...how]
			.sort(([a, m], [b, n]) => n.rules - m.rules || compareCodeUnits(a, b))
			.map(([op, { rules: own }]) => ({ op, rules: own })),
		samples: listSamples(values.size > 0 ? values : excluded),
		rules,
	};
}

/** Gives the values of most rules, ties by name; keeping the first few is far less work than sorting all. */
function listSamples(values: ReadonlyMap<string, Tally>): readonly string[] {
	const first: { readonly value: string; readonly rules: number }[] = [];
	for (const [value, { rules }] of values) {
		let at = first.length;
		for (; at > 0; at--) {
			const before = first[at - 1];
			if (before === undefined || before.rules > rules) break;
			if (before.rules === rules && before.value < value) break;
		}
		if (at === SAMPLES) continue;
		first.splice(at, 0, { value, rules });
		if (first.length > SAMPLES) first.pop();
	}
	return first.map(({ value }) => value);
}
