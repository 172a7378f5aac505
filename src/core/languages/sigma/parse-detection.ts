import type { Condition, Detection } from "../../model/detection";
import { asText } from "../../formats/values";
import type { Table } from "../../formats/values";
import { combine, opaque } from "../syntax/conditions";
import { TokenCursor } from "../syntax/token-cursor";
import type { FoundSection } from "./find-section";
import { isScalar } from "./lower-value";
import { entryOf, itemOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { parseAggregation } from "./parse-aggregation";
import { parseCondition } from "./parse-condition";
import { scanCondition } from "./scan-sigma";
import { Selections } from "./selections";
import { countLeaves } from "./sigma-reading";
import type { SigmaReading } from "./sigma-reading";

/**
 * Parses the `detection` section of a rule, or the `filter` section of a filter.
 *
 * Several conditions are alternatives. `reserved` names the entries that are neither selections nor read here; their scalars count as
 * tokens that are understood. Selections that no condition uses are reported.
 */
export function parseDetection(
	reading: SigmaReading,
	section: Table,
	found: FoundSection,
	reserved: readonly string[],
): Detection {
	const own = ["condition", "timeframe", ...reserved];
	const selections = new Selections(reading, section, found, own);
	for (const name of ["timeframe", ...reserved])
		if (Object.hasOwn(section, name)) reading.count(countLeaves(section[name]));
	const window = Object.hasOwn(section, "timeframe") ? asText(section["timeframe"]) : undefined;
	const written = Object.hasOwn(section, "condition") ? section["condition"] : undefined;
	const place = entryOf(found.outline, "condition").value;
	const parts = listConditions(written, place).map(({ value, node }) =>
		parseOne(reading, value, node, window ?? null, selections),
	);
	if (parts.length === 0)
		return { kind: "event", condition: refuseSection(reading, section, found) };
	selections.reportUnused();
	return joinAlternatives(parts);
}

function listConditions(
	written: unknown,
	node: OutlineNode,
): readonly { readonly value: unknown; readonly node: OutlineNode }[] {
	if (written === undefined || written === null) return [];
	if (!Array.isArray(written)) return [{ value: written, node }];
	const values: readonly unknown[] = written;
	return values.map((value, index) => ({ value, node: itemOf(node, index) }));
}

function parseOne(
	reading: SigmaReading,
	value: unknown,
	node: OutlineNode,
	window: string | null,
	selections: Selections,
): Detection {
	if (!isScalar(value) || value === null) {
		const leaves = countLeaves(value);
		reading.count(leaves);
		const span = { start: node.start, end: node.end };
		return { kind: "event", condition: reading.giveUp("the condition is no text", span, leaves) };
	}
	const tokens = scanCondition(String(value), reading.text, node.start, node.end);
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

function refuseSection(
	reading: SigmaReading,
	section: Table,
	{ outline }: FoundSection,
): Condition {
	const leaves = countLeaves(section);
	reading.count(leaves);
	reading.lose(leaves);
	const { start, end } = outline;
	const reason = "there is no condition";
	reading.report("query-syntax", "error", reason, { start, end });
	return opaque(reading.text.slice(start, end), reason, { start, end });
}
