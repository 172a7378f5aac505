import type { Remark } from "../conversion";
import type { Search } from "./search-tree";

/** Gives what to know of a search that is turned: without a tag or property asked for, it finds files of all kinds. */
export function listRemarks(search: Search): Remark[] {
	return isAboutNotes(search) ? [] : ["notes-only"];
}

/** Whether only notes can match: only they have tags and properties. */
function isAboutNotes(search: Search): boolean {
	switch (search.type) {
		case "tag":
		case "property":
		case "value":
			return true;
		case "path":
		case "file":
		case "not":
			return false;
		case "and":
			return search.items.some(isAboutNotes);
		case "or":
			return search.items.every(isAboutNotes);
	}
}
