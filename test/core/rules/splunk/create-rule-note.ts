import type { Rule } from "../../../../src/core/model/rule";
import { readNotedRule } from "../../../../src/core/rules/read-noted-rule";

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
	["ini", "conf"],
	["markdown", "md"],
]);

/** Reads a rule's own text as its note keeps it: in a fence, under the rule's title. */
export function createRuleNote(rule: Rule): Rule | undefined {
	const extension = EXTENSIONS.get(rule.textLanguage) ?? rule.textLanguage;
	return readNotedRule("Rules/a.md", {
		vendor: rule.vendor,
		id: rule.id,
		title: rule.title,
		status: null,
		level: null,
		techniques: [],
		taggedTechniques: [],
		tactics: [],
		source: { text: rule.text, line: 10, fileName: `${rule.title}.${extension}` },
	}).rule;
}
