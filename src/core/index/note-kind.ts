import { asText } from "../formats/values";
import { findTechniqueIds, readTechniqueId } from "../text/technique-ids";
import type { NoteRecord } from "./note-record";
import { noteName } from "./paths";

/** What a note of a detection vault can be. */
export type NoteKind = "technique" | "rule" | "runbook" | "execution";

/**
 * Tells what a note is by its front matter and tags alone; undefined for all other notes.
 *
 * The properties `attack_id`, `rule_id`, `runbook_id`, `test_guid` and `log_id` decide, in this order; else the tags `techniques` (with a technique id
 * in the note's name), `detection_rule` and `atomic_test`; else the tag `execution` beside a property `runbook`, since the tag alone is
 * a tactic's too.
 */
export function kindOfNote(record: NoteRecord): NoteKind | undefined {
	const { tags } = record;
	if (isTechnique(record)) return "technique";
	if (has(record, "rule_id") || hasTag(tags, "#detection_rule")) return "rule";
	if (has(record, "runbook_id") || hasTag(tags, "#atomic_test")) return "runbook";
	if (has(record, "test_guid") || has(record, "log_id")) return "execution";
	const isRun = hasTag(tags, "#execution") || hasTag(tags, "#test_execution");
	return isRun && has(record, "runbook") ? "execution" : undefined;
}

function isTechnique(record: NoteRecord): boolean {
	const { properties, path, tags } = record;
	const stated = Object.hasOwn(properties, "attack_id")
		? asText(properties["attack_id"])
		: undefined;
	if (stated !== undefined && readTechniqueId(stated) !== undefined) return true;
	return hasTag(tags, "#techniques") && findTechniqueIds(noteName(path)).length > 0;
}

function has({ properties }: NoteRecord, key: string): boolean {
	return Object.hasOwn(properties, key) && asText(properties[key]) !== undefined;
}

/** `name` is in lower case. */
function hasTag(tags: readonly string[], name: string): boolean {
	return tags.some((tag) => tag.length === name.length && tag.toLowerCase() === name);
}
