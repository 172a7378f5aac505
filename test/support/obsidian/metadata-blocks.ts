/** One block of a note, by lines: what Obsidian calls a section. */
export interface Block {
	readonly type: string;
	readonly from: number;
	/** The line after its last one. */
	readonly to: number;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^#{1,6}\s/;
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const thematicBreak = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const footnote = /^\[\^[^\]\s]+\]:/;
const tableRule = /^[\s|]*:?-+:?\s*(?:\||$)/;

type Lines = readonly string[];

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

function endOfFence(lines: Lines, from: number): number {
	const mark = fence.exec(lines[from] ?? "")?.[1] ?? "```";
	const closing = (line: string): boolean => {
		const text = line.trim();
		return text.startsWith(mark) && text === (mark[0] ?? "`").repeat(text.length);
	};
	for (let at = from + 1; at < lines.length; at++) {
		if (closing(lines[at] ?? "")) return at + 1;
	}
	return lines.length;
}

function endOfComment(lines: Lines, from: number): number {
	const first = (lines[from] ?? "").trim();
	if (first.length > 3 && first.endsWith("%%")) return from + 1;
	for (let at = from + 1; at < lines.length; at++) {
		if ((lines[at] ?? "").includes("%%")) return at + 1;
	}
	return lines.length;
}

function endOfRun(lines: Lines, from: number, goesOn: (line: string) => boolean): number {
	let at = from + 1;
	while (at < lines.length && !isBlank(lines[at]) && goesOn(lines[at] ?? "")) at++;
	return at;
}

const interrupts = (line: string): boolean =>
	fence.test(line) || heading.test(line) || line.startsWith(">") || listItem.test(line);

function blockAt(lines: Lines, from: number): Block {
	const line = lines[from] ?? "";
	const next = lines[from + 1] ?? "";
	const block = (type: string, to: number): Block => ({ type, from, to });
	if (fence.test(line)) return block("code", endOfFence(lines, from));
	if (line.trim().startsWith("%%")) return block("comment", endOfComment(lines, from));
	if (heading.test(line)) return block("heading", from + 1);
	if (thematicBreak.test(line)) return block("thematicBreak", from + 1);
	if (line.startsWith(">")) {
		const type = /^>\s*\[![^\]]+\]/.test(line) ? "callout" : "blockquote";
		return block(
			type,
			endOfRun(lines, from, () => true),
		);
	}
	if (footnote.test(line)) {
		return block(
			"footnoteDefinition",
			endOfRun(lines, from, (other) => !footnote.test(other)),
		);
	}
	if (listItem.test(line)) {
		return block(
			"list",
			endOfRun(lines, from, (other) => !fence.test(other.trimStart())),
		);
	}
	if (line.includes("|") && tableRule.test(next)) {
		return block(
			"table",
			endOfRun(lines, from, (other) => other.includes("|")),
		);
	}
	if (/^ {0,3}<[a-z!/]/i.test(line))
		return block(
			"html",
			endOfRun(lines, from, () => true),
		);
	return block(
		"paragraph",
		endOfRun(lines, from, (other) => !interrupts(other)),
	);
}

/** The blocks of a note's lines from line `from` on, in their order. */
export function findBlocks(lines: Lines, from: number): Block[] {
	const blocks: Block[] = [];
	let at = from;
	while (at < lines.length) {
		if (isBlank(lines[at])) {
			at += 1;
			continue;
		}
		const block = blockAt(lines, at);
		blocks.push(block);
		at = block.to;
	}
	return blocks;
}
