import { findFrontMatter, readFrontMatter } from "../../formats/front-matter";
import { asTexts } from "../../formats/values";
import type { NoteProperty } from "../../model/note";
import { comparable } from "../../text/comparable";
import type { PropertyChunk } from "./read-property-lines";
import { joinPropertyChunks, readPropertyLines } from "./read-property-lines";
import { writeProperties } from "./write-properties";
import { writeTextScalar } from "./write-scalar";

/** What is added to a note's front matter: properties it lacks, and items that its lists lack. */
export interface PropertyAdditions {
	readonly properties: readonly NoteProperty[];
	readonly tags: readonly string[];
	readonly aliases: readonly string[];
}

/** Gives the properties that a note lacks; a name in another case is the same property. */
export function listMissing(
	present: Iterable<string>,
	properties: readonly NoteProperty[],
): readonly NoteProperty[] {
	const taken = new Set([...present].map((key) => key.toLowerCase()));
	return properties.filter(({ key }) => {
		const name = key.toLowerCase();
		if (taken.has(name)) return false;
		taken.add(name);
		return true;
	});
}

/** Gives the items that a list lacks; spellings that differ in case or separators are one. */
export function listMissingItems(
	present: readonly string[],
	items: readonly string[],
): readonly string[] {
	const taken = new Set(present.map(keyOf));
	return items.filter((item) => {
		if (taken.has(keyOf(item))) return false;
		taken.add(keyOf(item));
		return true;
	});
}

/**
 * Adds properties to a note's text, behind those that are there, and items to its `tags` and `aliases` where those are lists.
 *
 * Nothing that is there changes. A note whose front matter cannot be taken apart is given back as it is.
 */
export function addProperties(text: string, additions: PropertyAdditions): string {
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	const bounds = findFrontMatter(text);
	if (bounds === undefined) return addFrontMatter(text, additions, lineBreak);
	const lines = readPropertyLines(text.slice(bounds.start, bounds.end));
	if (!lines.ok) return text;
	const chunks = lines.chunks.map((chunk) =>
		chunk.key === "tags" || chunk.key === "aliases"
			? addItems(chunk, additions[chunk.key], lineBreak)
			: chunk,
	);
	const keys = chunks.map(({ key }) => key);
	const missing = listMissing(keys, listAll(additions));
	const added = writeProperties(missing).replaceAll("\n", lineBreak);
	const inner = joinPropertyChunks(chunks, lines.tail);
	const result = text.slice(0, bounds.start) + inner + added + text.slice(bounds.end);
	return readFrontMatter(result).ok ? result : text;
}

function addFrontMatter(text: string, additions: PropertyAdditions, lineBreak: string): string {
	const properties = listMissing([], listAll(additions));
	if (properties.length === 0 || !readFrontMatter(text).ok) return text;
	const block = `---\n${writeProperties(properties)}---\n\n`.replaceAll("\n", lineBreak);
	return text.startsWith("\uFEFF") ? `\uFEFF${block}${text.slice(1)}` : block + text;
}

function listAll({ properties, tags, aliases }: PropertyAdditions): readonly NoteProperty[] {
	const lists = [
		{ key: "tags", value: tags },
		{ key: "aliases", value: aliases },
	];
	return [...properties, ...lists.filter(({ value }) => value.length > 0)];
}

/** Adds items to a list in the style in which it is written; a value in any other style is left as it is. */
function addItems(
	chunk: PropertyChunk,
	items: readonly string[],
	lineBreak: string,
): PropertyChunk {
	if (!Array.isArray(chunk.value)) return chunk;
	const missing = listMissingItems(asTexts(chunk.value), items);
	if (missing.length === 0) return chunk;
	const { raw } = chunk;
	const flow = /^[^\n#]*:[ \t]*\[[^\n#]*\][ \t]*\r?\n?$/.test(raw);
	if (flow) {
		const end = raw.lastIndexOf("]");
		const isEmpty = chunk.value.length === 0;
		const written = missing.map((item) => writeTextScalar(item, true)).join(", ");
		const inner = raw.slice(0, end).trimEnd();
		return { ...chunk, raw: `${inner}${isEmpty ? "" : ", "}${written}${raw.slice(end)}` };
	}
	const dash = /\n([ \t]*- +)\S[^\n]*\n?$/.exec(raw)?.[1];
	if (dash === undefined) return chunk;
	const written = missing.map((item) => dash + writeTextScalar(item, false) + lineBreak).join("");
	return { ...chunk, raw: (raw.endsWith("\n") ? raw : raw + lineBreak) + written };
}

function keyOf(item: string): string {
	return comparable(item) || item.trim();
}
