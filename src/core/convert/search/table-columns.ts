import type { Search } from "./search-tree";

/** A column of the table that takes the place of a search: what it shows, and its name. */
export interface SearchColumn {
	/** `file.link`, or the name of a property. */
	readonly field: string;
	readonly name: string;
}

/** The columns by the tag that is searched for: those of the tables that the reference vault had before it searched. */
const COLUMNS: ReadonlyMap<string, readonly SearchColumn[]> = new Map([
	[
		"detection_rule",
		[
			{ field: "file.link", name: "Name" },
			{ field: "status", name: "Status" },
			{ field: "level", name: "Level" },
			{ field: "logsrc_product", name: "Log Source Product" },
		],
	],
	["atomic_test", [{ field: "filename", name: "Name" }]],
]);

const PLAIN: readonly SearchColumn[] = [{ field: "file.link", name: "Name" }];

/** Gives the columns for a search: those of the kind of note that it asks for by its tag, else the name alone. */
export function chooseColumns(search: Search): readonly SearchColumn[] {
	const items = search.type === "and" ? search.items : [search];
	for (const item of items) {
		const columns = item.type === "tag" ? COLUMNS.get(item.tag.toLowerCase()) : undefined;
		if (columns !== undefined) return columns;
	}
	return PLAIN;
}
