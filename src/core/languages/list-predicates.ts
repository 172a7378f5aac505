import type { Condition, Detection, DetectionStep } from "../model/detection";
import type { Predicate } from "../model/predicate";

/** A predicate with what stands above it. */
export interface ListedPredicate {
	readonly predicate: Predicate;
	/** Whether the number of `not`s above it is odd. */
	readonly isNegated: boolean;
	/** Whether a `not` stands above it, so that it narrows the rule instead of finding something. */
	readonly isExclusion: boolean;
	/** Whether it filters groups that the query counted, not events. */
	readonly isOnGroups: boolean;
}

/** Lists the predicates of a detection in the order of the text's parts; opaque leaves have none. */
export function listPredicates(detection: Detection): readonly ListedPredicate[] {
	const listed: ListedPredicate[] = [];
	forEachCondition(detection, (condition, isOnGroups, isAbsent) => {
		walk(condition, { isNegated: isAbsent, isExclusion: isAbsent, isOnGroups }, listed);
	});
	return listed;
}

/** Lists the parts of a detection that were not understood, in the order of its text. */
export function listOpaque(
	detection: Detection,
): readonly Extract<Condition, { kind: "opaque" }>[] {
	const found: Extract<Condition, { kind: "opaque" }>[] = [];
	const visit = (condition: Condition): void => {
		if (condition.kind === "opaque") found.push(condition);
		else for (const part of partsOf(condition)) visit(part);
	};
	forEachCondition(detection, visit);
	return found;
}

/**
 * Visits every condition of a detection, the outermost of each event, step and group: `isOnGroups` for those over counted groups,
 * `isAbsent` for events that must be missing from a sequence.
 */
export function forEachCondition(
	detection: Detection,
	visit: (condition: Condition, isOnGroups: boolean, isAbsent: boolean) => void,
): void {
	switch (detection.kind) {
		case "event":
			visit(detection.condition, false, false);
			return;
		case "sequence":
		case "sample":
			for (const step of stepsOf(detection)) visit(step.condition, false, step.isMissing);
			return;
		case "aggregate":
			forEachCondition(detection.of, visit);
			visit(detection.having, true, false);
			return;
		case "filter":
			forEachCondition(detection.of, visit);
			visit(detection.condition, false, false);
			return;
		case "join":
			for (const part of detection.parts) forEachCondition(part, visit);
			return;
		case "new-terms":
			forEachCondition(detection.of, visit);
			return;
		case "threat-match":
			forEachCondition(detection.of, visit);
			forEachCondition(detection.against, visit);
			return;
		case "none":
			return;
	}
}

/** Gives the conditions directly below one. */
export function partsOf(condition: Condition): readonly Condition[] {
	switch (condition.kind) {
		case "and":
		case "or":
		case "at-least":
			return condition.parts;
		case "not":
			return [condition.part];
		case "predicate":
		case "always":
		case "opaque":
			return [];
	}
}

function stepsOf(
	detection: Extract<Detection, { kind: "sequence" | "sample" }>,
): readonly DetectionStep[] {
	return detection.until === null ? detection.steps : [...detection.steps, detection.until];
}

function walk(
	condition: Condition,
	above: Omit<ListedPredicate, "predicate">,
	listed: ListedPredicate[],
): void {
	if (condition.kind === "predicate") listed.push({ predicate: condition.predicate, ...above });
	else if (condition.kind === "not") {
		const below = { ...above, isNegated: !above.isNegated, isExclusion: true };
		walk(condition.part, below, listed);
	} else for (const part of partsOf(condition)) walk(part, above, listed);
}
