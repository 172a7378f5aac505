import type { RuleEntry } from "../library/library-entry";
import type { ExclusionPart } from "../library/rule-facts";
import type { PredicateOperator, PredicateValue } from "../model/predicate";
import { createValueTable } from "../library/value-table";
import { compareCodeUnits } from "../text/compare";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import type { CountedRow, NameParts } from "./count-rules";
import { addRule, countEach, rankRows } from "./count-rules";
import { showValue } from "./show-value";

/** One part of an exclusion, as panels show it. */
export interface ShownPart {
	/** The canonical id, else the rule's spelling; null for a keyword. */
	readonly field: string | null;
	/** `in` is told as `eq`. */
	readonly op: PredicateOperator;
	readonly value: PredicateValue;
	/** Whether the part is what must not hold. */
	readonly negated: boolean;
}

/** A conjunction that rules exclude as a whole. */
export interface ExclusionRow extends CountedRow {
	/** In order of field, value and operator. */
	readonly parts: readonly ShownPart[];
}

/** Counts what rules exclude, most used first. Two conjunctions of the same parts are one, in whatever order they are written. */
export function countExclusions(rules: readonly RuleEntry[]): readonly ExclusionRow[] {
	return finishSteps(countExclusionsInSteps(rules));
}

/** Does what `countExclusions` does, in pieces between which the host may breathe. */
export function* countExclusionsInSteps(
	rules: readonly RuleEntry[],
): Steps<readonly ExclusionRow[]> {
	const rows: Counting[] = [];
	const find = createRowFinder(rows);
	yield* countEach(rules, (rule) => {
		for (const group of rule.facts.exclusions) {
			const row = find(group);
			if (row !== undefined) addRule(row.rules, rule);
		}
	});
	return yield* rankRows(rows, NAME);
}

/** A row while rules are counted. */
interface Counting extends ExclusionRow {
	readonly rules: RuleEntry[];
	readonly first: ShownPart;
	/** Tells the parts behind the first, "" where there are none. */
	readonly rest: string;
}

const NAME: NameParts<Counting> = [
	({ first }) => first.field ?? "",
	({ first }) => showValue(first.value),
	({ first }) => first.op,
	({ first }) => (first.negated ? "not" : ""),
	({ first }) => typeof first.value,
	({ rest }) => rest,
];

/** Most conjunctions have one part: those are found without a text of it. A row that is started is added to the rows. */
function createRowFinder(
	rows: Counting[],
): (group: readonly ExclusionPart[]) => Counting | undefined {
	const start = (first: ShownPart, parts: readonly ShownPart[] = [first], rest = ""): Counting => {
		const row = { parts, rules: [], first, rest };
		rows.push(row);
		return row;
	};
	const startOne = (part: ShownPart): Counting => start(part);
	const ones = createValueTable<Counting>();
	const negated = createValueTable<Counting>();
	const several = new Map<string, Counting>();
	const findOne = (part: ShownPart): Counting =>
		(part.negated ? negated : ones).find(part, startOne);
	return (group) => {
		const [only] = group;
		if (only === undefined) return undefined;
		if (group.length === 1) return findOne(show(only));
		const sorted = sortParts(group);
		const parts = sorted.map(({ part }) => part);
		const [first = show(only)] = parts;
		if (parts.length === 1) return findOne(first);
		const [key = "", ...others] = sorted.map((part) => part.key);
		const rest = others.join("\n\n");
		const whole = `${key}\n\n${rest}`;
		let row = several.get(whole);
		if (row === undefined) several.set(whole, (row = start(first, parts, rest)));
		return row;
	};
}

/** Gives the parts without doubles, in an order that does not follow the rule's. */
function sortParts(
	group: readonly ExclusionPart[],
): readonly { readonly key: string; readonly part: ShownPart }[] {
	return group
		.map((each) => {
			const part = show(each);
			return { key: keyOf(part), part };
		})
		.sort((a, b) => compareCodeUnits(a.key, b.key))
		.filter(({ key }, index, all) => key !== all[index - 1]?.key);
}

function show({ field, canonical, op, value, negated }: ExclusionPart): ShownPart {
	return { field: canonical ?? field, op: op === "in" ? "eq" : op, value, negated };
}

function keyOf({ field, op, value, negated }: ShownPart): string {
	const parts = [field ?? "", showValue(value), op, negated ? "not" : "", typeof value];
	// Engines write out what is joined; a text put together with plus is only noted as its parts, and slower to compare.
	return parts.join("\n");
}
