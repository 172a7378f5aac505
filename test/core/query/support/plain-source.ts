import type { IndexedNote } from "../../../../src/core/index/indexed-note";
import { kindOfNote } from "../../../../src/core/index/note-kind";
import type { NoteLookup } from "../../../../src/core/index/note-index";
import type { Source } from "../../../../src/core/query/parse/ast";

/** What a source means, note by note, found by looking at every note. */
export function isMeant(wanted: Source, note: IndexedNote, index: NoteLookup): boolean {
	switch (wanted.type) {
		case "folder":
			return isInFolder(wanted.path, note, index);
		case "tag":
			return note.record.tags.some((tag) => {
				const [name, asked] = [tag.toLowerCase(), wanted.tag.toLowerCase()];
				return name === asked || name.startsWith(`${asked}/`);
			});
		case "link":
			return isLinked(wanted, note, index);
		case "not":
			return !isMeant(wanted.source, note, index);
		case "and":
			return isMeant(wanted.left, note, index) && isMeant(wanted.right, note, index);
		case "or":
			return isMeant(wanted.left, note, index) || isMeant(wanted.right, note, index);
		case "kind":
			return kindOfNote(note.record) === wanted.kind;
		case "records":
			return kindOfNote(note.record) === (wanted.records === "tests" ? "runbook" : "rule");
		case "csv":
			return false;
	}
}

function isInFolder(path: string, note: IndexedNote, index: NoteLookup): boolean {
	if (path === "" || path === "/") return true;
	const isFolder = index.notes().some((other) => other.path.startsWith(`${path}/`));
	if (isFolder) return note.path.startsWith(`${path}/`);
	return note.path === path || note.path === `${path}.md`;
}

function isLinked(
	{ target: name, direction }: Source & { readonly type: "link" },
	note: IndexedNote,
	index: NoteLookup,
): boolean {
	const meant = index.resolve(name, "");
	const targets = note.record.links.map(({ target }) => index.resolve(target, note.path)?.path);
	if (meant === undefined) return note.record.links.some(({ target }) => target === name);
	if (direction === "incoming") return targets.includes(meant.path);
	return meant.record.links.some(
		({ target }) => index.resolve(target, meant.path)?.path === note.path,
	);
}
