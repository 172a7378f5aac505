import { findFrontMatter, readFrontMatter } from "../../formats/front-matter";
import type { FrontMatterResult } from "../../formats/front-matter";
import { asText, asTexts } from "../../formats/values";
import type { BrokenNote } from "./note-identity";
import { readLooseProperties } from "./loose-properties";

/** What can be told of a note before its body is looked at. */
export interface NoteFacts {
	readonly path: string;
	/** The file name without `.md`. */
	readonly baseName: string;
	/** The folders above it, the nearest first. */
	readonly folders: readonly string[];
	/** The note's text, "" where it could not be read. */
	readonly text: string;
	/** UTF-16 offset at which the body starts. */
	readonly body: number;
	readonly broken: BrokenNote | null;
	/** The front matter's properties in its order, by their names as written. */
	readonly properties: ReadonlyMap<string, unknown>;
	/** A property's scalars as text, whatever the case of its name; [] where it is absent. */
	texts(key: string): readonly string[];
	/** The first scalar of a property. */
	text1(key: string): string | undefined;
	/** The note's tags from `tags` and `tag`, without `#`. */
	readonly tags: readonly string[];
}

/**
 * Gathers what front matter and path say. A front matter that is no YAML is read line by line as far as that goes, and the note is
 * then broken; so is one that is never closed, and a note whose text could not be decoded (undefined).
 */
export function readNoteFacts(
	path: string,
	text: string | undefined,
	frontMatter?: FrontMatterResult,
): NoteFacts {
	const parts = path.split("/");
	const fileName = parts.pop() ?? "";
	const { properties, body, broken } = readProperties(text, frontMatter);
	const byName = new Map<string, unknown>();
	for (const [key, value] of properties) {
		const name = key.toLowerCase();
		if (!byName.has(name)) byName.set(name, value);
	}
	const texts = (key: string): readonly string[] => asTexts(byName.get(key));
	const tags = [...texts("tags"), ...texts("tag")]
		.flatMap((value) => value.split(/[,\s]+/))
		.map((tag) => tag.replace(/^#/, ""))
		.filter((tag) => tag !== "");
	return {
		path,
		baseName: fileName.replace(/\.md$/i, ""),
		folders: parts.reverse(),
		text: text ?? "",
		body,
		broken,
		properties,
		texts,
		text1: (key) => asText(texts(key)[0]),
		tags,
	};
}

interface Properties {
	readonly properties: ReadonlyMap<string, unknown>;
	readonly body: number;
	readonly broken: BrokenNote | null;
}

function readProperties(
	text: string | undefined,
	given: FrontMatterResult | undefined,
): Properties {
	if (text === undefined) {
		const broken = { reason: "the file is not text in UTF-8", line: null };
		return { properties: new Map(), body: 0, broken };
	}
	const result = given ?? readFrontMatter(text);
	if (result.ok) {
		const properties = new Map(Object.entries(result.properties));
		return findUnclosed(text, result.body) ?? { properties, body: result.body, broken: null };
	}
	const bounds = findFrontMatter(text);
	const raw = bounds === undefined ? "" : text.slice(bounds.start, bounds.end);
	const broken = {
		reason: `the front matter is not valid YAML: ${result.message}`,
		line: result.line,
	};
	return { properties: readLooseProperties(raw), body: result.body, broken };
}

/** A first line `---` with properties below it, and no line that ends them. */
function findUnclosed(text: string, body: number): Properties | undefined {
	if (body !== 0 || !/^\uFEFF?---[ \t]*\r?\n[A-Za-z_][\w -]*:(?:[ \t]|\r?\n)/.test(text))
		return undefined;
	const end = text.search(/\n[ \t]*\r?(?:\n|#)/);
	const raw = text.slice(text.indexOf("\n") + 1, end === -1 ? undefined : end);
	const broken = { reason: "the front matter is never closed", line: 1 };
	return { properties: readLooseProperties(raw), body: end === -1 ? text.length : end, broken };
}
