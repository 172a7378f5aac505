import { outlineFlow } from "./outline-flow";
import { addEntry, DEEPEST_OUTLINE, leafNode } from "./outline-node";
import type { OutlineEntry, OutlineNode, OutlineNotes } from "./outline-node";
import { readKeyName, readScalar } from "./read-scalar";
import { lineEnd, skipBlockScalar, skipPlain, skipQuoted, skipSpaces } from "./skip-scalar";

/** Other characters than these are rare in rules, and a YAML parser looks at them more closely: tabs, control characters, surrogates. */
const RARE = /[^\n\r\x20-\x7E\xA0-\uD7FF\uE000-\uFFFD]|\r(?!\n)/;

/**
 * Reads the YAML value behind a key that has `indent` blanks before it and ends at `at`: where its parts stand, and their values where
 * these are plain.
 *
 * A YAML parser gives values without their places; this goes by the shape (keys and list items by their indentation, flow collections,
 * the three kinds of scalars). In `notes` it says whether it is sure of the values. Never throws; one pass over the lines.
 */
export function outlineBlock(
	text: string,
	at: number,
	indent: number,
	notes: OutlineNotes,
): OutlineNode {
	const outliner = new BlockOutliner(text, at, notes);
	const node = outliner.readValue(indent, at, 0, true);
	outliner.finish(indent);
	if (notes.isSure && RARE.test(text.slice(at, node.end))) notes.isSure = false;
	return node;
}

/** A key with the offsets of its end and behind its colon. */
interface FoundKey {
	readonly name: string;
	readonly end: number;
	readonly behind: number;
}

class BlockOutliner {
	private readonly text: string;
	private readonly end: number;
	private readonly notes: OutlineNotes;
	private at: number;
	private lineStart: number;

	constructor(text: string, at: number, notes: OutlineNotes) {
		this.text = text;
		this.end = text.length;
		this.notes = notes;
		this.at = at;
		this.lineStart = text.lastIndexOf("\n", at - 1) + 1;
	}

	/** Looks whether what follows the value can follow it. */
	finish(indent: number): void {
		if (this.seek() && this.column > indent) this.notes.isSure = false;
	}

	/** Reads what stands behind a key's colon or a dash, on the same line or the following ones. */
	readValue(parentIndent: number, fallback: number, depth: number, isInMap: boolean): OutlineNode {
		this.skipProperties();
		if (!this.isAtLineEnd()) return this.readInline(parentIndent);
		if (!this.seek()) return leafNode(fallback, fallback);
		const { column } = this;
		const isSameDash = isInMap && column === parentIndent && this.isAtDash();
		if (column <= parentIndent && !isSameDash) return leafNode(fallback, fallback);
		return this.readBlock(column, parentIndent, depth);
	}

	private readBlock(column: number, parentIndent: number, depth: number): OutlineNode {
		if (depth <= DEEPEST_OUTLINE) {
			if (this.isAtDash()) return this.readList(column, depth);
			const key = this.readKey();
			if (key !== undefined) return this.readMap(column, depth, key);
			this.skipProperties();
		} else this.notes.isSure = false;
		return this.readInline(parentIndent);
	}

	private readMap(column: number, depth: number, first: FoundKey): OutlineNode {
		const start = this.at;
		const entries = new Map<string, OutlineEntry>();
		let end = start;
		let key: FoundKey | undefined = first;
		do {
			const keyStart = this.at;
			key ??= this.readKey();
			if (key === undefined) this.passLine();
			else {
				const { name, end: keyEnd } = key;
				this.at = key.behind;
				const value = this.readValue(column, keyStart, depth + 1, true);
				end = Math.max(keyEnd, value.end);
				addEntry(entries, { name, keyStart, keyEnd, value }, this.notes);
			}
			key = undefined;
		} while (this.seekSibling(column));
		return { start, end, scalar: null, entries, items: null };
	}

	private readList(column: number, depth: number): OutlineNode {
		const start = this.at;
		const items: OutlineNode[] = [];
		let end = start;
		do {
			if (!this.isAtDash()) break;
			const dash = this.at++;
			this.skipProperties();
			const item = this.isAtLineEnd()
				? this.readValue(column, dash, depth + 1, false)
				: this.readBlock(this.column, column, depth + 1);
			// Of a list in a list js-yaml reads empty items otherwise than one by its indentation.
			if (item.items !== null) this.notes.isSure = false;
			items.push(item);
			end = Math.max(dash + 1, item.end);
		} while (this.seekSibling(column));
		return { start, end, scalar: null, entries: null, items };
	}

	private readInline(parentIndent: number): OutlineNode {
		const start = this.at;
		const first = this.text[start];
		if (first === "[" || first === "{") {
			const node = outlineFlow(this.text, start, this.end, this.notes);
			this.at = node.end;
			this.expectLineEnd();
			return node;
		}
		const isQuoted = first === "'" || first === '"';
		if (isQuoted) this.at = skipQuoted(this.text, start, this.end);
		else if (first === "|" || first === ">")
			this.at = skipBlockScalar(this.text, start, parentIndent, this.end);
		else this.at = skipPlain(this.text, start, parentIndent, this.end);
		const { at } = this;
		if (isQuoted) this.expectLineEnd();
		const value = readScalar(this.text.slice(start, at));
		if (value === undefined) this.notes.isSure = false;
		return leafNode(start, at, value);
	}

	private readKey(): FoundKey | undefined {
		const { text, at } = this;
		const stop = lineEnd(text, at, this.end);
		const first = text[at];
		const isQuoted = first === "'" || first === '"';
		let end = isQuoted ? skipQuoted(text, at, stop) : findColon(text, at, stop);
		if (end === -1) return undefined;
		const colon = isQuoted ? skipSpaces(text, end, stop) : end;
		if (text[colon] !== ":" || (colon + 1 < stop && !isBlank(text[colon + 1]))) return undefined;
		while (isBlank(text[end - 1])) end--;
		const written = text.slice(at, end);
		const name = readKeyName(written);
		if (name === undefined) this.notes.isSure = false;
		return { name: name ?? written, end, behind: colon + 1 };
	}

	private expectLineEnd(): void {
		const { at } = this;
		this.at = skipSpaces(this.text, at, this.end);
		if (!this.isAtLineEnd() || (this.at === at && this.text[at] === "#")) this.notes.isSure = false;
	}

	private passLine(): void {
		this.notes.isSure = false;
		this.at = lineEnd(this.text, this.at, this.end);
	}

	/** Anchors and tags in front of a value. */
	private skipProperties(): void {
		this.at = skipSpaces(this.text, this.at, this.end);
		while (this.text[this.at] === "&" || this.text[this.at] === "!") {
			this.notes.isSure = false;
			while (this.at < this.end && !/\s/.test(this.text.charAt(this.at))) this.at++;
			this.at = skipSpaces(this.text, this.at, this.end);
		}
	}

	private isAtLineEnd(): boolean {
		const character = this.text[this.at];
		return this.at >= this.end || character === "\n" || character === "\r" || character === "#";
	}

	private isAtDash(): boolean {
		if (this.text[this.at] !== "-") return false;
		const next = this.text[this.at + 1];
		return next === undefined || isBlank(next) || next === "\n" || next === "\r";
	}

	private get column(): number {
		return this.at - this.lineStart;
	}

	/** Goes to the next line with content; false at the end of the document. */
	private seek(): boolean {
		const { text, end } = this;
		let { at } = this;
		while (at < end) {
			const character = text[at];
			if (character === " " || character === "\r" || character === "\t") at++;
			else if (character === "\n") this.lineStart = ++at;
			else if (character === "#") at = lineEnd(text, at, end);
			else break;
		}
		this.at = at;
		return at < end && (this.column > 0 || !isDocumentMark(text, at));
	}

	/** Goes to the next line that stands in this column, over deeper ones; false where a shallower one or the end comes first. */
	private seekSibling(column: number): boolean {
		while (this.seek()) {
			if (this.column === column) return true;
			if (this.column < column) return false;
			this.passLine();
		}
		return false;
	}
}

function findColon(text: string, at: number, stop: number): number {
	const line = text.slice(at, stop);
	const hash = line.indexOf(" #");
	for (let colon = line.indexOf(":"); colon !== -1; colon = line.indexOf(":", colon + 1)) {
		if (hash !== -1 && hash < colon) return -1;
		if (colon + 1 >= line.length || isBlank(line[colon + 1])) return at + colon;
	}
	return -1;
}

function isDocumentMark(text: string, at: number): boolean {
	return text.startsWith("---", at) || text.startsWith("...", at);
}

function isBlank(character: string | undefined): boolean {
	return character === " " || character === "\t";
}
