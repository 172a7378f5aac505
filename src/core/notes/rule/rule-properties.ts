import type { NoteProperty, PropertyValue } from "../../model/note";
import type { Rule } from "../../model/rule";
import { techniqueTag } from "../../text/technique-ids";
import { showTactic } from "../shapes/show-tactic";
import type { RuleNoteContext } from "./rule-note-context";
import { distinctTags, legalTag, tacticTag } from "./tag-names";

/** Properties that are written even where the rule says nothing, since the reference vault's table shows them. */
const ALWAYS: ReadonlySet<string> = new Set(["status", "level", "logsrc_product"]);

/**
 * Gives a rule note's properties in their order. Technique ids are those in use, tactics are display names; a property without a value is
 * left out, but for those that tables show.
 */
export function listRuleProperties(rule: Rule, context: RuleNoteContext): readonly NoteProperty[] {
	const techniques = distinct(rule.techniques.map((id) => context.nameTechnique(id)?.id ?? id));
	const tactics = distinct(rule.tactics.map((tactic) => showTactic(tactic, context)));
	const tags = distinctTags([
		"detection_rule",
		...techniques.map(techniqueTag),
		...tactics.map((name) => legalTag(tacticTag(name))),
		...rule.otherTags.map(legalTag),
	]);
	const properties: readonly (readonly [string, PropertyValue])[] = [
		["rule_id", rule.id],
		["vendor", rule.vendor],
		["language", rule.language],
		["title", rule.title],
		["status", rule.status],
		["level", rule.level],
		["confidence", rule.confidence],
		["techniques", techniques],
		["tactics", tactics],
		["logsrc_product", rule.logsource.product],
		["logsrc_service", rule.logsource.service],
		["logsrc_category", rule.logsource.category],
		["data_sources", rule.dataSources],
		["tables", rule.tables],
		["author", rule.author],
		["license", rule.license],
		["source", context.sourceOf(rule)],
		["source_ref", rule.sourceRef],
		["created", rule.created],
		["last_modified", rule.lastModified],
		["tags", tags],
	];
	return properties
		.filter(([key, value]) => ALWAYS.has(key) || hasValue(value))
		.map(([key, value]) => ({ key, value }));
}

function hasValue(value: PropertyValue): boolean {
	return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function distinct(values: readonly string[]): string[] {
	return [...new Set(values)];
}
