import type { NoteLookup } from "../../index/note-index";
import { folderOf } from "../../index/paths";
import type { Source } from "../parse/ast";
import { nearestName } from "./nearest-name";

/** Something about a place in the text of a query. */
export interface Remark {
	/** UTF-16 offset. */
	readonly at: number;
	readonly message: string;
}

/** Says which tags and folders of a source no note has though a known one is near. */
export function findSourceHints(source: Source | null, lookup: NoteLookup): readonly Remark[] {
	switch (source?.type) {
		case "tag": {
			if (lookup.tagged(source.tag).size > 0) return [];
			const near = nearestName(source.tag, lookup.tags());
			if (near === undefined) return [];
			return [remark(source, `no note has the tag ${source.tag}; did you mean ${near}?`)];
		}
		case "folder":
			return hintAtFolder(source, lookup);
		case "not":
			return findSourceHints(source.source, lookup);
		case "and":
		case "or":
			return [...findSourceHints(source.left, lookup), ...findSourceHints(source.right, lookup)];
		default:
			return [];
	}
}

function hintAtFolder(
	source: Source & { readonly type: "folder" },
	lookup: NoteLookup,
): readonly Remark[] {
	const { path } = source;
	if (path === "" || path === "/" || lookup.countInFolder(path) > 0) return [];
	if (lookup.note(path) !== undefined || lookup.note(`${path}.md`) !== undefined) return [];
	const bare = path
		.split("/")
		.filter((part) => part !== "")
		.join("/");
	const near = lookup.countInFolder(bare) > 0 ? bare : nearestName(path, listFolders(lookup));
	if (near === undefined || near === "") return [];
	return [remark(source, `there is no folder or note "${path}"; did you mean "${near}"?`)];
}

function remark({ span }: Source, message: string): Remark {
	return { at: span.start, message };
}

function listFolders(lookup: NoteLookup): ReadonlySet<string> {
	const folders = new Set<string>();
	for (const { path } of lookup.notes()) {
		let folder = folderOf(path);
		while (folder !== "" && !folders.has(folder)) {
			folders.add(folder);
			folder = folderOf(folder);
		}
	}
	return folders;
}
