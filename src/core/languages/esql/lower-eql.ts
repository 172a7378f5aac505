import type { Detection, DetectionStep, QuerySource } from "../../model/detection";
import { opaque } from "../syntax/conditions";
import { shiftCondition } from "../syntax/shift-condition";
import { parseEql } from "../eql/parse-eql";
import type { Expression } from "./esql-tree";
import type { Lowering } from "./make-predicate";

/** Takes the query of an `eql` command apart by its own language; `sources` gain its event categories. */
export function lowerEql(
	query: Expression,
	lowering: Lowering,
	sources: Map<string, QuerySource>,
): Detection {
	const { start, end } = query;
	const text = query.kind === "literal" ? String(query.value) : "";
	const parsed = parseEql(text, lowering.context);
	for (const { message, severity } of parsed.problems)
		if (severity !== "info") lowering.tell(message, query);
	for (const { kind, name } of parsed.sources)
		if (!sources.has(name)) sources.set(name, { kind, name, span: { start, end } });
	const quotes = lowering.text.startsWith('"""', start) ? 3 : 1;
	const shifted = shift(parsed.detection, start + quotes);
	if (shifted !== undefined && parsed.tokens.unconsumed === 0) return shifted;
	const reason = "an EQL query that is not understood to its end";
	lowering.tell(reason, query);
	const rest: Detection = { kind: "event", condition: opaque(text, reason, { start, end }) };
	return shifted === undefined
		? rest
		: { kind: "join", how: "eql", parts: [shifted, rest], on: [] };
}

/** Undefined for what only the older EQL has. */
function shift(detection: Detection, by: number): Detection | undefined {
	const shiftStep = (step: DetectionStep): DetectionStep => ({
		...step,
		condition: shiftCondition(step.condition, by),
	});
	switch (detection.kind) {
		case "event":
			return { ...detection, condition: shiftCondition(detection.condition, by) };
		case "sequence":
		case "sample": {
			const { until } = detection;
			const steps = detection.steps.map(shiftStep);
			return { ...detection, steps, until: until && shiftStep(until) };
		}
		default:
			return undefined;
	}
}
