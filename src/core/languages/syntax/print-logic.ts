import type { Condition } from "../../model/detection";
import type { Predicate } from "../../model/predicate";

/** How one language writes conditions. */
export interface LogicStyle {
	readonly and: string;
	readonly or: string;
	readonly not: string;
	readonly always: string;
	/** Whether a negation among alternatives stands in brackets. */
	readonly groupsNot: boolean;
	/** Writes one comparison. What joins several of them has to bring its own brackets. */
	leaf(predicate: Predicate): string;
}

/** The style of languages whose words are `and`, `or`, `not` and `true`, in lower case. */
export function wordStyle(leaf: LogicStyle["leaf"]): LogicStyle {
	return { and: "and", or: "or", not: "not", always: "true", groupsNot: false, leaf };
}

/**
 * Writes a condition with brackets only where the precedence `not`, `and`, `or` asks for them. What a language cannot say is written as what
 * comes closest: `at-least` as alternatives, an opaque leaf as its text.
 */
export function printLogic(condition: Condition, style: LogicStyle): string {
	switch (condition.kind) {
		case "predicate":
			return style.leaf(condition.predicate);
		case "and":
		case "or": {
			const { kind } = condition;
			const parts = condition.parts.map((part) => printPart(part, kind, style));
			return parts.join(` ${style[kind]} `);
		}
		case "at-least":
			if (condition.count === 0) return style.always;
			return printLogic({ kind: "or", parts: condition.parts, name: null }, style);
		case "not":
			return `${style.not} ${printPart(condition.part, "not", style)}`;
		case "always":
			return style.always;
		case "opaque":
			return condition.text;
	}
}

function printPart(part: Condition, above: "and" | "or" | "not", style: LogicStyle): string {
	const text = printLogic(part, style);
	return needsBrackets(part, above, style) ? `(${text})` : text;
}

function needsBrackets(part: Condition, above: "and" | "or" | "not", style: LogicStyle): boolean {
	if (part.kind === "or" || (part.kind === "at-least" && part.count > 0)) return true;
	if (part.kind === "and") return above !== "or" || style.groupsNot;
	return part.kind === "not" && above === "or" && style.groupsNot;
}
