import type { NoteKind } from "../../model/note";
import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";

/** What a catalogue says of a technique id that a rule names. */
export interface NamedTechnique {
	/** The id in use: the successor of a revoked one, else the id itself. */
	readonly id: string;
	/** With the parent's name: `Remote Services: SSH`. */
	readonly name: string;
	readonly url: string | null;
	/** Whether ATT&CK has given it up without naming a successor. */
	readonly retired: boolean;
}

/** What a rule note takes from the vault and the catalogue around it. */
export interface RuleNoteContext {
	/** The wikilink target of an existing or planned note, undefined where there is none. */
	linkTo(kind: NoteKind, id: string): string | undefined;
	/** Whether there is a catalogue at all; without one, no technique is called unknown. */
	readonly hasCatalog: boolean;
	/** Looks up a technique id as the rule names it, undefined where no catalogue has it. */
	nameTechnique(id: string): NamedTechnique | undefined;
	/** The display name of a tactic's short name or id, undefined where no catalogue has it. */
	tacticName(tactic: string): string | undefined;
	/** What `source` says: where upstream keeps the rule; null leaves the property out. */
	sourceOf(rule: Rule): string | null;
	/** Is told of outdated technique ids, and of text that was live and no longer is. */
	report?(problem: Problem): void;
}
