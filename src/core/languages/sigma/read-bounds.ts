import type { Condition } from "../../model/detection";
import type { PredicateOperator } from "../../model/predicate";
import { asText } from "../../formats/values";
import { combine } from "../syntax/conditions";
import { countLeaves, entryOf, textsOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { compareGroup } from "./parse-aggregation";
import type { SigmaReading } from "./sigma-reading";

const BOUNDS: ReadonlyMap<string, PredicateOperator> = new Map<string, PredicateOperator>([
	["gt", "gt"],
	["gte", "ge"],
	["lt", "lt"],
	["lte", "le"],
	["eq", "eq"],
	["neq", "ne"],
]);

/**
 * Reads the condition of a counting correlation: `gte: 10` and its like, several of them together a range, over what `measure` makes of
 * the values of `field` (`condition.field`, else the one given, else the events are counted).
 *
 * Reported: no bound, and an entry that is none.
 */
export function readBounds(
	reading: SigmaReading,
	outline: OutlineNode,
	measure: string,
	counted: string | null = null,
): Condition {
	const { keyStart, end, value: bounds } = entryOf(outline, "condition");
	const field = textsOf(bounds.entries?.get("field")?.value).join(", ") || counted;
	const percentile = asText(bounds.entries?.get("percentile")?.value.scalar);
	const name = percentile === undefined ? measure : `${measure} ${percentile}`;
	const parts: Condition[] = [];
	let found = 0;
	for (const [key, entry] of bounds.entries ?? []) {
		if (key === "field" || key === "percentile") continue;
		const { value } = entry;
		const { scalar, start: at } = value;
		const span = { start: entry.keyStart, end: entry.end };
		const op = BOUNDS.get(key);
		if (op === undefined || (typeof scalar !== "number" && typeof scalar !== "string")) {
			const reason = `\u201C${key}\u201D is no bound of a correlation`;
			parts.push(reading.giveUp(reason, span, countLeaves(value)));
			continue;
		}
		found++;
		parts.push(compareGroup(name, field, op, scalar, { span, at }));
	}
	if (found === 0)
		reading.report("query-syntax", "error", "the correlation has no bound", {
			start: keyStart,
			end,
		});
	return combine("and", parts);
}
