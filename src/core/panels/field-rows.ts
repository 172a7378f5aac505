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
import { addRule, countEach, rankRows } from "./count-rules";
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
interface Gathered extends CountedRow {
	readonly rules: RuleEntry[];
	readonly field: string;
	readonly label: string;
	readonly isCanonical: boolean;
	/** The first predicate's, unless any is an indicator. */
	role: PredicateRole;
	readonly names: Map<Vendor, Map<string, Spelling>>;
	/** A handful. */
	readonly how: OperatorTally[];
	values: Map<string, Used> | undefined;
	excluded: Map<string, Used> | undefined;
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

/** Most values are one rule's own: that rule stands for a number of one. */
type Used = RuleEntry | ValueTally;

class ValueTally implements Tally {
	rules = 2;
	last: RuleEntry;

	constructor(last: RuleEntry) {
		this.last = last;
	}
}

interface OperatorTally extends Tally {
	readonly op: PredicateOperator;
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

/** Does what `countFields` does, in pieces between which the host may breathe. */
export function* countFieldsInSteps(
	rules: readonly RuleEntry[],
	fields: FieldTable,
	together: boolean,
): Steps<readonly FieldRow[]> {
	const table = createRowTable(fields, together);
	yield* countEach(rules, (rule) => {
		let test: Test | undefined;
		for (const predicate of rule.facts.predicates) {
			if (predicate.field === null) continue;
			if (test === undefined || !isOfTest(predicate, test.first))
				test = startTest(table.find(predicate, predicate.field), rule, predicate);
			gather(test, rule, predicate);
		}
	});
	const rows: FieldRow[] = [];
	const ranked = yield* rankRows(table.all(), [({ field }) => field]);
	for (const row of ranked) {
		rows.push(finish(row));
		if (rows.length % PIECE === 0) yield;
	}
	return rows;
}

/** The rows, each found by the id of its field, else by the rules' own spelling; what a query computes is no field of the same name. */
interface RowTable {
	find(predicate: FactPredicate, name: string): Gathered;
	all(): readonly Gathered[];
}

function createRowTable(fields: FieldTable, together: boolean): RowTable {
	const rows: Gathered[] = [];
	const canonical = new Map<string, Gathered | undefined>();
	const raw = new Map<string, Gathered>();
	const computed = new Map<string, Gathered>();
	const start = (name: string, role: PredicateRole, field?: CanonicalField): Gathered => {
		const row = startRow(name, role, field);
		rows.push(row);
		return row;
	};
	const findCanonical = (id: string, role: PredicateRole): Gathered | undefined => {
		if (canonical.has(id)) return canonical.get(id);
		const field = rowField(id, fields, together);
		const row = field && (canonical.get(field.id) ?? start(field.id, role, field));
		canonical.set(id, row);
		if (field !== undefined) canonical.set(field.id, row);
		return row;
	};
	return {
		find({ canonical: id, role }, name) {
			const known = id === null ? undefined : (canonical.get(id) ?? findCanonical(id, role));
			if (known !== undefined) return known;
			const own = role === "computed" ? computed : raw;
			let row = own.get(name);
			if (row === undefined) own.set(name, (row = start(name, role)));
			return row;
		},
		all: () => rows,
	};
}

function rowField(id: string, fields: FieldTable, together: boolean): CanonicalField | undefined {
	const field = fields.get(id);
	const facet = field?.facet ?? null;
	if (!together || facet === null) return field;
	return fields.get(facet.of) ?? field;
}

function startRow(name: string, role: PredicateRole, field?: CanonicalField): Gathered {
	return {
		field: name,
		label: field?.label ?? name,
		isCanonical: field !== undefined,
		role,
		names: new Map(),
		how: [],
		values: undefined,
		excluded: undefined,
		rules: [],
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

function startTest(row: Gathered, rule: RuleEntry, first: FactPredicate): Test {
	const name = first.field ?? "";
	addRule(row.rules, rule);
	if (first.role === "indicator") row.role = first.role;
	const used = row.how.find(({ op }) => op === first.op);
	if (used === undefined) row.how.push({ op: first.op, rules: 1, last: rule });
	else tallyRule(used, rule);
	let own = row.names.get(rule.vendor);
	if (own === undefined) row.names.set(rule.vendor, (own = new Map<string, Spelling>()));
	let spelling = own.get(name);
	if (spelling === undefined) own.set(name, (spelling = { predicates: 0 }));
	return { first, row, spelling };
}

function gather({ row, spelling }: Test, rule: RuleEntry, predicate: FactPredicate): void {
	spelling.predicates++;
	const { value } = predicate;
	if (value === null) return;
	const isExcluded = predicate.negated || predicate.exclusion;
	const tallies = isExcluded
		? (row.excluded ??= new Map<string, Used>())
		: (row.values ??= new Map<string, Used>());
	const shown = showValue(value);
	const known = tallies.get(shown);
	if (known === undefined) tallies.set(shown, rule);
	else if (known instanceof ValueTally) tallyRule(known, rule);
	else if (known !== rule) tallies.set(shown, new ValueTally(rule));
}

function tallyRule(known: Tally, rule: RuleEntry): void {
	if (known.last === rule) return;
	known.rules++;
	known.last = rule;
}

function finish(gathered: Gathered): FieldRow {
	const { field, label, isCanonical, role, names, how, values, excluded, rules } = gathered;
	const spelled: Partial<Record<Vendor, readonly string[]>> = {};
	for (const vendor of VENDORS) {
		const own = names.get(vendor);
		if (own !== undefined) spelled[vendor] = rankSpellings(own);
	}
	return {
		field,
		label,
		isCanonical,
		role,
		names: spelled,
		how: how
			.sort((a, b) => b.rules - a.rules || compareCodeUnits(a.op, b.op))
			.map(({ op, rules: own }) => ({ op, rules: own })),
		samples: listSamples(values ?? excluded ?? NO_VALUES),
		rules,
	};
}

const NO_VALUES: ReadonlyMap<string, Used> = new Map();

function rankSpellings(spellings: ReadonlyMap<string, Spelling>): readonly string[] {
	if (spellings.size === 1) return [...spellings.keys()];
	return [...spellings]
		.sort(([a, m], [b, n]) => n.predicates - m.predicates || compareCodeUnits(a, b))
		.map(([name]) => name);
}

/** Gives the values of most rules, ties by name; keeping the first few is far less work than sorting all. */
function listSamples(values: ReadonlyMap<string, Used>): readonly string[] {
	const first: { readonly value: string; readonly rules: number }[] = [];
	for (const [value, used] of values) {
		const rules = used instanceof ValueTally ? used.rules : 1;
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
