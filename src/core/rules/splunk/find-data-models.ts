/** Gives the data models that a search reads with `datamodel=` or `datamodel`, with the data set where it names one. */
export function findDataModels(search: string): ReadonlySet<string> {
	const pattern = /\bdatamodel(?:[ \t]*[=:][ \t]*|[ \t]+)"?([A-Z]\w*(?:\.\w+)?)/g;
	return new Set(Array.from(search.matchAll(pattern), ([, name = ""]) => name));
}
