import type { Technique } from "../../model/attack";
import type { NoteProperty, PropertyValue } from "../../model/note";
import { techniqueTag } from "../../text/technique-ids";
import { distinctTags, legalTag } from "../front-matter/tag-names";
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
	const tags = [techniqueTag(technique.id), "techniques", ...tacticNames.map(legalTag)];
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
		["tags", distinctTags(tags)],
	];
	return properties
		.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
		.map(([key, value]) => ({ key, value }));
}

function unique(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}
