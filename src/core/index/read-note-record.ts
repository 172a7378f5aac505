import { findFrontMatter } from "../formats/front-matter";
import { parseYaml } from "../formats/yaml";
import type { NoteItem, NoteLink, NoteRecord, NoteStat, RawField } from "./note-record";
import { readFlatFrontMatter } from "./scan/flat-front-matter";
import { keepText } from "./scan/keep-text";
import { readAliases, readPropertyLinks, readPropertyTags } from "./scan/property-links";
import { scanBody } from "./scan/scan-body";

type Properties = Readonly<Record<string, unknown>>;

const NONE: readonly never[] = [];
const NO_PROPERTIES: Properties = {};

/**
 * Reads the text of a note to what the index keeps of it.
 *
 * Front matter that is no YAML, or no list of properties, gives a note without properties and the reason in `unreadable`; the text is
 * read all the same. Nothing of the record refers to the text that was given.
 */
export function readNoteRecord(path: string, text: string, stat: NoteStat): NoteRecord {
	const bounds = findFrontMatter(text);
	const block = bounds === undefined ? "" : keepText(text.slice(bounds.start, bounds.end));
	const { properties, unreadable } = readProperties(block);
	const body = scanBody(text, bounds?.body ?? 0);
	// Looking at the text first is quicker than at every property of every note.
	const propertyLinks = block.includes("[[") ? readPropertyLinks(properties) : NONE;
	return {
		path,
		ctime: stat.ctime,
		mtime: stat.mtime,
		size: stat.size,
		properties,
		unreadable,
		tags: allTags(body.tags, /^["']?tags?\b/im.test(block) ? readPropertyTags(properties) : NONE),
		aliases: /^["']?alias/im.test(block) ? orNone(readAliases(properties)) : NONE,
		links: allLinks(propertyLinks, body.links),
		items: body.items,
		fields: pageFields(body.items, body.fields),
	};
}

/** Each tag once. */
function allTags(first: readonly string[], second: readonly string[]): readonly string[] {
	const all = first.length === 0 ? second : [...first, ...second];
	return all.length < 2 ? orNone(all) : [...new Set(all)];
}

/** Embeds come last. */
function allLinks(first: readonly NoteLink[], second: readonly NoteLink[]): readonly NoteLink[] {
	if (second.length === 0) return orNone(first);
	const plain = second.filter((link) => !link.embed);
	return [...first, ...plain, ...second.filter((link) => link.embed)];
}

/** Fields of tasks stay theirs; those of other list items are the note's too. */
function pageFields(items: readonly NoteItem[], fields: readonly RawField[]): readonly RawField[] {
	if (items.length === 0) return fields;
	const own = items.flatMap((item) => (item.status === null ? item.fields : NONE));
	return own.length === 0 ? fields : [...own, ...fields];
}

function readProperties(block: string): { properties: Properties; unreadable: string | null } {
	if (block === "") return { properties: NO_PROPERTIES, unreadable: null };
	const flat = readFlatFrontMatter(block);
	if (flat !== undefined) return { properties: flat, unreadable: null };
	const result = parseYaml(block);
	if (!result.ok) return { properties: NO_PROPERTIES, unreadable: result.failure.message };
	const { value } = result;
	if (value === null || value === undefined) return { properties: NO_PROPERTIES, unreadable: null };
	if (typeof value !== "object" || Array.isArray(value)) {
		const unreadable = "front matter must be a list of properties";
		return { properties: NO_PROPERTIES, unreadable };
	}
	return { properties: value as Properties, unreadable: null };
}

/** Most notes have none of most things: these share one empty list. */
function orNone<T>(list: readonly T[]): readonly T[] {
	return list.length === 0 ? NONE : list;
}
