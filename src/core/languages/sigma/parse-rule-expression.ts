import type { Condition } from "../../model/detection";
import { combine, leaf } from "../syntax/conditions";
import { TokenCursor } from "../syntax/token-cursor";
import type { OutlineNode } from "./outline-node";
import { parseNames, refuseRest } from "./parse-names";
import { scanCondition } from "./scan-sigma";
import type { SigmaReading } from "./sigma-reading";

/** The field of the predicates that stand for rules: it holds the names of the rules that found something. */
export const RULE_FIELD = "rule";

/**
 * Parses an extended condition of a correlation, `rule_a and not rule_b` (pySigma: names, `and`, `or`, `not`, brackets). Each name is a
 * predicate on what was found, not on events. What does not follow the grammar is reported and kept as an opaque leaf.
 */
export function parseRuleExpression(
	reading: SigmaReading,
	expression: string,
	node: OutlineNode,
): Condition {
	const tokens = scanCondition(expression, reading.text, node.start, node.end);
	const cursor = new TokenCursor(reading.text.slice(0, node.end), tokens);
	const condition = parseNames(cursor, "rule", (at, { text, start, end }) => {
		at.take();
		return nameRule(text, { start, end });
	});
	const parts = [condition];
	if (!cursor.isAtEnd) parts.push(refuseRest(cursor, "a pipe has no meaning here"));
	reading.takeOver(cursor);
	return combine("and", parts);
}

function nameRule(name: string, span: { readonly start: number; readonly end: number }): Condition {
	return leaf({
		field: RULE_FIELD,
		op: "eq",
		terms: [{ value: { ref: name }, at: span.start }],
		isCaseSensitive: null,
		transform: null,
		origin: "computed",
		source: null,
		span,
	});
}
