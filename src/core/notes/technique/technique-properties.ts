import type { Technique } from "../../model/attack";
import type { NoteProperty, PropertyValue } from "../../model/note";
import { techniqueTag } from "../../text/technique-ids";
import { fullTechniqueName } from "./technique-title";

/**
 * Gives the front matter of a technique's note in the order of writing; what ATT&CK does not state is left out.
 *
 * Aliases are the id, the names and the ids that were revoked in its favour, so that an old id still finds the note.
 */
export function techniqueProperties(
	technique: Technique,
	attackVersion: string | null,
): NoteProperty[] {
	const tacticNames = unique(technique.tactics.map(({ name }) => name));
	const aliases = [technique.id, technique.name, fullTechniqueName(technique)];
	const tags = [techniqueTag(technique.id), "techniques", ...tacticNames.map(tacticTag)];
	const properties: readonly (readonly [string, PropertyValue])[] = [
		["attack_id", technique.id],
		["name", technique.name],
		["parent", technique.parent],
		["tactics", tacticNames],
		["platforms", technique.platforms],
		["version", technique.version],
		["attack_version", attackVersion],
		["created", technique.created],
		["last_modified", technique.lastModified],
		["url", technique.url],
		["aliases", unique([...aliases, ...technique.formerIds])],
		["tags", unique(tags)],
	];
	return properties
		.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
		.map(([key, value]) => ({ key, value }));
}

/** Gives the tag of a tactic: its display name with what a tag cannot hold written as `_` (`Lateral_Movement`). */
export function tacticTag(name: string): string {
	return name.replace(/[^\p{L}\p{N}_-]+/gu, "_");
}

function unique(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}
