import type { NoteDraft } from "../../model/note";
import { problemOf } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { joinTexts } from "../document/join-texts";
import { defuseInline } from "../safe/defuse-inline";
import { safeFileName } from "../safe/file-name";
import type { RuleNoteContext } from "./rule-note-context";
import { listRuleProperties } from "./rule-properties";
import { listRuleSections } from "./rule-sections";
import { vendorFolder } from "./vendor-names";

/**
 * Drafts the note of one rule: its metadata as properties, its text verbatim in a fence, and what the vendor says about it as prose in
 * which nothing is live.
 *
 * The base name is the title's; where two titles are equal the caller adds `shortRuleId`. Reported through the context: outdated and
 * unknown technique ids, and text that was live.
 */
export function draftRuleNote(rule: Rule, context: RuleNoteContext): NoteDraft {
	const sections = listRuleSections(rule, context);
	const report = context.report?.bind(context);
	if (report !== undefined) {
		for (const { heading, defused } of sections) {
			if (defused.length === 0) continue;
			const message = `${rule.title}: live text in "${heading}" was made plain (${defused.join(", ")})`;
			report(problemOf(rule.file, rule.line, "rule-text-defused", message, "info"));
		}
		reportTechniques(rule, context, report);
	}
	const parts = [
		`## ${defuseInline(rule.title)}`,
		...sections.map(({ heading, text }) => `### ${heading}${text === "" ? "" : `\n\n${text}`}`),
	];
	return {
		kind: "rule",
		id: rule.id,
		folder: vendorFolder(rule.vendor),
		baseName: safeFileName(rule.title),
		properties: listRuleProperties(rule, context),
		body: `${joinTexts(parts, "\n\n")}\n`,
	};
}

function reportTechniques(
	rule: Rule,
	context: RuleNoteContext,
	report: NonNullable<RuleNoteContext["report"]>,
): void {
	if (!context.hasCatalog) return;
	for (const id of rule.techniques) {
		const known = context.nameTechnique(id);
		if (known === undefined) {
			const message = `${rule.title}: ${id} is in no ATT&CK bundle that was imported`;
			report(problemOf(rule.file, rule.line, "rule-technique-unknown", message, "warning"));
		} else if (known.id !== id || known.retired) {
			const now = known.id === id ? "which ATT&CK has given up" : `which is ${known.id} now`;
			const message = `${rule.title}: the rule names ${id}, ${now}`;
			report(problemOf(rule.file, rule.line, "rule-technique-outdated", message, "warning"));
		}
	}
}
