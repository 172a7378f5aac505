import type { NoteKind } from "../../model/note";
import type { Problem } from "../../model/problem";
import { hashText } from "../../notes/bases/hash-text";
import type { NamedTechnique, RuleNoteContext } from "../../notes/rule/rule-note-context";
import { keyOf } from "../choose-paths";
import type { RuleQuestions } from "./rule-card";

/** All that the notes of some rules ask, answered: plain data, so that another thread can draft them. */
export interface RuleAnswers {
	readonly hasCatalog: boolean;
	/** By id as the rules name it; those that no catalogue has are left out. */
	readonly techniques: ReadonlyMap<string, NamedTechnique>;
	readonly tactics: ReadonlyMap<string, string>;
	/** Wikilink targets of the notes that are there or planned, by `keyOf`. */
	readonly links: ReadonlyMap<string, string>;
}

/** Asks everything that the notes of some rules need to know. */
export function gatherAnswers(
	rules: Iterable<RuleQuestions>,
	context: Pick<RuleNoteContext, "hasCatalog" | "linkTo" | "nameTechnique" | "tacticName">,
): RuleAnswers {
	const asked = collectQuestions(rules);
	const techniques = new Map<string, NamedTechnique>();
	const links = new Map<string, string>();
	const link = (kind: NoteKind, id: string): void => {
		const target = context.linkTo(kind, id);
		if (target !== undefined) links.set(keyOf(kind, id), target);
	};
	for (const id of asked.techniques) {
		const known = context.nameTechnique(id);
		if (known !== undefined) techniques.set(id, known);
	}
	for (const id of asked.techniques) link("technique", techniques.get(id)?.id ?? id);
	for (const id of asked.tests) link("runbook", id);
	for (const id of asked.related) link("rule", id);
	const tactics = new Map<string, string>();
	for (const tactic of asked.tactics) {
		const name = context.tacticName(tactic);
		if (name !== undefined) tactics.set(tactic, name);
	}
	return { hasCatalog: context.hasCatalog, techniques, tactics, links };
}

/** Gives what tells all that the note of a rule with an id asked and was answered from other answers: the same for the same. */
export function markAnswers(id: string, rule: RuleQuestions, answers: RuleAnswers): string {
	return hashText(`${id}\n${describeAnswers(rule, answers)}`);
}

function describeAnswers(
	rule: RuleQuestions,
	{ hasCatalog, techniques, tactics, links }: RuleAnswers,
): string {
	const link = (kind: NoteKind, id: string): string | undefined => links.get(keyOf(kind, id));
	const named = (id: string): NamedTechnique | undefined => techniques.get(id);
	return JSON.stringify([
		hasCatalog,
		rule.techniques.map((id) => [id, named(id), link("technique", named(id)?.id ?? id)]),
		rule.tests.map((id) => [id, link("runbook", id)]),
		rule.related.map((id) => [id, link("rule", id)]),
		rule.tactics.map((tactic) => [tactic, tactics.get(tactic)]),
	]);
}

/** Makes what rule notes are drafted with from answers that were gathered for them; `report` is told of their problems. */
export function openAnswers(
	{ hasCatalog, techniques, tactics, links }: RuleAnswers,
	report: (problem: Problem) => void,
): RuleNoteContext {
	return {
		hasCatalog,
		linkTo: (kind, id) => links.get(keyOf(kind, id)),
		nameTechnique: (id) => techniques.get(id),
		tacticName: (tactic) => tactics.get(tactic),
		sourceOf: (rule) => rule.file.slice(rule.file.lastIndexOf("/") + 1),
		report,
	};
}

function collectQuestions(
	rules: Iterable<RuleQuestions>,
): Readonly<Record<keyof RuleQuestions, ReadonlySet<string>>> {
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	const tests = new Set<string>();
	const related = new Set<string>();
	for (const rule of rules) {
		for (const id of rule.techniques) techniques.add(id);
		for (const tactic of rule.tactics) tactics.add(tactic);
		for (const id of rule.tests) tests.add(id);
		for (const id of rule.related) related.add(id);
	}
	return { techniques, tactics, tests, related };
}
