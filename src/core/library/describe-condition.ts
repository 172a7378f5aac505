import type { Condition } from "../model/detection";
import type { PredicateValue } from "../model/predicate";

/** Length at which a text is cut. */
const LONGEST = 400;

/** Writes conditions of which some have to hold, in one line: `2 of (a eq 1; b eq 2; c eq 3)`. A long text ends in an ellipsis. */
export function describeAtLeast(count: number, parts: readonly Condition[]): string {
	return cut(`${String(count)} of (${joinParts(parts, "; ", 0)})`);
}

function describe(condition: Condition, depth: number): string {
	// A text that is cut says nothing of what lies deeper.
	if (depth > 8) return "\u2026";
	switch (condition.kind) {
		case "predicate": {
			const { field, op, terms } = condition.predicate;
			const values = terms.slice(0, 8).map(({ value }) => showValue(value));
			if (terms.length > values.length) values.push("\u2026");
			return cut([field ?? "any field", op, values.join(", ")].filter(Boolean).join(" "));
		}
		case "not":
			return `not (${describe(condition.part, depth + 1)})`;
		case "and":
			return joinParts(condition.parts, " and ", depth + 1);
		case "or":
			return joinParts(condition.parts, " or ", depth + 1);
		case "at-least":
			return `${String(condition.count)} of (${joinParts(condition.parts, "; ", depth + 1)})`;
		case "always":
			return "anything";
		case "opaque":
			return cut(condition.text);
	}
}

function joinParts(parts: readonly Condition[], word: string, depth: number): string {
	let text = "";
	for (const part of parts) {
		text += (text === "" ? "" : word) + describe(part, depth);
		if (text.length > LONGEST) break;
	}
	return cut(text);
}

function showValue(value: PredicateValue): string {
	if (typeof value !== "object" || value === null) return String(value);
	return "ref" in value ? value.ref : `%${value.list}%`;
}

function cut(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}\u2026` : text;
}
