import type { Condition } from "../../model/detection";

/** Moves every span of a condition by an offset, for a query that stands inside another one's text. */
export function shiftCondition(condition: Condition, by: number): Condition {
	const shift = (part: Condition): Condition => shiftCondition(part, by);
	switch (condition.kind) {
		case "and":
		case "or":
		case "at-least":
			return { ...condition, parts: condition.parts.map(shift) };
		case "not":
			return { ...condition, part: shift(condition.part) };
		case "predicate": {
			const { terms, span } = condition.predicate;
			const predicate = {
				...condition.predicate,
				terms: terms.map((term) => ({ ...term, at: term.at + by })),
				span: { start: span.start + by, end: span.end + by },
			};
			return { kind: "predicate", predicate };
		}
		case "opaque": {
			const { start, end } = condition.span;
			return { ...condition, span: { start: start + by, end: end + by } };
		}
		case "always":
			return condition;
	}
}
