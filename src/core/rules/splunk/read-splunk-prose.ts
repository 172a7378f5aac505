import { asTable, asTables, asText, asTexts, ownValue, type Table } from "../../formats/values";
import type { RuleProse } from "../../model/rule";
import { followKeys } from "./recognise-splunk";

/**
 * Gives what a detection says to people: how to implement it, an explanation, what risk it raises for whom, and its drilldown
 * searches in fences.
 */
export function readSplunkProse(table: Table): readonly RuleProse[] {
	const prose: RuleProse[] = [];
	const push = (heading: string, text: string | undefined): void => {
		if (text !== undefined && text !== "") prose.push({ heading, text });
	};
	push("Explanation", asText(ownValue(table, "eli5")) ?? asText(ownValue(table, "explanation")));
	push("How to implement", asText(ownValue(table, "how_to_implement")));
	push("Risk", readRisk(table));
	push("Drilldown searches", readDrilldowns(table));
	return prose;
}

/** The risk in `rba` (2025 on), in `tags` (2020 to 2024) or in the correlation rule (2019). */
function readRisk(table: Table): string {
	const rba = asTable(ownValue(table, "rba"));
	const tags = asTable(ownValue(table, "tags"));
	const lines: string[] = [];
	const message = rba === undefined ? tags && ownValue(tags, "message") : ownValue(rba, "message");
	const text = asText(message);
	if (text !== undefined && text.toLowerCase() !== "tbd") lines.push(text, "");
	for (const object of rba === undefined ? [] : asTables(ownValue(rba, "risk_objects"))) {
		lines.push(describeObject(object, "Risk object"));
	}
	for (const object of rba === undefined ? [] : asTables(ownValue(rba, "threat_objects"))) {
		lines.push(describeObject(object, "Threat object"));
	}
	if (tags !== undefined) {
		for (const [key, label] of [
			["impact", "Impact"],
			["risk_score", "Risk score"],
		] as const) {
			const value = asText(ownValue(tags, key));
			if (value !== undefined) lines.push(`- ${label}: ${value}`);
		}
	}
	const old = asTable(followKeys(table, ["detect", "splunk", "correlation_rule", "risk"]));
	const score = old === undefined ? undefined : asText(ownValue(old, "risk_score"));
	if (score !== undefined) lines.push(`- Risk score: ${score}`);
	return lines.join("\n").trim();
}

function describeObject(object: Table, label: string): string {
	const type = asText(ownValue(object, "type"));
	const score = asText(ownValue(object, "score"));
	const details = [type, score === undefined ? undefined : `score ${score}`];
	const known = details.filter((detail) => detail !== undefined);
	const field = asText(ownValue(object, "field")) ?? "?";
	return `- ${label}: ${field}${known.length === 0 ? "" : ` (${known.join(", ")})`}`;
}

function readDrilldowns(table: Table): string {
	const searches = asTables(ownValue(table, "drilldown_searches"));
	const parts: string[] = [];
	for (const drilldown of searches) {
		const search = asTexts(ownValue(drilldown, "search")).join("\n");
		if (search === "") continue;
		const name = asText(ownValue(drilldown, "name"));
		if (name !== undefined) parts.push(name);
		parts.push(fence(search));
	}
	return parts.join("\n\n");
}

/** Macros stand in backticks, so the fence is made longer than any run of them. */
function fence(search: string): string {
	const longest = Math.max(2, ...(search.match(/`+/g) ?? []).map((run) => run.length));
	const marks = "`".repeat(longest + 1);
	return `${marks}spl\n${search}\n${marks}`;
}
