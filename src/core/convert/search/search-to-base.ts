import { addColumn, createBase, type Base, type BaseFilter } from "../base/base";
import { guard, propertyText, quoteText } from "../base/base-text";
import { chooseColumns } from "./table-columns";
import type { Search } from "./search-tree";

/** Drafts a base of the notes that a search finds, ordered by name as a search is. */
export function draftSearchBase(search: Search): Base {
	const base = createBase("table", "Table");
	const items = search.type === "and" ? search.items : [search];
	base.filters.push(...items.map(writeFilter));
	for (const { field, name } of chooseColumns(search)) {
		addColumn(base, field === "file.link" ? "file.name" : field, name);
	}
	base.sort.push({ property: "file.name", direction: "ASC" });
	return base;
}

function writeFilter(search: Search): BaseFilter {
	switch (search.type) {
		case "and":
			return { and: search.items.map(writeFilter) };
		case "or":
			return { or: search.items.map(writeFilter) };
		case "not":
			return { not: [writeFilter(search.item)] };
		case "tag":
			return `file.hasTag(${quoteText(search.tag)})`;
		case "path":
			return `file.path.lower().contains(${quoteText(search.text.toLowerCase())})`;
		case "file":
			return `(file.basename + "." + file.ext).lower().contains(${quoteText(search.text.toLowerCase())})`;
		case "property":
			return `file.hasProperty(${quoteText(search.name)})`;
		case "value": {
			const value = propertyText(search.name);
			const text = quoteText(search.text.toLowerCase());
			return guard(value, `${value}.toString().lower().contains(${text})`);
		}
	}
}
