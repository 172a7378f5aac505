import { addEntry, DEEPEST_OUTLINE, leafNode } from "./outline-node";
import type { OutlineEntry, OutlineNode, OutlineNotes } from "./outline-node";
import { readKeyName, readScalar } from "./read-scalar";
import { skipQuoted } from "./skip-scalar";

/**
 * Outlines a flow collection (`[a, b]`, `{a: b}`, so also JSON) whose bracket stands at `start`.
 *
 * Never throws; what is not closed ends at `end`. One pass; nesting beyond the bound is passed over as a leaf. In `notes` it says whether
 * it is sure of the values: of those on one line, well formed.
 */
export function outlineFlow(
	text: string,
	start: number,
	end: number,
	notes: OutlineNotes,
): OutlineNode {
	const node = new FlowOutliner(text, start, end, notes).readCollection(0);
	if (notes.isSure && text.slice(start, node.end).includes("\n")) notes.isSure = false;
	return node;
}

class FlowOutliner {
	private readonly text: string;
	private readonly end: number;
	private readonly notes: OutlineNotes;
	private at: number;

	constructor(text: string, at: number, end: number, notes: OutlineNotes) {
		this.text = text;
		this.at = at;
		this.end = end;
		this.notes = notes;
	}

	readCollection(depth: number): OutlineNode {
		if (depth > DEEPEST_OUTLINE) return this.passOver();
		return this.text[this.at] === "{" ? this.readMap(depth) : this.readList(depth);
	}

	private readMap(depth: number): OutlineNode {
		const start = this.at++;
		const entries = new Map<string, OutlineEntry>();
		while (this.moveToPart("}", entries.size === 0)) {
			const keyStart = this.at;
			const key = this.readNode(depth);
			const written = this.text.slice(keyStart, key.end);
			const name = readKeyName(written);
			if (name === undefined) this.notes.isSure = false;
			this.skipBlank();
			let value = leafNode(keyStart, key.end);
			if (this.text[this.at] === ":" && this.at < this.end) {
				this.at++;
				this.skipBlank();
				if (!this.isAtPartEnd()) value = this.readNode(depth);
			}
			addEntry(entries, { name: name ?? written, keyStart, keyEnd: key.end, value }, this.notes);
			if (this.at === keyStart) this.at++;
		}
		return { start, end: this.at, scalar: null, entries, items: null };
	}

	private readList(depth: number): OutlineNode {
		const start = this.at++;
		const items: OutlineNode[] = [];
		while (this.moveToPart("]", items.length === 0)) {
			const before = this.at;
			items.push(this.readNode(depth));
			this.skipBlank();
			if (this.text[this.at] === ":") {
				// One pair without braces: the item is a map, of which only the place is kept.
				this.notes.isSure = false;
				this.at++;
				this.skipBlank();
				if (!this.isAtPartEnd()) this.readNode(depth);
			}
			if (this.at === before) this.at++;
		}
		return { start, end: this.at, scalar: null, entries: null, items };
	}

	/** Goes to the next part; false behind the closing bracket or at the end. */
	private moveToPart(closing: string, isFirst: boolean): boolean {
		this.skipBlank();
		const hasComma = this.text[this.at] === "," && this.at < this.end;
		if (hasComma) {
			this.at++;
			this.skipBlank();
		}
		const isClosed = this.at < this.end && this.text[this.at] === closing;
		// Parts have one comma between them; the last may have one behind it.
		if (hasComma === isFirst && !(isClosed && !hasComma)) this.notes.isSure = false;
		if (this.at >= this.end) {
			this.notes.isSure = false;
			return false;
		}
		if (isClosed) this.at++;
		return !isClosed;
	}

	private isAtPartEnd(): boolean {
		return this.at >= this.end || /[,\]}]/.test(this.text.charAt(this.at));
	}

	private readNode(depth: number): OutlineNode {
		const start = this.at;
		const first = this.text[start];
		if (first === "[" || first === "{") return this.readCollection(depth + 1);
		if (first === "'" || first === '"') this.at = skipQuoted(this.text, start, this.end);
		else this.skipPlainPart();
		let stop = this.at;
		while (stop > start && isBlank(this.text[stop - 1])) stop--;
		const value = start === stop ? undefined : readScalar(this.text.slice(start, stop));
		if (value === undefined) this.notes.isSure = false;
		return leafNode(start, stop, value);
	}

	private skipPlainPart(): void {
		for (; this.at < this.end; this.at++) {
			const character = this.text.charAt(this.at);
			if (/[,\]}[{]/.test(character)) return;
			if (character === ":" && /[\s,\]}]/.test(this.text.charAt(this.at + 1) || " ")) return;
			if (character === "#" && isBlank(this.text[this.at - 1])) return;
		}
	}

	private skipBlank(): void {
		while (this.at < this.end) {
			if (isBlank(this.text[this.at])) this.at++;
			else if (this.text[this.at] === "#") {
				const line = this.text.indexOf("\n", this.at);
				this.at = line === -1 ? this.end : Math.min(line, this.end);
			} else return;
		}
	}

	/** Passes over a collection by counting brackets. */
	private passOver(): OutlineNode {
		this.notes.isSure = false;
		const start = this.at;
		let open = 0;
		while (this.at < this.end) {
			const character = this.text[this.at];
			if (character === "'" || character === '"')
				this.at = skipQuoted(this.text, this.at, this.end);
			else {
				this.at++;
				if (character === "[" || character === "{") open++;
				else if ((character === "]" || character === "}") && --open <= 0) break;
			}
		}
		return leafNode(start, this.at);
	}
}

function isBlank(character: string | undefined): boolean {
	return character === " " || character === "\n" || character === "\t" || character === "\r";
}
