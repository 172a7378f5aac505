/** A piece of prose that upstream wrote, as a panel draws it. */
export type ProseBlock =
	| { readonly kind: "heading" | "paragraph" | "quote" | "code"; readonly text: string }
	| { readonly kind: "list"; readonly isNumbered: boolean; readonly items: readonly ProseItem[] };

/** An entry of a list, and how deep it lies in it: 0 for the outermost. */
export interface ProseItem {
	readonly text: string;
	readonly depth: number;
}

const FENCE = /^\s*(`{3,}|~{3,})/;
const HEADING = /^\s{0,3}#{1,6}\s+(\S.*)$/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(\S.*)$/;
const QUOTE = /^\s*>\s?(.*)$/;
const DEEPEST = 3;

/** A block that may still grow. */
type OpenBlock =
	| Exclude<ProseBlock, { kind: "list" }>
	| { readonly kind: "list"; readonly isNumbered: boolean; readonly items: ProseItem[] };

/**
 * Takes prose apart into headings, paragraphs, lists, quotes and code.
 *
 * It is somebody else's text: whatever else it holds (HTML, tables, pictures, placeholders) stays the text that it is.
 */
export function splitProse(text: string): ProseBlock[] {
	const blocks: OpenBlock[] = [];
	const lines = text.trim().split(/\r?\n/);
	for (let at = 0; at < lines.length;) {
		const line = lines[at] ?? "";
		const fence = FENCE.exec(line)?.[1];
		if (fence === undefined) {
			addLine(blocks, line, at > 0 && lines[at - 1]?.trim() === "");
			at++;
			continue;
		}
		const end = findClose(lines, at + 1, fence);
		blocks.push({ kind: "code", text: lines.slice(at + 1, end).join("\n") });
		at = end + 1;
	}
	return blocks;
}

/** The line that closes a fence; the end of the text where none does. */
function findClose(lines: readonly string[], from: number, fence: string): number {
	for (let at = from; at < lines.length; at++) {
		if ((lines[at] ?? "").trim().startsWith(fence)) return at;
	}
	return lines.length;
}

function addLine(blocks: OpenBlock[], line: string, isAfterBlank: boolean): void {
	if (line.trim() === "") return;
	const heading = HEADING.exec(line)?.[1];
	if (heading !== undefined) {
		blocks.push({ kind: "heading", text: heading.replace(/\s#+$/, "") });
		return;
	}
	const [, indent = "", number, entry] = ITEM.exec(line) ?? [];
	if (entry !== undefined) {
		addItem(blocks, { text: entry, depth: depthOf(indent) }, number !== undefined);
		return;
	}
	const quoted = QUOTE.exec(line)?.[1];
	const kind = quoted === undefined ? "paragraph" : "quote";
	addText(blocks, kind, (quoted ?? line).trim(), isAfterBlank);
}

function addItem(blocks: OpenBlock[], item: ProseItem, isNumbered: boolean): void {
	const last = blocks.at(-1);
	const goesOn = last?.kind === "list" && (item.depth > 0 || last.isNumbered === isNumbered);
	if (goesOn) last.items.push(item);
	else blocks.push({ kind: "list", isNumbered, items: [item] });
}

/** Lines of one paragraph stand below each other, as upstream broke them. */
function addText(
	blocks: OpenBlock[],
	kind: "paragraph" | "quote",
	text: string,
	isNew: boolean,
): void {
	const last = blocks.at(-1);
	if (last?.kind !== kind || isNew) blocks.push({ kind, text });
	else blocks[blocks.length - 1] = { kind, text: `${last.text}\n${text}` };
}

function depthOf(indent: string): number {
	const width = indent.replace(/\t/g, "    ").length;
	return Math.min(DEEPEST, Math.floor(width / 2));
}
