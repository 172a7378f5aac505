import type { Condition } from "../../model/detection";
import { ALWAYS, combine } from "../syntax/conditions";
import { mirrorComparison } from "../syntax/mirror-comparison";
import { lowerExpression } from "./lower-expression";
import type { Lowering } from "./make-predicate";
import type { AskOutcome } from "./outcome-choices";
import type { Comparison, Expression } from "./yara-l-tree";

/** Lists the variables whose events the condition section asks not to be there: `not $e`, `!$e`, `#e = 0`. */
export function listAbsent(condition: Expression | undefined): ReadonlySet<string> {
	const absent = new Set<string>();
	const look = (part: Expression, isNegated: boolean): void => {
		if (part.kind === "not") look(part.item, !isNegated);
		else if (part.kind === "logic") for (const item of part.items) look(item, isNegated);
		else if (part.kind === "placeholder") {
			if (isNegated) absent.add(part.name);
		} else if (part.kind === "comparison") {
			const count = readCount(part);
			if (count !== undefined && (isNegated ? PRESENT : ABSENT).has(count.limit))
				absent.add(`$${count.name.slice(1)}`);
		}
	};
	if (condition !== undefined) look(condition, false);
	return absent;
}

const ABSENT = new Set(["= 0", "< 1", "<= 0"]);
const PRESENT = new Set(["> 0", ">= 1", "!= 0"]);
/** Gives what a comparison counts and how it limits that (`> 0`), undefined where it compares something else. */
function readCount({
	left,
	right,
	op,
}: Comparison): { readonly name: string; readonly limit: string } | undefined {
	if (left.kind === "placeholder" && right.kind === "literal")
		return { name: left.name, limit: `${op} ${String(right.value)}` };
	if (right.kind === "placeholder" && left.kind === "literal")
		return { name: right.name, limit: `${mirrorComparison(op)} ${String(left.value)}` };
	return undefined;
}

/** Lowers what the condition section asks beside that the events are there: counts and outcomes, which `ask` knows. */
export function lowerHaving(
	condition: Expression | undefined,
	lowering: Lowering,
	ask: AskOutcome,
): Condition {
	if (condition === undefined) return ALWAYS;
	switch (condition.kind) {
		case "placeholder":
			return ALWAYS;
		case "not": {
			const part = lowerHaving(condition.item, lowering, ask);
			return part.kind === "always" ? ALWAYS : { kind: "not", part };
		}
		case "logic": {
			const parts = condition.items
				.map((item) => lowerHaving(item, lowering, ask))
				.filter(({ kind }) => kind !== "always");
			return combine(condition.op, parts);
		}
		case "at-least": {
			const parts = condition.items.map((item) => lowerHaving(item, lowering, ask));
			return { kind: "at-least", count: condition.count, parts };
		}
		default: {
			const made = lowerExpression(condition, lowering);
			const test = ask(condition, made);
			const { start, end } = condition;
			return test === undefined
				? made
				: combine("and", [made, test], lowering.text.slice(start, end));
		}
	}
}
