import { DEEPEST_OUTLINE, leafNode } from "./outline-node";
import type { OutlineEntry, OutlineNode, RepeatedKey } from "./outline-node";
import { skipQuoted, unquote } from "./skip-scalar";

/**
 * Outlines a flow collection (`[a, b]`, `{a: b}`, so also JSON) whose bracket stands at `start`.
 *
 * Never throws; what is not closed ends at `end`. One pass; nesting beyond the bound is passed over as a leaf.
 */
export function outlineFlow(
	text: string,
	start: number,
	end: number,
	repeated: RepeatedKey[] = [],
): OutlineNode {
	return new FlowOutliner(text, start, end, repeated).readCollection(0);
}

class FlowOutliner {
	private readonly text: string;
	private readonly end: number;
	private readonly repeated: RepeatedKey[];
	private at: number;

	constructor(text: string, at: number, end: number, repeated: RepeatedKey[]) {
		this.text = text;
		this.at = at;
		this.end = end;
		this.repeated = repeated;
	}

	readCollection(depth: number): OutlineNode {
		if (depth > DEEPEST_OUTLINE) return this.passOver();
		return this.text[this.at] === "{" ? this.readMap(depth) : this.readList(depth);
	}

	private readMap(depth: number): OutlineNode {
		const start = this.at++;
		const entries = new Map<string, OutlineEntry>();
		while (this.moveToPart("}")) {
			const keyStart = this.at;
			const key = this.readNode(depth);
			const written = this.text.slice(keyStart, key.end);
			const name = /^["']/.test(written) ? unquote(written) : written;
			this.skipBlank();
			let value = leafNode(keyStart, key.end);
			if (this.text[this.at] === ":" && this.at < this.end) {
				this.at++;
				this.skipBlank();
				if (!this.isAtPartEnd()) value = this.readNode(depth);
			}
			if (entries.has(name)) this.repeated.push({ key: name, start: keyStart, end: key.end });
			entries.set(name, { keyStart, end: Math.max(key.end, value.end), value });
			if (this.at === keyStart) this.at++;
		}
		return { start, end: this.at, entries, items: null };
	}

	private readList(depth: number): OutlineNode {
		const start = this.at++;
		const items: OutlineNode[] = [];
		while (this.moveToPart("]")) {
			const before = this.at;
			items.push(this.readNode(depth));
			this.skipBlank();
			if (this.text[this.at] === ":") {
				// One pair without braces: the item is a map, of which only the place is kept.
				this.at++;
				this.skipBlank();
				if (!this.isAtPartEnd()) this.readNode(depth);
			}
			if (this.at === before) this.at++;
		}
		return { start, end: this.at, entries: null, items };
	}

	/** Goes to the next part; false behind the closing bracket or at the end. */
	private moveToPart(closing: string): boolean {
		this.skipBlank();
		if (this.text[this.at] === "," && this.at < this.end) {
			this.at++;
			this.skipBlank();
		}
		if (this.at >= this.end) return false;
		if (this.text[this.at] !== closing) return true;
		this.at++;
		return false;
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
		return leafNode(start, stop);
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
