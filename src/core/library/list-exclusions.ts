import { forEachCondition } from "../languages/list-predicates";
import type { Condition, Detection } from "../model/detection";
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

/** One of several is an `or`, all of them an `and`; which two of five hold is not listed, only that they do. */
function expandAtLeast(
	condition: Extract<Condition, { kind: "at-least" }>,
	isNegated: boolean,
	most: number,
): readonly ExclusionGroup[] {
	const { count, parts } = condition;
	if (count <= 1 || count >= parts.length) {
		return count <= 1 !== isNegated ? unite(parts, isNegated, most) : multiply(parts, isNegated);
	}
	const value = { ref: `${count} of ${parts.length} conditions` };
	return [[{ predicate: undefined, op: "match", value, isNegated }]];
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
	const most = Math.max(1, Math.min(MOST_GROUPS, Math.floor(MOST_PARTS / parts.length)));
	let groups: ExclusionLiteral[][] = [[]];
	for (const part of parts) {
		const room = Math.max(1, Math.floor(most / groups.length));
		const taken = expand(part, isNegated, room).slice(0, room);
		const [only] = taken;
		if (taken.length === 1 && only !== undefined) {
			// Copying them anew for each part would take the square of their length.
			for (const group of groups) for (const literal of only) group.push(literal);
		} else groups = groups.flatMap((group) => taken.map((other) => [...group, ...other]));
	}
	return groups;
}
