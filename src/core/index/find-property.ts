import { canonicalName } from "./literals/names";
import type { NoteRecord } from "./note-record";

/** A property as it stands in a note's front matter. */
export interface FoundProperty {
	/** As spelt there; the name asked for where the note does not have it. */
	readonly key: string;
	/** As YAML gives it, undefined where the note does not have it. */
	readonly value: unknown;
}

/**
 * Finds the property that a query reads in a note by a name: the key itself, else the one key that has it as its canonical name.
 *
 * Undefined where the value comes from an inline field, from several places, or where the note has a like name that the query does not
 * reach: none of these is one property.
 */
export function findProperty(
	{ properties, fields }: NoteRecord,
	name: string,
): FoundProperty | undefined {
	if (fields.some(([key]) => key === name)) return undefined;
	if (Object.hasOwn(properties, name)) return { key: name, value: properties[name] };
	const canonical = canonicalName(name);
	const isLike = (key: string): boolean => canonicalName(key) === canonical;
	if (canonical !== "" && fields.some(([key]) => isLike(key))) return undefined;
	const [key, ...more] = Object.keys(properties).filter(
		(known) => canonical !== "" && isLike(known),
	);
	if (key === undefined) return { key: name, value: undefined };
	if (more.length > 0 || canonical !== name) return undefined;
	return { key, value: properties[key] };
}
