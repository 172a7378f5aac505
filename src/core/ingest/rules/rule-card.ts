import type { Rule, Vendor } from "../../model/rule";
import { hashText } from "../../notes/bases/hash-text";

/** Where a rule was read: which of the listed files, and which of its rules, both from 0. */
export interface RulePlace {
	readonly unit: number;
	readonly ordinal: number;
}

/** What a rule's note asks of the vault and the catalogue around it. */
export interface RuleQuestions {
	/** Technique ids as the rule names them. */
	readonly techniques: readonly string[];
	readonly tactics: readonly string[];
	/** Technique ids of the atomic tests that it names. */
	readonly tests: readonly string[];
	/** Ids of related rules. */
	readonly related: readonly string[];
}

/** What naming and settling rules needs of one; the rest stays with whoever read it. Plain data, so that another thread can hand it over. */
export interface RuleCard extends RuleQuestions {
	readonly id: string;
	readonly vendor: Vendor;
	readonly title: string;
	readonly status: string | null;
	/** When it was last changed, else made; "" where the rule does not say. */
	readonly changed: string;
	readonly file: string;
	readonly line: number;
	/** The same for the same source text, white space at its ends aside. */
	readonly textMark: string;
	/** Where the rule is, or the rule itself where it stands in a note of another vault. */
	readonly record: RulePlace | Rule;
}

/** Gives what an import keeps of a rule between reading it and drafting its note. */
export function describeRuleCard(rule: Rule, record: RuleCard["record"]): RuleCard {
	const text = rule.text.trim();
	return {
		id: rule.id,
		vendor: rule.vendor,
		title: rule.title,
		status: rule.status,
		changed: rule.lastModified ?? rule.created ?? "",
		file: rule.file,
		line: rule.line,
		textMark: `${text.length} ${hashText(text)}`,
		...listQuestions(rule),
		record,
	};
}

/** Lists the ids in a rule that its note asks the vault and the catalogue about. */
export function listQuestions(rule: Rule): RuleQuestions {
	return {
		techniques: rule.techniques,
		tactics: rule.tactics,
		tests: rule.simulations.map(({ technique }) => technique).filter((id) => id !== null),
		related: rule.related.map(({ id }) => id),
	};
}
