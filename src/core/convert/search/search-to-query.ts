import { chooseColumns } from "./table-columns";
import type { Search } from "./search-tree";

const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/**
 * Writes a search as a query of the same notes, ordered by name as a search is: tags are its source, everything else its condition.
 */
export function writeSearchQuery(search: Search): string {
	const items = search.type === "and" ? search.items : [search];
	const sources = items.filter(isSource);
	const conditions = items.filter((item) => !isSource(item));
	const columns = chooseColumns(search).map(({ field, name }) => `${field} AS ${quote(name)}`);
	return [
		"TABLE WITHOUT ID",
		columns.join(",\n"),
		...(sources.length > 0 ? [`FROM ${sources.map(writeSource).join(" AND ")}`] : []),
		...(conditions.length > 0 ? [`WHERE ${conditions.map(writeCondition).join(" AND ")}`] : []),
		"SORT file.name",
	].join("\n");
}

/** Whether it is about tags alone. */
function isSource(search: Search): boolean {
	switch (search.type) {
		case "tag":
			return true;
		case "not":
			return isSource(search.item);
		case "and":
		case "or":
			return search.items.every(isSource);
		default:
			return false;
	}
}

function writeSource(search: Search): string {
	switch (search.type) {
		case "and":
		case "or":
			return `(${search.items.map(writeSource).join(` ${search.type.toUpperCase()} `)})`;
		case "not":
			return `-${writeSource(search.item)}`;
		case "tag":
			return `#${search.tag}`;
		default:
			return "";
	}
}

function writeCondition(search: Search): string {
	switch (search.type) {
		case "and":
		case "or":
			return `(${search.items.map(writeCondition).join(` ${search.type.toUpperCase()} `)})`;
		case "not":
			return `!${writeCondition(search.item)}`;
		case "tag":
			// `file.tags` has the tags above each tag too.
			return `econtains(lower(file.tags), ${quote(`#${search.tag.toLowerCase()}`)})`;
		case "path":
			return `icontains(file.path, ${quote(search.text)})`;
		case "file":
			return `icontains(${fileName(search.text)}, ${quote(search.text)})`;
		case "property":
			return `contains(file.frontmatter, ${quote(search.name)})`;
		case "value": {
			const value = propertyValue(search.name);
			return `(${value} != null AND icontains(string(${value}), ${quote(search.text)}))`;
		}
	}
}

/** A search looks at the name with its ending, which only a text with a dot, or one out of the ending, can tell. */
function fileName(text: string): string {
	const isNameAlone = !text.includes(".") && !"md".includes(text.toLowerCase());
	return isNameAlone ? "file.name" : 'file.name + ".md"';
}

/** The property as it is written: a search does not know of dates or links. */
function propertyValue(name: string): string {
	return PLAIN_NAME.test(name) ? `file.frontmatter.${name}` : `file.frontmatter[${quote(name)}]`;
}

function quote(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
