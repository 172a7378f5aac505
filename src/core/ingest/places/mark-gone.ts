import type { GoneRule } from "../../model/import-result";
import { addProperties } from "../../notes/front-matter/add-properties";
import { readFrontMatter } from "../../formats/front-matter";
import { asText, ownValue } from "../../formats/values";
import type { Vendor } from "../../model/rule";
import type { BaseEntry } from "../../notes/bases/pack-bases";
import { mergeNote } from "../../notes/merge/merge-note";
import { baseNameOf } from "../choose-paths";
import type { PlannedNote } from "../import-plan";
import type { VaultNote } from "../scan-vault";

/** The property that says that a rule is no longer in its source. */
export const MARK = { key: "upstream", value: "removed" } as const;

/** A rule that is no longer in its source, and what becomes of its note. */
export interface MarkedRule {
	readonly rule: GoneRule;
	readonly note: PlannedNote;
	/** The new base, undefined where the one in force says it already. */
	readonly written: BaseEntry | undefined;
}

/**
 * Marks the note of a rule that is no longer in its source, as if upstream had added a property: nothing else changes, and the merge base
 * says that it was done. So a note from which a person took the property stays without it, and the property goes when the rule comes back.
 * A property of a person's by that name stays.
 *
 * Undefined where the note's front matter cannot be taken apart.
 */
export function markGone(
	id: string,
	vendor: Vendor,
	{ path, text: mine }: VaultNote,
	base: string,
): MarkedRule | undefined {
	const theirs = addProperties(base, { properties: [MARK], tags: [], aliases: [] });
	const merged = mergeNote({ base, mine, theirs });
	if (!merged.ok) return undefined;
	const after = merged.conflicts.length > 0 ? mine : merged.text;
	const action = after === mine ? "unchanged" : "update";
	return {
		rule: { id, vendor, title: titleOf(mine) ?? baseNameOf(path), path },
		note: { kind: "rule", id, path, action, before: mine, after, conflicts: [], differs: [] },
		written: theirs === base ? undefined : { path, text: theirs },
	};
}

function titleOf(text: string): string | undefined {
	const read = readFrontMatter(text);
	return read.ok ? asText(ownValue(read.properties, "title")) : undefined;
}
