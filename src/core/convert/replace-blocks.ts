import type { NewLanguage } from "./conversion";
import type { QueryBlock } from "./query-block";

/** A block and what is to stand in its place. */
export interface Replacement {
	readonly block: QueryBlock;
	readonly language: NewLanguage;
	/** What is to stand between the marks, with `\n` line breaks, without one at its end. */
	readonly text: string;
}

/**
 * Gives the note with blocks replaced; the blocks are those that `findQueryBlocks` found in that very text. The word of the language
 * changes, and the lines between the marks where they differ; every other character stays.
 */
export function replaceBlocks(note: string, replacements: readonly Replacement[]): string {
	const ordered = [...replacements].sort((a, b) => a.block.word.start - b.block.word.start);
	const parts: string[] = [];
	let at = 0;
	for (const { block, language, text } of ordered) {
		parts.push(note.slice(at, block.word.start), language);
		at = block.word.end;
		if (text === block.text) continue;
		parts.push(note.slice(at, block.content.start), writeLines(note, block, text));
		at = block.content.end;
	}
	parts.push(note.slice(at));
	return parts.join("");
}

function writeLines(note: string, block: QueryBlock, text: string): string {
	const { prefix, lineBreak, content } = block;
	const lines = text.split("\n").map((line) => prefix + line);
	const isOpenEnded = content.end === note.length && !note.endsWith("\n");
	return lines.join(lineBreak) + (isOpenEnded ? "" : lineBreak);
}
