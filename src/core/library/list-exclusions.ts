import { forEachCondition } from "../languages/list-predicates";
import type { Condition, Detection } from "../model/detection";
import { describeAtLeast } from "./describe-condition";
import type { Predicate, PredicateOperator, PredicateValue } from "../model/predicate";

/** A literal of an exclusion: one value of one predicate, and whether it must not hold. */
export interface ExclusionLiteral {
	/** Undefined for what was not understood; its text is the value then. */
	readonly predicate: Predicate | undefined;
	readonly op: PredicateOperator;
	readonly value: PredicateValue;
	readonly isNegated: boolean;
}

/** A conjunction that is excluded as a whole. */
export type ExclusionGroup = readonly ExclusionLiteral[];

/** Alternatives of one exclusion beyond which they are no longer multiplied out. */
const MOST_GROUPS = 256;
/** Parts of a conjunction times its alternatives: a long one is multiplied out less. */
const MOST_PARTS = 65_536;

/**
 * Lists what a detection excludes, each conjunction once: `not (a or b)` excludes a, and b; `not (a and b)` excludes only both together.
 *
 * An exclusion whose alternatives would multiply to more than 256, fewer where each has very many parts, keeps its first
 * alternatives. A `ne` without a `not` is no exclusion.
 */
export function listExclusions(detection: Detection): readonly ExclusionGroup[] {
	const groups: ExclusionGroup[] = [];
	forEachCondition(detection, (condition, isOnGroups, isAbsent) => {
		if (isOnGroups) return;
		if (isAbsent) addAll(groups, expand(condition, false));
		else collect(condition, groups);
	});
	return groups;
}

function collect(condition: Condition, groups: ExclusionGroup[]): void {
	switch (condition.kind) {
		case "not":
			addAll(groups, expand(condition.part, false));
			return;
		case "and":
		case "or":
		case "at-least":
			for (const part of condition.parts) collect(part, groups);
			return;
		case "predicate":
		case "always":
		case "opaque":
	}
}

function addAll(groups: ExclusionGroup[], more: readonly ExclusionGroup[]): void {
	for (const group of more) if (group.length > 0) groups.push(group);
}

/** Gives the conjunctions that satisfy a condition, or with `isNegated` those that satisfy its opposite; at least the first `most`. */
function expand(
	condition: Condition,
	isNegated: boolean,
	most = Number.POSITIVE_INFINITY,
): readonly ExclusionGroup[] {
	switch (condition.kind) {
		case "predicate":
			return expandPredicate(condition.predicate, isNegated);
		case "not":
			return expand(condition.part, !isNegated, most);
		case "always":
			return isNegated ? [] : [[]];
		case "opaque":
			return [[{ predicate: undefined, op: "match", value: { ref: condition.text }, isNegated }]];
		case "and":
		case "or":
			return (condition.kind === "and") === isNegated
				? unite(condition.parts, isNegated, most)
				: multiply(condition.parts, isNegated);
		case "at-least":
			return expandAtLeast(condition, isNegated, most);
	}
}

/** Choices of some parts among all beyond which they are named in one text instead. */
const MOST_CHOICES = 64;
/** Literals of one part beyond which it is not repeated in every choice. */
const MOST_LITERALS = 64;

/** Any two of three are three conjunctions: the first two, the first and the last, the last two. */
function expandAtLeast(
	{ count, parts }: Extract<Condition, { kind: "at-least" }>,
	isNegated: boolean,
	most: number,
): readonly ExclusionGroup[] {
	// Fewer than two of five hold where four of them do not.
	const needed = isNegated ? parts.length - count + 1 : count;
	if (needed <= 1) return unite(parts, isNegated, most);
	if (needed >= parts.length) return multiply(parts, isNegated);
	const choices = chooseParts(parts.length, needed);
	const expanded =
		choices === undefined ? [] : parts.map((part) => expand(part, isNegated, MOST_GROUPS));
	const isLong = expanded.some((groups) => groups.some(({ length }) => length > MOST_LITERALS));
	if (choices === undefined || isLong) {
		const value = { ref: describeAtLeast(count, parts) };
		return [[{ predicate: undefined, op: "match", value, isNegated }]];
	}
	const groups: ExclusionGroup[] = [];
	for (const choice of choices) {
		if (groups.length >= Math.min(most, MOST_GROUPS)) break;
		addAll(groups, combineGroups(choice.map((index) => expanded[index] ?? [])));
	}
	return groups;
}

/** Gives the ways to choose some of a number of parts, by their indices; undefined where there are too many. */
function chooseParts(of: number, count: number): readonly (readonly number[])[] | undefined {
	let choices: (readonly number[])[] = [[]];
	for (let index = 0; index < of; index++) {
		const left = of - index;
		choices = choices.flatMap((choice) => {
			const longer = choice.length < count ? [[...choice, index]] : [];
			// What could no longer become long enough is dropped.
			return choice.length === count || choice.length + left > count ? [...longer, choice] : longer;
		});
		if (choices.length > MOST_CHOICES) return undefined;
	}
	return choices.filter(({ length }) => length === count);
}

function expandPredicate(predicate: Predicate, isNegated: boolean): readonly ExclusionGroup[] {
	const { op, terms } = predicate;
	const values: readonly PredicateValue[] =
		terms.length === 0 ? [null] : terms.map(({ value }) => value);
	const literals = values.map((value) => ({ predicate, op, value, isNegated }));
	// None of several values holds: all of the negatives together.
	return isNegated ? [literals] : literals.map((literal) => [literal]);
}

function unite(
	parts: readonly Condition[],
	isNegated: boolean,
	most: number,
): readonly ExclusionGroup[] {
	const groups: ExclusionGroup[] = [];
	for (const part of parts) {
		addAll(groups, expand(part, isNegated, most));
		if (groups.length >= most) break;
	}
	return groups;
}

function multiply(parts: readonly Condition[], isNegated: boolean): readonly ExclusionGroup[] {
	return combineAll(parts, (part, room) => expand(part, isNegated, room));
}

/** Gives every way to take one conjunction of each list together. */
function combineGroups(lists: readonly (readonly ExclusionGroup[])[]): readonly ExclusionGroup[] {
	return combineAll(lists, (list) => list);
}

function combineAll<T>(
	items: readonly T[],
	groupsOf: (item: T, room: number) => readonly ExclusionGroup[],
): readonly ExclusionGroup[] {
	const most = Math.max(1, Math.min(MOST_GROUPS, Math.floor(MOST_PARTS / items.length)));
	let groups: ExclusionLiteral[][] = [[]];
	for (const item of items) {
		const room = Math.max(1, Math.floor(most / groups.length));
		const taken = groupsOf(item, room).slice(0, room);
		const [only] = taken;
		if (taken.length === 1 && only !== undefined) {
			// Copying them anew for each part would take the square of their length.
			for (const group of groups) for (const literal of only) group.push(literal);
		} else groups = groups.flatMap((group) => taken.map((other) => [...group, ...other]));
	}
	return groups;
}
