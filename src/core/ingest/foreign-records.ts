import type { AtomicSource } from "../atomics/merge-atomic-techniques";
import { holdsAtomicMarkdown, readAtomicMarkdown } from "../atomics/read-atomic-markdown";
import type { NoteKind } from "../model/note";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import type { Rule } from "../model/rule";
import type { ForeignNote } from "../notes/foreign/foreign-note";
import { readRuleFile } from "../rules/read-rule-file";
import { keyOf } from "./choose-paths";
import type { RuleCard } from "./rules/rule-card";
import { describeRuleCard } from "./rules/rule-card";
import { addToGroup } from "../text/add-to-group";

/** What other vaults' notes hold that the readers understand. */
export interface ForeignRecords {
	readonly rules: readonly RuleCard[];
	readonly atomics: readonly AtomicSource[];
	/** The notes with the id that their rule's reader gave where they state none, and without those that have none. */
	readonly notes: readonly (ForeignNote & { readonly id: string })[];
	readonly problems: readonly Problem[];
}

/**
 * Reads the rules and tests inside other vaults' notes, as sources of a lower rank.
 *
 * A rule that the sources have too is theirs; where the note's text of it is another, that is reported (`merge-upstream-differs`).
 */
export function readForeignRecords(
	foreign: readonly ForeignNote[],
	rules: readonly RuleCard[],
): ForeignRecords {
	const known = new Map(rules.map((rule) => [rule.id, rule]));
	const problems: Problem[] = [];
	const own: RuleCard[] = [];
	const atomics: AtomicSource[] = [];
	const notes: (ForeignNote & { readonly id: string })[] = [];
	for (const note of foreign) {
		if (note.kind === "runbook") atomics.push(...readTests(note));
		const rule = note.kind === "rule" ? readRule(note) : undefined;
		const id = note.id ?? rule?.id;
		if (id === undefined) {
			const message = "the note has no rule id, and no rule that gives it one";
			problems.push(problemOf(note.file, null, "note-identity", message, "warning"));
			continue;
		}
		notes.push({ ...note, id });
		if (rule === undefined) continue;
		const twin = known.get(id);
		const card = describeRuleCard(rule, rule);
		if (twin === undefined) {
			known.set(id, card);
			own.push(card);
		} else if (twin.textMark !== card.textMark) {
			const message = `${twin.file} has another text of this rule, which is taken`;
			problems.push(problemOf(note.file, rule.line, "merge-upstream-differs", message, "info"));
		}
	}
	return { rules: own, atomics, notes, problems };
}

/** Groups notes by what they are about; `resolve` gives the technique id whose note a note's text goes to. */
export function groupForeignNotes(
	notes: ForeignRecords["notes"],
	resolve: (kind: NoteKind, id: string) => string,
): ReadonlyMap<string, ForeignRecords["notes"]> {
	const groups = new Map<string, (ForeignNote & { readonly id: string })[]>();
	for (const note of notes) {
		const id = note.kind === "rule" ? note.id : resolve(note.kind, note.id);
		addToGroup(groups, keyOf(note.kind, id), { ...note, id });
	}
	return groups;
}

function readRule(note: ForeignNote): Rule | undefined {
	if (note.rule === undefined) return undefined;
	const { path, text, line } = note.rule;
	const kind = readRuleFile({ file: note.file, path, text });
	if (kind.kind !== "rules") return undefined;
	const { rules } = kind.reading;
	const rule = rules.find(({ id }) => id === note.id) ?? rules[0];
	return rule && { ...rule, id: note.id ?? rule.id, line: rule.line + line - 1 };
}

/** A runbook in our shape says itself what it holds, and which tests are whose. */
function readTests(note: ForeignNote): readonly AtomicSource[] {
	if (!holdsAtomicMarkdown(note.text)) return [];
	const reading = readAtomicMarkdown({ file: note.file, path: note.file, text: note.text });
	if (reading.kind !== "tests") return [];
	return [{ origin: reading.origin, techniques: reading.techniques }];
}
