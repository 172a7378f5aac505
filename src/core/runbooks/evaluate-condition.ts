import type { FactPredicate } from "../library/rule-facts";
import type { Truth } from "./compare-known";

/** How a rule's predicates are joined. */
export type RuleCondition =
	/** Any of the facts from one place to another. */
	| { readonly kind: "facts"; readonly first: number; readonly last: number }
	| { readonly kind: "some"; readonly least: number; readonly parts: readonly RuleCondition[] }
	| { readonly kind: "not"; readonly part: RuleCondition }
	| { readonly kind: "always" }
	| { readonly kind: "unknown" };

/** Deeper conditions are not decided. */
const DEEPEST = 200;

/** Reads what `writeCondition` wrote; a part that it cannot read is not known. */
export function readCondition(text: string): RuleCondition {
	const signs = text.match(/\d+(?:#|:\d+)?|[&|!*?(),]/g) ?? [];
	let at = 0;
	const readParts = (depth: number): RuleCondition[] => {
		const parts: RuleCondition[] = [];
		if (signs[at] !== "(") return parts;
		do {
			at++;
			parts.push(readPart(depth + 1));
		} while (signs[at] === ",");
		at++;
		return parts;
	};
	const readPart = (depth: number): RuleCondition => {
		const sign = signs[at++] ?? "?";
		if (depth > DEEPEST || sign === "?") return { kind: "unknown" };
		if (sign === "*") return { kind: "always" };
		if (sign === "!") return { kind: "not", part: readPart(depth + 1) };
		if (sign === "|") return { kind: "some", least: 1, parts: readParts(depth) };
		if (sign.endsWith("#"))
			return { kind: "some", least: Number(sign.slice(0, -1)), parts: readParts(depth) };
		if (sign !== "&") return readFacts(sign);
		const parts = readParts(depth);
		return { kind: "some", least: parts.length, parts };
	};
	return readPart(0);
}

function readFacts(sign: string): RuleCondition {
	const [first = 0, last = first] = sign.split(":").map(Number);
	return { kind: "facts", first, last };
}

/** Tells whether a condition holds, given which facts do: true, false, or not known. */
export function evaluateCondition(
	condition: RuleCondition,
	facts: readonly FactPredicate[],
	holds: (fact: FactPredicate) => Truth,
): Truth {
	switch (condition.kind) {
		case "facts": {
			let isOpen = false;
			for (let index = condition.first; index <= condition.last; index++) {
				const fact = facts[index];
				const truth = fact === undefined ? undefined : holds(fact);
				if (truth === true) return true;
				isOpen ||= truth === undefined;
			}
			return isOpen ? undefined : false;
		}
		case "not": {
			const truth = evaluateCondition(condition.part, facts, holds);
			return truth === undefined ? undefined : !truth;
		}
		case "some": {
			let [met, missing] = [0, 0];
			const most = condition.parts.length - condition.least;
			for (const part of condition.parts) {
				const truth = evaluateCondition(part, facts, holds);
				if (truth === true && ++met >= condition.least) return true;
				if (truth === false && ++missing > most) return false;
			}
			return condition.least === 0 ? true : undefined;
		}
		case "always":
			return true;
		case "unknown":
			return undefined;
	}
}
