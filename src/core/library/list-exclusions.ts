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

/**
 * Lists what a detection excludes, each conjunction once: `not (a or b)` excludes a, and b; `not (a and b)` excludes only both together.
 *
 * An exclusion whose alternatives would multiply to more than 256 keeps its first alternatives. A `ne` without a `not` is no exclusion.
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

/** Gives the conjunctions that satisfy a condition, or with `isNegated` those that satisfy its opposite. */
function expand(condition: Condition, isNegated: boolean): readonly ExclusionGroup[] {
	switch (condition.kind) {
		case "predicate":
			return expandPredicate(condition.predicate, isNegated);
		case "not":
			return expand(condition.part, !isNegated);
		case "always":
			return isNegated ? [] : [[]];
		case "opaque":
			return [[{ predicate: undefined, op: "match", value: { ref: condition.text }, isNegated }]];
		case "and":
		case "or":
			return (condition.kind === "and") === isNegated
				? unite(condition.parts, isNegated)
				: multiply(condition.parts, isNegated);
		case "at-least":
			return condition.count <= 1 !== isNegated
				? unite(condition.parts, isNegated)
				: multiply(condition.parts, isNegated);
	}
}

function expandPredicate(predicate: Predicate, isNegated: boolean): readonly ExclusionGroup[] {
	const { op, terms } = predicate;
	const values: readonly PredicateValue[] =
		terms.length === 0 ? [null] : terms.map(({ value }) => value);
	const literals = values.map((value) => ({ predicate, op, value, isNegated }));
	// None of several values holds: all of the negatives together.
	return isNegated ? [literals] : literals.map((literal) => [literal]);
}

function unite(parts: readonly Condition[], isNegated: boolean): readonly ExclusionGroup[] {
	const groups: ExclusionGroup[] = [];
	for (const part of parts) {
		addAll(groups, expand(part, isNegated));
		if (groups.length >= MOST_GROUPS) return groups.slice(0, MOST_GROUPS);
	}
	return groups;
}

function multiply(parts: readonly Condition[], isNegated: boolean): readonly ExclusionGroup[] {
	let groups: ExclusionGroup[] = [[]];
	for (const part of parts) {
		const alternatives = expand(part, isNegated);
		const room = Math.max(1, Math.floor(MOST_GROUPS / groups.length));
		const taken = alternatives.slice(0, room);
		groups = groups.flatMap((group) => taken.map((other) => [...group, ...other]));
	}
	return groups;
}
