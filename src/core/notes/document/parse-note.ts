import { findFrontMatter } from "../../formats/front-matter";
import { readPropertyLines } from "../front-matter/read-property-lines";
import type { PropertyLines } from "../front-matter/read-property-lines";
import { outlineLines } from "./find-headings";
import { splitLines } from "./lines";

/** A part of a note's body: a heading with what stands below it, up to the next heading of any level. */
export interface NoteSection {
	/** 1 to 6; 0 for what stands before the first heading. */
	readonly level: number;
	/** The heading's text, "" at level 0. */
	readonly title: string;
	/** Titles of the headings it stands under, and its own. */
	readonly path: readonly string[];
	/** Lines of the heading as written, with their breaks. */
	readonly heading: readonly string[];
	/** Lines below it as written, with their breaks. */
	readonly body: readonly string[];
}

/** A note taken apart; `joinNote` puts it together byte for byte. */
export interface NoteDocument {
	/** Byte order mark and opening line of the front matter, "" where there is none. */
	readonly open: string;
	/** The text between the `---` lines. */
	readonly properties: string;
	/** The same, taken apart; `ok` with no chunks where there is no front matter. */
	readonly lines: PropertyLines;
	/** The closing line. */
	readonly close: string;
	/** In order; the first is always the one of level 0. */
	readonly sections: readonly NoteSection[];
}

const NO_LINES: PropertyLines = { ok: true, chunks: [], tail: "" };

/** Takes a note apart into its properties and sections. Any text is a note; front matter that is broken is kept as text. */
export function parseNote(text: string): NoteDocument {
	const bounds = findFrontMatter(text);
	if (bounds === undefined) {
		const lines = startsFrontMatter(text) ? UNCLOSED : NO_LINES;
		return { open: "", properties: "", lines, close: "", sections: parseSections(text) };
	}
	const properties = text.slice(bounds.start, bounds.end);
	return {
		open: text.slice(0, bounds.start),
		properties,
		lines: readPropertyLines(properties),
		close: text.slice(bounds.end, bounds.body),
		sections: parseSections(text.slice(bounds.body)),
	};
}

/** Divides a note's body at its headings. */
export function parseSections(body: string): NoteSection[] {
	const lines = splitLines(body);
	const { headings } = outlineLines(lines);
	const sections: NoteSection[] = [];
	const above: { level: number; title: string }[] = [];
	const first = headings[0]?.line ?? lines.length;
	sections.push({ level: 0, title: "", path: [], heading: [], body: lines.slice(0, first) });
	headings.forEach(({ line, lines: count, level, title }, index) => {
		while ((above.at(-1)?.level ?? 0) >= level) above.pop();
		above.push({ level, title });
		sections.push({
			level,
			title,
			path: above.map((heading) => heading.title),
			heading: lines.slice(line, line + count),
			body: lines.slice(line + count, headings[index + 1]?.line ?? lines.length),
		});
	});
	return sections;
}

/** The text of a note that was taken apart. */
export function joinNote({ open, properties, close, sections }: NoteDocument): string {
	return open + properties + close + joinSections(sections);
}

/** The text of sections, in their order. */
export function joinSections(sections: readonly NoteSection[]): string {
	return sections.map(({ heading, body }) => heading.join("") + body.join("")).join("");
}

const UNCLOSED: PropertyLines = {
	ok: false,
	line: null,
	message: "nothing closes the front matter that the first line opens",
};

/** Whether a note without front matter looks like one whose closing line is gone. */
function startsFrontMatter(text: string): boolean {
	return /^\uFEFF?---[ \t]*\r?\n[\w"' -]+:(?:\s|$)/.test(text);
}
