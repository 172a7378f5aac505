import type { Table } from "../../formats/values";
import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { indexLines } from "../../text/line-index";
import { findJsonObjects } from "../find-json-objects";
import type { ParsedJsonFile, RuleFile, RuleReading } from "../rule-reader";
import type { JsonObjectSpan } from "../scan-json-objects";
import { openRule, readOpenedRule, type OpenedRule } from "./open-resource";

/** A rule in a JSON text. */
export interface FoundRule extends OpenedRule {
	readonly span: JsonObjectSpan;
}

/** Finds the Sentinel and Defender rules of a JSON file. */
export function findKustoJson(file: ParsedJsonFile): readonly FoundRule[] {
	return /"(?:query|queryText|alertTemplate)"\s*:/.test(file.text)
		? findJsonObjects(file, looksLikeRule, readRule)
		: [];
}

/**
 * Reads the rules of a JSON file: ARM templates and exports with `alertRules` or hunting queries (`savedSearches`) at any depth, API
 * answers, and lists of custom detections from Microsoft Graph. Of several rules each has its own object as text.
 */
export function readKustoJson(file: RuleFile, found: readonly FoundRule[]): RuleReading {
	const lines = indexLines(file.text);
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	for (const [index, opened] of found.entries()) {
		const { span, language } = opened;
		const alone = found.length === 1;
		const key = language === "defender" ? /"queryText"\s*:/ : /"query"\s*:/;
		const at = span.start + Math.max(0, file.text.slice(span.start, span.end).search(key));
		const reading = readOpenedRule(opened, {
			file,
			text: alone ? file.text : file.text.slice(span.start, span.end),
			textLanguage: "json",
			line: alone ? 1 : lines.positionAt(span.start).line,
			queryLine: lines.positionAt(at).line,
			ordinal: index + 1,
		});
		rules.push(reading.rule);
		problems.push(...reading.problems);
	}
	return { rules, problems };
}

function looksLikeRule(keys: ReadonlySet<string>): boolean {
	if (keys.has("queryCondition") || keys.has("detectionAction")) return true;
	if (keys.has("properties")) return keys.has("type") || keys.has("kind");
	return keys.has("query") && (keys.has("name") || keys.has("displayName"));
}

function readRule(table: Table, span: JsonObjectSpan): FoundRule | undefined {
	const opened = openRule(table);
	return opened && { ...opened, span };
}
