import { outlineLines } from "../document/find-headings";
import { defuseInline } from "../safe/defuse-inline";
import { defuseMarkdown } from "../safe/defuse-markdown";
import { foldSpaces } from "../safe/spaces";

/** Level of the first heading below a section of a rule note. */
const FIRST_LEVEL = 4;
const LAST_LEVEL = 6;

/** Kinds that detection prose is full of and that nobody needs to hear about: `$user$`, `#1`, `[ ]`. */
const COMMON: ReadonlySet<string> = new Set(["math", "tag", "task"]);

/** Made safe, and whether something in it was live. */
export interface ImportedProse {
	readonly text: string;
	/** Kinds of live text that became plain and are worth telling, each once. */
	readonly defused: readonly string[];
}

/**
 * Gives imported Markdown as it may stand below an H3: its headings demoted so that none closes the section, nothing in it live.
 */
export function importProse(text: string): ImportedProse {
	const { text: safe, defused } = defuseMarkdown(text);
	const told = defused.map(({ kind }) => kind).filter((kind) => !COMMON.has(kind));
	return { text: demoteHeadings(safe).trim(), defused: told };
}

/** Gives imported prose of one line, for a list item: its inline Markdown stays, nothing that could start a block does. */
export function importLine(text: string): ImportedProse {
	const line = foldSpaces(text).trim();
	if (/^(?:[#<>+*=|~_-]|\d{1,9}[.)]|`{3}|\[[ xX]\])/.test(line))
		return { text: defuseInline(line), defused: [] };
	const safe = importProse(line);
	return safe.text.includes("\n") ? { text: defuseInline(line), defused: [] } : safe;
}

/** Moves headings down so that the highest is an H4; one underlined by `===` or `---` is written with `#`. */
function demoteHeadings(text: string): string {
	if (!/^ {0,3}(?:#|(?:=+|-+)[ \t]*$)/m.test(text)) return text;
	const lines = text.split("\n");
	const { headings } = outlineLines(lines);
	const highest = Math.min(LAST_LEVEL, ...headings.map(({ level }) => level));
	const shift = FIRST_LEVEL - highest;
	for (const { line, lines: count, level, title } of headings) {
		const moved = Math.min(LAST_LEVEL, Math.max(FIRST_LEVEL, level + shift));
		lines[line] = `${"#".repeat(moved)} ${title}`.trimEnd();
		// An empty line in the place of what underlines it keeps it apart from the next paragraph.
		for (let below = 1; below < count; below++) lines[line + below] = "";
	}
	return lines.join("\n");
}
