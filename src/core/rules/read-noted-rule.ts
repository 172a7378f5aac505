import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { Rule, Vendor } from "../model/rule";
import { shiftProblem, shiftRule } from "./markdown/read-fenced-rules";
import { readRuleFile } from "./read-rule-file";
import { normaliseLevel, normaliseTactic } from "./rule-metadata";
import type { RuleFileKind } from "./rule-reader";

/** A rule's text as a note keeps it, with what the note's properties say. */
export interface NotedRule {
	readonly vendor: Vendor | null;
	readonly id: string | null;
	readonly title: string | null;
	readonly status: string | null;
	readonly level: string | null;
	readonly techniques: readonly string[];
	readonly taggedTechniques: readonly string[];
	readonly tactics: readonly string[];
	readonly source: {
		readonly text: string;
		/** 1-based line in the note on which the text starts. */
		readonly line: number;
		readonly fileName: string;
	};
}

/** The rule of a note; the problems have the note's path and lines, and say why where there is no rule. */
export interface NotedRuleReading {
	/** Undefined where the text is no rule. */
	readonly rule: Rule | undefined;
	readonly problems: readonly Problem[];
}

/**
 * Reads the rule that a note's fence holds, so that what is counted follows the note's text.
 *
 * `path` is the note's. What the properties say of id, title, status, level, techniques and tactics is the person's word, and tables show
 * it, so it stands before what the text says; tags come last. Lines are the note's.
 */
export function readNotedRule(path: string, note: NotedRule): NotedRuleReading {
	const { source } = note;
	const kind = readRuleFile({ file: path, path: source.fileName, text: source.text });
	const shift = source.line - 1;
	const found = kind.kind === "rules" ? kind.reading.problems : kind.problems;
	const problems = found.map((problem) => shiftProblem(problem, shift));
	if (kind.kind !== "rules")
		return {
			rule: undefined,
			problems: problems.length > 0 ? problems : [tellNoRule(path, note, kind)],
		};
	const { rules } = kind.reading;
	const same = rules.find(({ vendor }) => vendor === note.vendor) ?? rules[0];
	const rule = rules.find(({ id }) => id === note.id) ?? same;
	return { rule: rule && completeRule(rule, note, shift), problems };
}

function tellNoRule(
	path: string,
	{ source }: NotedRule,
	kind: Exclude<RuleFileKind, { readonly kind: "rules" }>,
): Problem {
	const reason = kind.kind === "none" ? `: ${kind.reason}` : "";
	return problemOf(path, source.line, "read-unrecognised", `the text is no rule${reason}`);
}

function completeRule(rule: Rule, note: NotedRule, shift: number): Rule {
	const tactics = note.tactics.map(normaliseTactic).filter((tactic) => tactic !== undefined);
	const tagged = rule.techniques.length > 0 ? rule.techniques : note.taggedTechniques;
	return {
		...shiftRule(rule, shift),
		id: note.id ?? rule.id,
		title: note.title ?? rule.title,
		status: note.status ?? rule.status,
		level: normaliseLevel(note.level ?? undefined) ?? rule.level,
		techniques: note.techniques.length > 0 ? note.techniques : tagged,
		tactics: tactics.length > 0 ? tactics : rule.tactics,
	};
}
