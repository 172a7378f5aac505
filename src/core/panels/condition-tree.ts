import type { Condition, Detection, DetectionStep } from "../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../model/predicate";

/** A rule's condition as a person reads it: a line with what is below it. */
export type TreeNode =
	| {
			readonly kind: "group";
			readonly how: GroupWord;
			/** The rule's own name for the group, the fields of a `by`, a count: null where there is none. */
			readonly detail: string | null;
			/** The time in which it must happen, as the rule writes it (`5m`); absent where it names none. */
			readonly within?: string;
			/** How the parts of a join are matched, in the word of the rule's language (`leftanti`); absent from other groups. */
			readonly matching?: string;
			readonly parts: readonly TreeNode[];
	  }
	| {
			readonly kind: "test";
			readonly field: string | null;
			/** The canonical field's label, null where it has none or is the rule's own spelling. */
			readonly label: string | null;
			readonly op: PredicateOperator;
			readonly values: readonly PredicateValue[];
			readonly transform: string | null;
			readonly isComputed: boolean;
			/** UTF-16 offset in the query. */
			readonly at: number;
	  }
	| { readonly kind: "opaque"; readonly text: string; readonly reason: string };

/** What a group asks of its parts. */
export type GroupWord =
	| "all"
	| "any"
	| "none"
	| "at-least"
	| "sequence"
	| "sample"
	| "until"
	| "event"
	| "absent"
	| "count"
	| "then"
	| "join"
	| "new-terms"
	| "threat-match"
	| "always";

/** Gives the canonical label of a predicate's field, null where it has none. */
export type LabelOf = (predicate: Predicate) => string | null;

/** Turns a detection into a tree for people; nothing of it is left out. */
export function showDetection(detection: Detection, labelOf: LabelOf): TreeNode {
	const show = (part: Detection): TreeNode => showDetection(part, labelOf);
	switch (detection.kind) {
		case "event":
			return showCondition(detection.condition, labelOf);
		case "sequence":
		case "sample":
			return group(
				detection.kind,
				joinFields(detection.by),
				[
					...detection.steps.map((step) => showStep(step, labelOf)),
					...(detection.until === null
						? []
						: [group("until", null, [showStep(detection.until, labelOf)])]),
				],
				detection.maxSpan,
			);
		case "aggregate":
			return group("then", null, [
				show(detection.of),
				group(
					"count",
					joinFields(detection.by),
					detection.having.kind === "always" ? [] : [showCondition(detection.having, labelOf)],
					detection.window,
				),
			]);
		case "filter":
			return group("then", null, [show(detection.of), showCondition(detection.condition, labelOf)]);
		case "join":
			return {
				kind: "group",
				how: "join",
				detail: joinFields(detection.on),
				matching: detection.how,
				parts: detection.parts.map((part) => show(part)),
			};
		case "new-terms":
			return group(
				"new-terms",
				joinFields(detection.fields),
				[show(detection.of)],
				detection.history,
			);
		case "threat-match":
			return group("threat-match", null, [show(detection.of), show(detection.against)]);
		case "none":
			return { kind: "opaque", text: "", reason: detection.reason };
	}
}

function showCondition(condition: Condition, labelOf: LabelOf): TreeNode {
	const show = (part: Condition): TreeNode => showCondition(part, labelOf);
	switch (condition.kind) {
		case "predicate":
			return showTest(condition.predicate, labelOf);
		case "and":
			return group("all", condition.name, condition.parts.map(show));
		case "or":
			return group("any", condition.name, condition.parts.map(show));
		case "not":
			return condition.part.kind === "or"
				? group("none", condition.part.name, condition.part.parts.map(show))
				: group("none", null, [show(condition.part)]);
		case "at-least":
			return group("at-least", String(condition.count), condition.parts.map(show));
		case "always":
			return group("always", null, []);
		case "opaque":
			return { kind: "opaque", text: condition.text, reason: condition.reason };
	}
}

function showStep(step: DetectionStep, labelOf: LabelOf): TreeNode {
	const detail = [step.source ?? "", step.runs > 1 ? `\u00D7${step.runs}` : "", ...step.by];
	return group(step.isMissing ? "absent" : "event", detail.filter(Boolean).join(" ") || null, [
		showCondition(step.condition, labelOf),
	]);
}

function showTest(predicate: Predicate, labelOf: LabelOf): TreeNode {
	const { field, op, terms, transform, origin, span } = predicate;
	const label = labelOf(predicate);
	return {
		...{ kind: "test", field, op, transform },
		label: label === field ? null : label,
		values: terms.map(({ value }) => value),
		isComputed: origin === "computed",
		at: span.start,
	};
}

function group(
	how: GroupWord,
	detail: string | null,
	parts: readonly TreeNode[],
	within: string | null = null,
): TreeNode {
	return { kind: "group", how, detail, parts, ...(within === null ? {} : { within }) };
}

function joinFields(fields: readonly string[]): string | null {
	return fields.length === 0 ? null : fields.join(", ");
}
