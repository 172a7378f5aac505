import type { Condition } from "../../model/detection";
import type { PredicateOperator } from "../../model/predicate";
import { asTable, asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { combine } from "../syntax/conditions";
import { entryOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { compareGroup } from "./parse-aggregation";
import { countLeaves } from "./sigma-reading";
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
	section: Table,
	outline: OutlineNode,
	measure: string,
	counted: string | null = null,
): Condition {
	const { keyStart, end, value: node } = entryOf(outline, "condition");
	const bounds = asTable(ownValue(section, "condition")) ?? {};
	const field = asTexts(ownValue(bounds, "field")).join(", ") || counted;
	const percentile = asText(ownValue(bounds, "percentile"));
	const name = percentile === undefined ? measure : `${measure} ${percentile}`;
	const parts: Condition[] = [];
	let found = 0;
	for (const [key, value] of Object.entries(bounds)) {
		if (key === "field" || key === "percentile") continue;
		const entry = entryOf(node, key);
		const span = { start: entry.keyStart, end: entry.end };
		const op = BOUNDS.get(key);
		if (op === undefined || (typeof value !== "number" && typeof value !== "string")) {
			const reason = `\u201C${key}\u201D is no bound of a correlation`;
			parts.push(reading.giveUp(reason, span, countLeaves(value)));
			continue;
		}
		found++;
		parts.push(compareGroup(name, field, op, value, { span, at: entry.value.start }));
	}
	if (found === 0)
		reading.report("query-syntax", "error", "the correlation has no bound", {
			start: keyStart,
			end,
		});
	return combine("and", parts);
}
