import { defuseInline } from "../safe/defuse-inline";
import { defuseMarkdown } from "../safe/defuse-markdown";
import { foldSpaces, normaliseBreaks } from "../safe/spaces";

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
	const { text: safe, defused } = defuseMarkdown(demoteHeadings(normaliseBreaks(text)));
	const told = defused.map(({ kind }) => kind).filter((kind) => !COMMON.has(kind));
	return { text: safe.trim(), defused: told };
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
	const levels = findHeadings(lines);
	if (levels.size === 0) return text;
	let highest = LAST_LEVEL;
	for (const level of levels.values()) if (level > 0) highest = Math.min(highest, level);
	const shift = FIRST_LEVEL - highest;
	const out: string[] = [];
	lines.forEach((line, index) => {
		const level = levels.get(index);
		if (level === undefined) out.push(line);
		else if (level > 0) {
			const moved = "#".repeat(Math.min(LAST_LEVEL, Math.max(FIRST_LEVEL, level + shift)));
			out.push(`${moved} ${line.replace(/^ {0,3}#{0,6}[ \t]*/, "")}`);
		}
	});
	return out.join("\n");
}

/** Gives the level of each heading by its line's index; 0 marks the underline below one. Fenced code holds no headings. */
function findHeadings(lines: readonly string[]): ReadonlyMap<number, number> {
	const levels = new Map<number, number>();
	let fence = "";
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? "";
		const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (marks !== undefined) {
			if (fence === "") fence = marks;
			else if (marks.startsWith(fence) && line.trim() === marks) fence = "";
			continue;
		}
		if (fence !== "") continue;
		const heading = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line)?.[1];
		if (heading !== undefined) levels.set(index, heading.length);
		else if (
			/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) &&
			isParagraph(lines[index - 1], levels.get(index - 1))
		) {
			levels.set(index - 1, line.includes("=") ? 1 : 2);
			levels.set(index, 0);
		}
	}
	return levels;
}

function isParagraph(line: string | undefined, level: number | undefined): boolean {
	if (line === undefined || level !== undefined || line.trim() === "") return false;
	return !/^(?: {0,3}(?:[>|]|[-*+][ \t]|\d{1,9}[.)][ \t])| {4}|\t)/.test(line);
}
