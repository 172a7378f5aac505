import type { KnownIndicator } from "../../library/indicator-index";
import type { LibraryEntry, RuleEntry, TechniqueEntry } from "../../library/library-entry";

/** What queries ask of a library: what the notes say beyond their fields. */
export interface RecordLookup {
	/** What a note is, undefined where it is no technique, rule, runbook or execution. */
	entry(path: string): LibraryEntry | undefined;
	/** The note of a technique. */
	technique(id: string): TechniqueEntry | undefined;
	/** Path of the note that a link target means in the note at `source`; undefined where it is none of the vault's kinds. */
	resolve(target: string, source: string): string | undefined;
	/** What a rule looks for, with the rules that look for the same. */
	indicatorsOf(rule: RuleEntry): readonly KnownIndicator[];
}
