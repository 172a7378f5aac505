import type { NoteProperty, PropertyValue } from "../../model/note";
import type { Rule } from "../../model/rule";
import { distinct } from "../../text/distinct";
import { techniqueTag } from "../../text/technique-ids";
import { distinctTags, legalTag } from "../front-matter/tag-names";
import { showTactic } from "../technique/show-tactic";
import type { RuleNoteContext } from "./rule-note-context";

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
		...[...tactics, ...rule.otherTags].map(legalTag),
	]);
	const properties: readonly NoteProperty[] = [
		{ key: "rule_id", value: rule.id },
		{ key: "vendor", value: rule.vendor },
		{ key: "language", value: rule.language },
		{ key: "title", value: rule.title },
		{ key: "status", value: rule.status },
		{ key: "level", value: rule.level },
		{ key: "confidence", value: rule.confidence },
		{ key: "techniques", value: techniques },
		{ key: "tactics", value: tactics },
		{ key: "logsrc_product", value: rule.logsource.product },
		{ key: "logsrc_service", value: rule.logsource.service },
		{ key: "logsrc_category", value: rule.logsource.category },
		{ key: "data_sources", value: rule.dataSources },
		{ key: "tables", value: rule.tables },
		{ key: "author", value: rule.author },
		{ key: "license", value: rule.license },
		{ key: "source", value: context.sourceOf(rule) },
		{ key: "source_ref", value: rule.sourceRef },
		{ key: "created", value: rule.created },
		{ key: "last_modified", value: rule.lastModified },
		{ key: "tags", value: tags },
	];
	return properties.filter(({ key, value }) => ALWAYS.has(key) || hasValue(value));
}

function hasValue(value: PropertyValue): boolean {
	return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
