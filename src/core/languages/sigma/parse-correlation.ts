import type { Condition, Detection, DetectionStep, QuerySource } from "../../model/detection";
import { asTable, asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { ALWAYS } from "../syntax/conditions";
import type { FoundSection } from "./find-section";
import { listRules } from "./list-rules";
import { entryOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { ANY_EVENT } from "./parse-aggregation";
import { parseRuleExpression, RULE_FIELD } from "./parse-rule-expression";
import { readBounds } from "./read-bounds";
import { countLeaves } from "./sigma-reading";
import type { SigmaReading } from "./sigma-reading";

/** A correlation with the rules it reads. */
export interface ParsedCorrelation {
	readonly detection: Detection;
	readonly sources: readonly QuerySource[];
}

/** The section with its place. */
interface Place {
	readonly reading: SigmaReading;
	readonly section: Table;
	readonly outline: OutlineNode;
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
	section: Table,
	found: FoundSection,
): ParsedCorrelation {
	const place = { reading, section, outline: found.outline };
	reading.reportRepeated(found.repeated);
	for (const [key, value] of Object.entries(section)) {
		// An extended condition has tokens of its own.
		const leaves = key === "condition" && typeof value === "string" ? 0 : countLeaves(value);
		reading.count(leaves);
		if (KNOWN.includes(key)) continue;
		const { keyStart, end } = entryOf(found.outline, key);
		const reason = `the entry \u201C${key}\u201D of a correlation is not known`;
		reading.giveUp(reason, { start: keyStart, end }, leaves);
	}
	return correlate(place);
}

function correlate(place: Place): ParsedCorrelation {
	const { reading, section, outline } = place;
	const sources = listRules(ownValue(section, "rules"), entryOf(outline, "rules").value);
	const type = asText(ownValue(section, "type"))?.toLowerCase() ?? "";
	const measure = MEASURES.get(type);
	if (measure !== undefined)
		return {
			sources,
			detection: countGroups(place, readBounds(reading, section, outline, measure)),
		};
	if (type === "temporal") return joinRules(place, "sample", sources);
	if (type === "temporal_ordered") return joinRules(place, "sequence", sources);
	const { keyStart, end } = entryOf(outline, "type");
	const reason =
		type === "" ? "the correlation has no type" : "the type of correlation is not known";
	const span = { start: keyStart, end };
	const condition = reading.giveUp(reason, span, type === "" ? 0 : 1);
	return { sources, detection: { kind: "event", condition } };
}

function countGroups({ section }: Place, having: Condition): Detection {
	return {
		kind: "aggregate",
		of: ANY_EVENT,
		by: asTexts(ownValue(section, "group-by")),
		window: asText(ownValue(section, "timespan")) ?? null,
		having,
	};
}

function joinRules(
	place: Place,
	kind: "sample" | "sequence",
	sources: readonly QuerySource[],
): ParsedCorrelation {
	const { reading, section, outline } = place;
	const condition = ownValue(section, "condition");
	if (typeof condition === "string") {
		const asked = parseRuleExpression(reading, condition, entryOf(outline, "condition").value);
		const steps = listSteps(asked);
		const detection =
			steps === undefined ? countGroups(place, asked) : joinSteps(place, kind, steps);
		return { sources: sources.length > 0 ? sources : namedRules(asked), detection };
	}
	if (!asksForAll(condition, sources.length)) {
		const having = readBounds(reading, section, outline, "count", RULE_FIELD);
		return { sources, detection: countGroups(place, having) };
	}
	const steps = sources.map(({ name }) => ({ name, isMissing: false }));
	return { sources, detection: joinSteps(place, kind, steps) };
}

/** Without a condition, and with a count of at least their number, all rules must find something. */
function asksForAll(condition: unknown, rules: number): boolean {
	if (condition === undefined || condition === null) return true;
	const table = asTable(condition);
	return table !== undefined && Object.keys(table).length === 1 && ownValue(table, "gte") === rules;
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
	{ section }: Place,
	kind: "sample" | "sequence",
	steps: readonly RuleStep[],
): Detection {
	const aliases = asTable(ownValue(section, "aliases")) ?? {};
	const by = asTexts(ownValue(section, "group-by"));
	const fieldsOf = (rule: string): readonly string[] =>
		by.flatMap((name) => asText(ownValue(asTable(ownValue(aliases, name)) ?? {}, rule)) ?? []);
	return {
		kind,
		by: by.filter((name) => !Object.hasOwn(aliases, name)),
		maxSpan: asText(ownValue(section, "timespan")) ?? null,
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
