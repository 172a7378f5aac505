import matter from "gray-matter";
import { parseYaml } from "./yaml";

/** Where a note's front matter lies, in UTF-16 offsets. */
export interface FrontMatterBounds {
	/** Offset of the first character after the opening `---` line. */
	readonly start: number;
	/** Offset of the closing `---`. */
	readonly end: number;
	/** Offset of the first character of the body. */
	readonly body: number;
}

/** A note's properties as YAML has them, or why they cannot be read. A note without front matter has no properties. */
export type FrontMatterResult =
	| {
			readonly ok: true;
			readonly properties: Readonly<Record<string, unknown>>;
			readonly body: number;
	  }
	| {
			readonly ok: false;
			readonly message: string;
			readonly line: number | null;
			readonly body: number;
	  };

/** A front matter engine that runs nothing: gray-matter's own JavaScript engine would evaluate the note. */
const REFUSED = {
	parse: (): object => {
		throw new FrontMatterError("front matter must be YAML", null);
	},
};

const OPTIONS = {
	language: "yaml",
	engines: {
		yaml: { parse: parseProperties },
		json: REFUSED,
		javascript: REFUSED,
		js: REFUSED,
		coffee: REFUSED,
	},
} as const;

class FrontMatterError extends Error {
	readonly line: number | null;
	constructor(message: string, line: number | null) {
		super(message);
		this.line = line;
	}
}

/**
 * Finds the front matter as Obsidian does: `---` alone on the first line, up to the next line that is `---` alone.
 *
 * Gives undefined where the note has none.
 */
export function findFrontMatter(text: string): FrontMatterBounds | undefined {
	const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
	if (open === null) return undefined;
	const start = open[0].length;
	const close = /^---[ \t]*(?:\r?\n|$)/gm;
	close.lastIndex = start;
	const found = close.exec(text);
	if (found === null) return undefined;
	return { start, end: found.index, body: found.index + found[0].length };
}

/** Reads a note's properties (gray-matter over js-yaml 4, core schema). Lines are 1-based in the note. */
export function readFrontMatter(text: string): FrontMatterResult {
	const bounds = findFrontMatter(text);
	if (bounds === undefined) return { ok: true, properties: {}, body: 0 };
	try {
		const block = `---\n${text.slice(bounds.start, bounds.end)}\n---\n`;
		const { data } = matter(block, OPTIONS);
		return { ok: true, properties: data, body: bounds.body };
	} catch (error) {
		const line = error instanceof FrontMatterError ? error.line : null;
		const message = error instanceof Error ? error.message : "unreadable";
		return { ok: false, message, line, body: bounds.body };
	}
}

function parseProperties(text: string): object {
	const result = parseYaml(text);
	// gray-matter hands over the text with the line break that follows the opening `---`.
	if (!result.ok) throw new FrontMatterError(result.failure.message, result.failure.line);
	const { value } = result;
	if (value === null || value === undefined) return {};
	if (typeof value !== "object" || Array.isArray(value)) {
		throw new FrontMatterError("front matter must be a list of properties", null);
	}
	return value;
}
