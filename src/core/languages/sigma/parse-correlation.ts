import type { Condition, Detection, DetectionStep, QuerySource } from "../../model/detection";
import { asText } from "../../formats/values";
import { ALWAYS } from "../syntax/conditions";
import type { FoundSection } from "./find-section";
import { listRules } from "./list-rules";
import { countLeaves, entryOf, isScalar, textsOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { ANY_EVENT } from "./parse-aggregation";
import { parseRuleExpression, RULE_FIELD } from "./parse-rule-expression";
import { readBounds } from "./read-bounds";
import type { SigmaReading } from "./sigma-reading";

/** A correlation with the rules it reads. */
export interface ParsedCorrelation {
	readonly detection: Detection;
	readonly sources: readonly QuerySource[];
}

/** What each counting type measures of the values of `condition.field`. */
const MEASURES: ReadonlyMap<string, string> = new Map([
	["event_count", "count"],
	["value_count", "count"],
	["value_sum", "sum"],
	["value_avg", "avg"],
	["value_percentile", "percentile"],
	["value_median", "median"],
]);

/** Whether correlations have a type of this name. */
export function isCorrelationType(type: string): boolean {
	return MEASURES.has(type) || type === "temporal" || type === "temporal_ordered";
}

const KNOWN = ["type", "rules", "group-by", "timespan", "condition", "aliases", "generate"];

/**
 * Parses the `correlation` section of a document (Sigma correlation rules specification 2.1, with the value aggregations and the extended
 * conditions of pySigma).
 *
 * What the rules themselves look for stands in other documents: they are sources, and their events are unrestricted here. Counting types
 * are aggregates, `temporal` is a sample and `temporal_ordered` a sequence with one step for each rule; where the condition asks for
 * other than all of them, both are aggregates over the rules that found something. Reported: an unknown type, bound or entry.
 */
export function parseCorrelation(
	reading: SigmaReading,
	{ outline, repeated }: FoundSection,
): ParsedCorrelation {
	reading.reportRepeated(repeated);
	for (const [key, { keyStart, end, value }] of outline.entries ?? []) {
		// An extended condition has tokens of its own.
		const isExtended = key === "condition" && typeof value.scalar === "string";
		const leaves = isExtended ? 0 : countLeaves(value);
		reading.count(leaves);
		if (KNOWN.includes(key)) continue;
		const reason = `the entry \u201C${key}\u201D of a correlation is not known`;
		reading.giveUp(reason, { start: keyStart, end }, leaves);
	}
	return correlate(reading, outline);
}

function correlate(reading: SigmaReading, section: OutlineNode): ParsedCorrelation {
	const sources = listRules(section.entries?.get("rules")?.value);
	const { keyStart, end, value } = entryOf(section, "type");
	const type = asText(value.scalar)?.toLowerCase() ?? "";
	const measure = MEASURES.get(type);
	if (measure !== undefined)
		return {
			sources,
			detection: countGroups(section, readBounds(reading, section, measure)),
		};
	if (type === "temporal") return joinRules(reading, section, "sample", sources);
	if (type === "temporal_ordered") return joinRules(reading, section, "sequence", sources);
	const reason =
		type === "" ? "the correlation has no type" : "the type of correlation is not known";
	const span = { start: keyStart, end };
	const condition = reading.giveUp(reason, span, type === "" ? 0 : 1);
	return { sources, detection: { kind: "event", condition } };
}

function countGroups(section: OutlineNode, having: Condition): Detection {
	return {
		kind: "aggregate",
		of: ANY_EVENT,
		by: textsOf(section.entries?.get("group-by")?.value),
		window: timespanOf(section),
		having,
	};
}

function timespanOf(section: OutlineNode): string | null {
	return asText(section.entries?.get("timespan")?.value.scalar) ?? null;
}

function joinRules(
	reading: SigmaReading,
	section: OutlineNode,
	kind: "sample" | "sequence",
	sources: readonly QuerySource[],
): ParsedCorrelation {
	const condition = section.entries?.get("condition")?.value;
	if (typeof condition?.scalar === "string") {
		const asked = parseRuleExpression(reading, condition.scalar, condition);
		const steps = listSteps(asked);
		const detection =
			steps === undefined ? countGroups(section, asked) : joinSteps(section, kind, steps);
		return { sources: sources.length > 0 ? sources : namedRules(asked), detection };
	}
	if (!asksForAll(condition, sources.length)) {
		const having = readBounds(reading, section, "count", RULE_FIELD);
		return { sources, detection: countGroups(section, having) };
	}
	const steps = sources.map(({ name }) => ({ name, isMissing: false }));
	return { sources, detection: joinSteps(section, kind, steps) };
}

/** Without a condition, and with a count of at least their number, all rules must find something. */
function asksForAll(condition: OutlineNode | undefined, rules: number): boolean {
	if (condition === undefined) return true;
	const { entries } = condition;
	if (entries === null) return isScalar(condition) && condition.scalar === null;
	return entries.size === 1 && entries.get("gte")?.value.scalar === rules;
}

interface RuleStep {
	readonly name: string;
	readonly isMissing: boolean;
}

/** The rules of a plain conjunction, undefined for any other expression. */
function listSteps(asked: Condition): readonly RuleStep[] | undefined {
	const steps: RuleStep[] = [];
	for (const part of asked.kind === "and" ? asked.parts : [asked]) {
		const isMissing = part.kind === "not";
		const name = ruleOf(isMissing ? part.part : part);
		if (name === undefined) return undefined;
		steps.push({ name, isMissing });
	}
	return steps;
}

function ruleOf(condition: Condition): string | undefined {
	if (condition.kind !== "predicate") return undefined;
	const value = condition.predicate.terms[0]?.value;
	return typeof value === "object" && value !== null && "ref" in value ? value.ref : undefined;
}

function joinSteps(
	section: OutlineNode,
	kind: "sample" | "sequence",
	steps: readonly RuleStep[],
): Detection {
	const aliases = section.entries?.get("aliases")?.value.entries;
	const by = textsOf(section.entries?.get("group-by")?.value);
	const fieldsOf = (rule: string): readonly string[] =>
		by.flatMap((name) => asText(aliases?.get(name)?.value.entries?.get(rule)?.value.scalar) ?? []);
	return {
		kind,
		by: by.filter((name) => aliases?.has(name) !== true),
		maxSpan: timespanOf(section),
		steps: steps.map(({ name, isMissing }): DetectionStep => ({
			source: name,
			condition: ALWAYS,
			by: fieldsOf(name),
			runs: 1,
			isMissing,
		})),
		until: null,
	};
}

/** An extended condition may be the only place that names the rules. */
function namedRules(asked: Condition): readonly QuerySource[] {
	const found = new Map<string, QuerySource>();
	const visit = (condition: Condition): void => {
		const name = ruleOf(condition);
		if (condition.kind === "predicate" && name !== undefined && !found.has(name))
			found.set(name, { kind: "function", name, span: condition.predicate.span });
		else if (condition.kind === "not") visit(condition.part);
		else if (condition.kind === "and" || condition.kind === "or") condition.parts.forEach(visit);
	};
	visit(asked);
	return [...found.values()];
}
