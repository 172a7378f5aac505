import { findFrontMatter } from "../formats/front-matter";
import { parseYaml } from "../formats/yaml";
import type { NoteLink, NoteRecord, NoteStat } from "./note-record";
import { readFlatFrontMatter } from "./scan/flat-front-matter";
import { keepText } from "../text/keep-text";
import { readPropertyLinks, readPropertyNames } from "./scan/property-links";
import { scanBody } from "./scan/scan-body";
import { createTextPool, type TextPool } from "./text-pool";

type Properties = Readonly<Record<string, unknown>>;

const NONE: readonly never[] = [];
const NO_PROPERTIES: Properties = {};

/**
 * Reads the text of a note to what the index keeps of it.
 *
 * Front matter that is no YAML, or no list of properties, gives a note without properties and the reason in `unreadable`; the text is
 * read all the same. Nothing of the record refers to the text that was given. What many notes hold is taken from `pool`.
 */
export function readNoteRecord(
	path: string,
	text: string,
	stat: NoteStat,
	pool: TextPool = createTextPool(),
): NoteRecord {
	const bounds = findFrontMatter(text);
	const block = bounds === undefined ? "" : text.slice(bounds.start, bounds.end);
	const { properties, unreadable } = readProperties(block, pool);
	const body = scanBody(text, bounds?.body ?? 0, pool);
	const names = readPropertyNames(properties, pool);
	// Looking for a link in the text is quicker than looking at every property of every note.
	const propertyLinks = block.includes("[[") ? readPropertyLinks(properties, pool) : NONE;
	return {
		path,
		ctime: stat.ctime,
		mtime: stat.mtime,
		size: stat.size,
		properties,
		unreadable,
		tags: allTags(body.tags, names.tags),
		aliases: names.aliases,
		links: allLinks(propertyLinks, body.links),
		lists: body.lists,
		fields: body.fields,
	};
}

/** Each tag once. */
function allTags(first: readonly string[], second: readonly string[]): readonly string[] {
	if (first.length > 0) return [...new Set([...first, ...second])];
	for (let at = 1; at < second.length; at++) {
		// Front matter hardly ever has a tag twice; looking is quicker than making a set.
		if (second.indexOf(second[at] ?? "") !== at) return [...new Set(second)];
		if (at > 16) return [...new Set(second)];
	}
	return second;
}

/** Embeds come last. */
function allLinks(first: readonly NoteLink[], second: readonly NoteLink[]): readonly NoteLink[] {
	if (second.length === 0) return orNone(first);
	const plain = second.filter((link) => !link.embed);
	return [...first, ...plain, ...second.filter((link) => link.embed)];
}

function readProperties(
	block: string,
	pool: TextPool,
): { properties: Properties; unreadable: string | null } {
	if (block === "") return { properties: NO_PROPERTIES, unreadable: null };
	const flat = readFlatFrontMatter(block, pool);
	if (flat !== undefined) return { properties: flat, unreadable: null };
	const result = parseYaml(keepText(block));
	if (!result.ok) return { properties: NO_PROPERTIES, unreadable: result.failure.message };
	const { value } = result;
	if (value === null || value === undefined) return { properties: NO_PROPERTIES, unreadable: null };
	if (typeof value !== "object" || Array.isArray(value)) {
		const unreadable = "front matter must be a list of properties";
		return { properties: NO_PROPERTIES, unreadable };
	}
	if (isDeeper(value, DEEPEST)) {
		return { properties: NO_PROPERTIES, unreadable: "front matter is nested too deeply" };
	}
	return { properties: value as Properties, unreadable: null };
}

/** Everything that looks at properties goes as deep as they do. */
const DEEPEST = 100;

function isDeeper(value: unknown, levels: number): boolean {
	if (typeof value !== "object" || value === null) return false;
	return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** Most notes have none of most things: these share one empty list. */
function orNone<T>(list: readonly T[]): readonly T[] {
	return list.length === 0 ? NONE : list;
}
