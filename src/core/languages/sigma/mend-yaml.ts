import { parseYamlDocuments } from "../../formats/yaml";
import { indexLines } from "../../text/line-index";

/** A text that is YAML again. */
export interface MendedYaml {
	/** As long as the text it was made of: lines that broke it are blank. */
	readonly text: string;
	/** The stretches that were made blank, in order, each with what was wrong. */
	readonly blanked: readonly {
		readonly start: number;
		readonly end: number;
		readonly message: string;
	}[];
}

/** Texts longer than this are not mended, and no more lines than this are made blank: each try reads the text anew. */
const LONGEST = 65_536;
const MOST_LINES = 4;
/** Lines above the one that a parser names, that may have left a quotation or a bracket open. */
const MOST_OPEN = 3;

/**
 * Makes those lines blank for which a text is no YAML, so that the rest of a rule that is being written can be read; undefined where a few
 * lines are not enough.
 */
export function mendYaml(text: string): MendedYaml | undefined {
	if (text.length > LONGEST) return undefined;
	const lines = text.split("\n");
	const blanked: { line: number; message: string }[] = [];
	let failure = findFailure(text);
	while (failure !== undefined) {
		if (blanked.length === MOST_LINES || failure.bomb) return undefined;
		const found = findCulprit(lines, failure.line);
		if (found === undefined) return undefined;
		blanked.push({ line: found.suspect, message: failure.message });
		lines[found.suspect] = blankLine(lines[found.suspect]);
		failure = found.left;
	}
	return { text: lines.join("\n"), blanked: placeLines(text, blanked) };
}

/** Something that is wrong; `line` is an index. */
interface Failure {
	readonly line: number;
	readonly message: string;
	readonly bomb: boolean;
}

/** The first suspect without which nothing is wrong any more, else the first without which only a line further down is. */
function findCulprit(
	lines: readonly string[],
	line: number,
): { readonly suspect: number; readonly left: Failure | undefined } | undefined {
	let next: ReturnType<typeof findCulprit>;
	for (const suspect of listSuspects(lines, line)) {
		const left = findFailure(blank(lines, suspect));
		if (left === undefined) return { suspect, left };
		if (left.line > line) next ??= { suspect, left };
	}
	return next;
}

/** The first thing that is wrong. */
function findFailure(text: string): Failure | undefined {
	for (const document of parseYamlDocuments(text)) {
		if (document.ok) continue;
		const { line, message, bomb } = document.failure;
		return { line: (line ?? document.line) - 1, message, bomb };
	}
	return undefined;
}

/** Lines, by index, that may be to blame for what a parser stumbles over in a line: what it left open above, itself, the one before it. */
function listSuspects(lines: readonly string[], line: number): readonly number[] {
	const suspects: number[] = [];
	for (let above = Math.min(line, lines.length - 1); above >= 0; above--) {
		if (suspects.length === MOST_OPEN) break;
		if (isOpen(lines[above] ?? "")) suspects.push(above);
	}
	return [...new Set([...suspects, line, line - 1])].filter(
		(at) => (lines[at] ?? "").trim() !== "",
	);
}

/** Whether a value begins with a quote or a bracket that its line does not close. */
function isOpen(line: string): boolean {
	const value = /(?:^\s*|:\s+|-\s+)(["'[{][^\n]*)$/.exec(line)?.[1]?.trimEnd() ?? "";
	const opening = value.charAt(0);
	if (opening === "") return false;
	if (opening === "[") return !value.includes("]");
	if (opening === "{") return !value.includes("}");
	return value.indexOf(opening, 1) === -1;
}

function blank(lines: readonly string[], at: number): string {
	return lines.map((line, index) => (index === at ? blankLine(line) : line)).join("\n");
}

function blankLine(line: string | undefined): string {
	return " ".repeat(line?.length ?? 0);
}

function placeLines(
	text: string,
	blanked: readonly { readonly line: number; readonly message: string }[],
): MendedYaml["blanked"] {
	const lines = indexLines(text);
	return [...blanked]
		.sort((a, b) => a.line - b.line)
		.map(({ line, message }) => {
			const at = lines.offsetOfLine(line + 1);
			const [written = ""] = text.slice(at).split("\n", 1);
			const start = at + written.search(/\S|$/);
			return { start, end: at + written.trimEnd().length, message };
		});
}
