/** Fields in which searches keep the techniques that they are about. */
export const TECHNIQUE_FIELD = /mitre|technique/i;

/** Gives the texts, of several lines too, that a search assigns to a field whose name a pattern finds: `eval mitre_technique_id="T1059"`. */
export function listAssigned(search: string, field: RegExp): readonly string[] {
	const found: string[] = [];
	for (const [, name = "", value = ""] of search.matchAll(/\b(\w+)[ \t]*=\s*"([^"]{1,2000})"/g))
		if (field.test(name)) found.push(value);
	return found;
}
