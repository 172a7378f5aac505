import { findFrontMatter, readFrontMatter } from "../../formats/front-matter";
import type { NoteProperty, PropertyValue } from "../../model/note";
import { addProperties, listMissing, listMissingItems } from "../front-matter/add-properties";
import { addSections } from "./add-sections";
import { fillLabValues } from "./fill-lab-values";
import type { ForeignNote } from "./foreign-note";

/**
 * Adds to a note's text what the author of another vault's note of the same technique, rule or tests wrote: properties, tags and
 * aliases of their own, and sections (see `addSections`).
 *
 * Nothing that is there changes or is doubled; adding the same note twice changes nothing. A note whose front matter is broken is
 * given back as it is.
 */
export function addForeignText(text: string, foreign: ForeignNote): string {
	if (!readFrontMatter(text).ok) return text;
	const withProperties = addProperties(text, {
		properties: foreign.ownProperties,
		tags: foreign.ownTags,
		aliases: foreign.ownAliases,
	});
	const body = findFrontMatter(withProperties)?.body ?? 0;
	const whole =
		withProperties.slice(0, body) + addSections(withProperties.slice(body), foreign, "own");
	return foreign.kind === "runbook" ? fillLabValues(whole, foreign.text) : whole;
}

/** Adds the author's own properties behind those that are there, and their tags and aliases to the lists. */
export function addToProperties(
	properties: readonly NoteProperty[],
	foreign: ForeignNote,
): readonly NoteProperty[] {
	const lists: readonly NoteProperty[] = [
		{ key: "tags", value: foreign.ownTags },
		{ key: "aliases", value: foreign.ownAliases },
	].filter(({ value }) => value.length > 0);
	const extended = properties.map((property): NoteProperty => {
		const more = lists.find(({ key }) => key === property.key)?.value;
		const { value } = property;
		if (!isList(more) || !isList(value)) return property;
		return { ...property, value: [...value, ...listMissingItems(value, more)] };
	});
	const keys = extended.map(({ key }) => key);
	return [...extended, ...listMissing(keys, [...foreign.ownProperties, ...lists])];
}

function isList(value: PropertyValue | undefined): value is readonly string[] {
	return typeof value === "object" && value !== null;
}
