import type { FenceOpening } from "../document/fence-marks";
import { closesFence, readOpening } from "../document/fence-marks";
import { joinTemplates } from "./fence-code";

/** A fenced code block of a note. */
export interface FenceBlock {
	/** The word behind the opening marks, "" where there is none. */
	readonly language: string;
	/** The code with `\n` line breaks, without one at its end, as it was before `fenceCode` wrote it. */
	readonly text: string;
	/** UTF-16 offset of the line with the opening marks. */
	readonly start: number;
	/** UTF-16 offset behind the line with the closing marks, or the end of the text. */
	readonly end: number;
	/** 1-based line of the opening marks. */
	readonly line: number;
}

/**
 * Finds a text's fenced code blocks (CommonMark 0.31, section 4.5) at the top level, in order; one that nothing closes ends with the
 * text. Blocks inside lists and quotes are not looked for.
 */
export function findFences(text: string): FenceBlock[] {
	const found: FenceBlock[] = [];
	let open: OpenFence | undefined;
	let line = 0;
	for (let start = 0; start < text.length;) {
		const newline = text.indexOf("\n", start);
		const end = newline === -1 ? text.length : newline + 1;
		const content = text.slice(start, newline === -1 ? end : newline).replace(/\r$/, "");
		line++;
		if (open === undefined) {
			const opening = readOpening(content);
			if (opening !== undefined) open = { ...opening, start, code: end, line };
		} else if (closesFence(open.marks, content)) {
			found.push(finish(text, open, start, end));
			open = undefined;
		}
		start = end;
	}
	if (open !== undefined) found.push(finish(text, open, text.length, text.length));
	return found;
}

interface OpenFence extends FenceOpening {
	readonly start: number;
	readonly code: number;
	readonly line: number;
}

function finish(text: string, open: OpenFence, codeEnd: number, end: number): FenceBlock {
	const raw = text.slice(open.code, codeEnd).replace(/\r\n?/g, "\n").replace(/\n$/, "");
	const outdented =
		open.indent === 0 ? raw : raw.replace(new RegExp(`^ {1,${open.indent}}`, "gm"), "");
	const { language, start, line } = open;
	return { language, text: joinTemplates(outdented), start, end, line };
}
