import { outlineFlow } from "./outline-flow";
import { DEEPEST_OUTLINE, leafNode } from "./outline-node";
import type { OutlineEntry, OutlineNode, RepeatedKey } from "./outline-node";
import {
	lineEnd,
	skipBlockScalar,
	skipPlain,
	skipQuoted,
	skipSpaces,
	unquote,
} from "./skip-scalar";

/**
 * Finds where the parts of a YAML value stand: the value behind a key that has `indent` blanks before it and ends at `at`.
 *
 * The YAML parser gives values without their places; this reads only the shape (keys and list items by their indentation, flow
 * collections, the three kinds of scalars) and trusts that the text parses. Never throws; one pass over the lines.
 */
export function outlineBlock(
	text: string,
	at: number,
	indent: number,
	repeated: RepeatedKey[],
): OutlineNode {
	return new BlockOutliner(text, at, repeated).readValue(indent, at, 0, true);
}

class BlockOutliner {
	private readonly text: string;
	private readonly end: number;
	private readonly repeated: RepeatedKey[];
	private at: number;
	private lineStart: number;

	constructor(text: string, at: number, repeated: RepeatedKey[]) {
		this.text = text;
		this.end = text.length;
		this.repeated = repeated;
		this.at = at;
		this.lineStart = text.lastIndexOf("\n", at - 1) + 1;
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
			if (key !== undefined) return this.readMap(column, depth);
			this.skipProperties();
		}
		return this.readInline(parentIndent);
	}

	private readMap(column: number, depth: number): OutlineNode {
		const start = this.at;
		const entries = new Map<string, OutlineEntry>();
		let end = start;
		do {
			const keyStart = this.at;
			const key = this.readKey();
			if (key === undefined) this.at = lineEnd(this.text, this.at, this.end);
			else {
				if (entries.has(key.name))
					this.repeated.push({ key: key.name, start: keyStart, end: key.end });
				this.at = key.behind;
				const value = this.readValue(column, keyStart, depth + 1, true);
				end = Math.max(key.end, value.end);
				entries.set(key.name, { keyStart, end, value });
			}
		} while (this.seekSibling(column));
		return { start, end, entries, items: null };
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
			items.push(item);
			end = Math.max(dash + 1, item.end);
		} while (this.seekSibling(column));
		return { start, end, entries: null, items };
	}

	private readInline(parentIndent: number): OutlineNode {
		const start = this.at;
		const first = this.text[start];
		if (first === "[" || first === "{") {
			const node = outlineFlow(this.text, start, this.end, this.repeated);
			this.at = node.end;
			return node;
		}
		if (first === "'" || first === '"') this.at = skipQuoted(this.text, start, this.end);
		else if (first === "|" || first === ">")
			this.at = skipBlockScalar(this.text, start, parentIndent, this.end);
		else this.at = skipPlain(this.text, start, parentIndent, this.end);
		return leafNode(start, this.at);
	}

	/** The key at this place with the offsets of its end and behind its colon; undefined where the line has none. */
	private readKey(): { name: string; end: number; behind: number } | undefined {
		const { text, at } = this;
		const stop = lineEnd(text, at, this.end);
		const first = text[at];
		let end: number;
		let name: string;
		if (first === "'" || first === '"') {
			end = skipQuoted(text, at, stop);
			name = unquote(text.slice(at, end));
		} else {
			end = findColon(text, at, stop);
			if (end === -1) return undefined;
			name = text.slice(at, end).trimEnd();
		}
		const colon = skipSpaces(text, end, stop);
		if (text[colon] !== ":" || (colon + 1 < stop && !isBlank(text[colon + 1]))) return undefined;
		return { name, end, behind: colon + 1 };
	}

	/** Anchors and tags in front of a value. */
	private skipProperties(): void {
		this.at = skipSpaces(this.text, this.at, this.end);
		while (this.text[this.at] === "&" || this.text[this.at] === "!") {
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
		while (this.at < this.end) {
			const character = this.text[this.at];
			if (character === "\n") this.lineStart = ++this.at;
			else if (character === "#") this.at = lineEnd(this.text, this.at, this.end);
			else if (isBlank(character) || character === "\r") this.at++;
			else return this.column > 0 || !isDocumentMark(this.text, this.at);
		}
		return false;
	}

	/** Goes to the next line that stands in this column, over deeper ones; false where a shallower one or the end comes first. */
	private seekSibling(column: number): boolean {
		while (this.seek()) {
			if (this.column === column) return true;
			if (this.column < column) return false;
			this.at = lineEnd(this.text, this.at, this.end);
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
