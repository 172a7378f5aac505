import type { Condition, Detection, DetectionStep } from "../../model/detection";
import { combine } from "../syntax/conditions";
import { listAbsent, lowerHaving } from "./lower-condition";
import { lowerExpression } from "./lower-expression";
import type { Lowering } from "./make-predicate";
import { readOutcomes } from "./outcome-choices";
import type { YaraLSections } from "./read-sections";
import type { Expression } from "./yara-l-tree";
import { itemsOf, listFields } from "./yara-l-tree";

/** Turns a rule's sections into what they detect: single events, a sample of several, and what counts or groups them. */
export function lowerRule(sections: YaraLSections, lowering: Lowering): Detection {
	const variables = new Set<string>();
	for (const { variable } of sections.events.flatMap(listFields))
		if (variable !== null && !lowering.isStage(variable)) variables.add(variable);
	const outcomes = readOutcomes(sections.outcomes, lowering);
	const having = lowerHaving(sections.condition, lowering, outcomes);
	const { by, window } = sections;
	if (variables.size > 1) {
		const sample = lowerSample(sections, [...variables], lowering);
		return having.kind === "always"
			? sample
			: { kind: "aggregate", of: sample, by, window, having };
	}
	const parts = sections.events.map((statement) => lowerExpression(statement, lowering));
	const event: Detection = { kind: "event", condition: combine("and", parts) };
	if (having.kind === "always" && by.length === 0 && window === null) return event;
	return { kind: "aggregate", of: event, by, window, having };
}

/** Several event variables: each statement belongs to the step whose event it reads, or to what holds between them. */
function lowerSample(
	{ events, by, window, condition }: YaraLSections,
	variables: readonly string[],
	lowering: Lowering,
): Detection {
	const own = new Map<string, Condition[]>(variables.map((name) => [name, []]));
	const between: Condition[] = [];
	for (const statement of events) {
		const read = new Set<string>();
		gatherRead(statement, lowering, read);
		const [only] = read;
		const parts = read.size === 1 && only !== undefined ? own.get(only) : undefined;
		(parts ?? between).push(lowerExpression(statement, lowering));
	}
	const absent = listAbsent(condition);
	const steps = variables.map((name): DetectionStep => ({
		source: lowering.eventTypeOf(name) ?? name,
		condition: combine("and", own.get(name) ?? []),
		by: lowering.bindings.tiesOf(name),
		runs: 1,
		isMissing: absent.has(name),
	}));
	const sample: Detection = { kind: "sample", by, maxSpan: window, steps, until: null };
	const rest = combine("and", between);
	return rest.kind === "always" ? sample : { kind: "filter", of: sample, condition: rest };
}

/** A test of a placeholder reads the event that the placeholder is bound to. */
function gatherRead(expression: Expression, lowering: Lowering, variables: Set<string>): void {
	if (expression.kind === "field") {
		if (expression.variable !== null) variables.add(expression.variable);
	} else if (expression.kind === "placeholder") {
		const bound = lowering.bindings.valueOf(expression.name);
		const [first] = bound === undefined ? [] : listFields(bound);
		if (first !== undefined && first.variable !== null) variables.add(first.variable);
	} else if (expression.kind === "comparison" && lowering.bindings.isBinding(expression)) {
		for (const { variable } of listFields(expression))
			if (variable !== null) variables.add(variable);
	} else for (const item of itemsOf(expression)) gatherRead(item, lowering, variables);
}
