import type { Condition, Detection } from "../../model/detection";
import { asText } from "../../formats/values";
import { combine, opaque } from "../syntax/conditions";
import { TokenCursor } from "../syntax/token-cursor";
import type { FoundSection } from "./find-section";
import { countLeaves, isScalar, itemsOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { parseAggregation } from "./parse-aggregation";
import { parseCondition } from "./parse-condition";
import { scanCondition } from "./scan-sigma";
import { Selections } from "./selections";
import type { SigmaReading } from "./sigma-reading";

/**
 * Parses the `detection` section of a rule, or the `filter` section of a filter.
 *
 * Several conditions are alternatives. `reserved` names the entries that are neither selections nor read here; their scalars count as
 * tokens that are understood. Selections that no condition uses are reported.
 */
export function parseDetection(
	reading: SigmaReading,
	found: FoundSection,
	reserved: readonly string[],
): Detection {
	const own = ["condition", "timeframe", ...reserved];
	const { entries } = found.outline;
	const selections = new Selections(reading, found, own);
	for (const name of ["timeframe", ...reserved]) {
		const entry = entries?.get(name);
		if (entry !== undefined) reading.count(countLeaves(entry.value));
	}
	const window = asText(entries?.get("timeframe")?.value.scalar) ?? null;
	const parts = itemsOf(entries?.get("condition")?.value).map((node) =>
		parseOne(reading, node, window, selections),
	);
	if (parts.length === 0)
		return { kind: "event", condition: refuseSection(reading, found.outline) };
	selections.reportUnused();
	return joinAlternatives(parts);
}

function parseOne(
	reading: SigmaReading,
	node: OutlineNode,
	window: string | null,
	selections: Selections,
): Detection {
	if (!isScalar(node) || node.scalar === null) {
		const leaves = countLeaves(node);
		reading.count(leaves);
		const span = { start: node.start, end: node.end };
		return { kind: "event", condition: reading.giveUp("the condition is no text", span, leaves) };
	}
	const tokens = scanCondition(String(node.scalar), reading.text, node.start, node.end);
	const cursor = new TokenCursor(reading.text.slice(0, node.end), tokens);
	const condition = parseCondition(cursor, selections);
	const detection: Detection = cursor.is("|")
		? parseAggregation(cursor, condition, window, selections)
		: { kind: "event", condition };
	reading.takeOver(cursor);
	return detection;
}

function joinAlternatives(parts: readonly Detection[]): Detection {
	const [first] = parts;
	if (first !== undefined && parts.length === 1) return first;
	const conditions: Condition[] = [];
	for (const part of parts) if (part.kind === "event") conditions.push(part.condition);
	if (conditions.length === parts.length)
		return { kind: "event", condition: combine("or", conditions) };
	return { kind: "join", how: "or", parts, on: [] };
}

function refuseSection(reading: SigmaReading, outline: OutlineNode): Condition {
	const leaves = countLeaves(outline);
	reading.count(leaves);
	reading.lose(leaves);
	const { start, end } = outline;
	const reason = "there is no condition";
	reading.report("query-syntax", "error", reason, { start, end });
	return opaque(reading.text.slice(start, end), reason, { start, end });
}
