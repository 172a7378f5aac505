import { endOfTag } from "../../index/literals/names";
import type { Obstacle, ObstacleReason } from "../conversion";
import type { Search } from "./search-tree";

/** What was understood of a search, and all that has no counterpart. */
export interface ParsedSearch {
	/** Undefined where nothing is left to search for. */
	readonly search: Search | undefined;
	readonly obstacles: readonly Obstacle[];
}

/** What a word means where it stands: in the search itself, or behind an operator. */
type ReadWord = (word: string, part: string) => Search | undefined;

const OPERATOR =
	/(file|path|tag|content|match-case|ignore-case|line|block|section|task-todo|task-done|task):/iy;
const BLANKS = /\s+/y;
const BARE = /[^\s()"]+/y;
const OR = /OR(?=[\s()]|$)/y;
/** Deeper brackets are refused rather than run out of stack. */
const DEEPEST = 200;

/**
 * Reads a search as Obsidian's embedded `query` blocks hold them (its help, "Search"): words stand for all of them, `OR` for any, `-`
 * excludes, brackets group; `tag:`, `path:`, `file:` and `[property:value]` can be turned. Never throws.
 */
export function parseSearch(text: string): ParsedSearch {
	const reader = new SearchReader(text);
	const search = reader.readAll();
	if (search === undefined && reader.obstacles.length === 0) reader.refuse("empty", text.trim());
	return { search, obstacles: reader.obstacles };
}

class SearchReader {
	readonly obstacles: Obstacle[] = [];
	readonly #text: string;
	#at = 0;
	#depth = 0;

	constructor(text: string) {
		this.#text = text;
	}

	refuse(reason: ObstacleReason, part: string): Search | undefined {
		this.obstacles.push({ reason, part });
		return undefined;
	}

	readAll(): Search | undefined {
		const search = this.#readAny((_word, part) => this.refuse("text-search", part));
		if (this.#at < this.#text.length) this.refuse("unfinished", this.#text.slice(this.#at).trim());
		return search;
	}

	#take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#at;
		const match = pattern.exec(this.#text);
		if (match === null) return undefined;
		this.#at += match[0].length;
		return match[0];
	}

	#readAny(read: ReadWord): Search | undefined {
		const items = [this.#readEvery(read)];
		while (this.#take(OR) !== undefined) {
			const item = this.#readEvery(read);
			if (item === undefined && this.obstacles.length === 0) this.refuse("unfinished", "OR");
			items.push(item);
		}
		if (items.length > 1 && items[0] === undefined && this.obstacles.length === 0) {
			this.refuse("unfinished", "OR");
		}
		return join("or", items);
	}

	/** Reads up to `OR`, a closing bracket or the end. */
	#readEvery(read: ReadWord): Search | undefined {
		const items: (Search | undefined)[] = [];
		for (;;) {
			this.#take(BLANKS);
			const sign = this.#text.charAt(this.#at);
			if (sign === "" || sign === ")" || this.#isOr()) return join("and", items);
			items.push(this.#readOne(read));
		}
	}

	#isOr(): boolean {
		OR.lastIndex = this.#at;
		return OR.test(this.#text);
	}

	#readOne(read: ReadWord): Search | undefined {
		const start = this.#at;
		const sign = this.#text.charAt(start);
		if (sign === "-" && /[^\s)]/.test(this.#text.charAt(start + 1))) {
			this.#at++;
			if (++this.#depth > DEEPEST) return this.#giveUp(start);
			const item = this.#readOne(read);
			this.#depth--;
			return item === undefined ? undefined : { type: "not", item };
		}
		if (sign === "(") return this.#readBrackets(read);
		if (sign === "[") return this.#readProperty();
		if (sign === '"') return this.#readQuoted(read);
		if (sign === "/") return this.#readPattern();
		const operator = this.#take(OPERATOR)?.slice(0, -1).toLowerCase();
		if (operator !== undefined) return this.#readOperand(operator, start);
		const word = this.#take(BARE) ?? this.#takeSign();
		return read(word, word);
	}

	#takeSign(): string {
		this.#at++;
		return this.#text.slice(this.#at - 1, this.#at);
	}

	#giveUp(start: number): Search | undefined {
		this.#at = this.#text.length;
		return this.refuse("unfinished", this.#text.slice(start, start + 20));
	}

	#readBrackets(read: ReadWord): Search | undefined {
		const start = this.#at;
		if (this.#depth >= DEEPEST) return this.#giveUp(start);
		this.#depth++;
		this.#at++;
		const inner = this.#readAny(read);
		this.#depth--;
		if (this.#text.charAt(this.#at) !== ")") return this.#giveUp(start);
		this.#at++;
		return inner;
	}

	#readQuoted(read: ReadWord): Search | undefined {
		const start = this.#at;
		let text = "";
		for (let at = start + 1; at < this.#text.length; at++) {
			const sign = this.#text.charAt(at);
			if (sign === '"') {
				this.#at = at + 1;
				return read(text, this.#text.slice(start, at + 1));
			}
			const isEscape = sign === "\\" && this.#text.charAt(at + 1) === '"';
			text += isEscape ? '"' : sign;
			if (isEscape) at++;
		}
		return this.#giveUp(start);
	}

	/** A regular expression ends with a slash that no backslash stands before; what starts with a slash and has no end is a word. */
	#readPattern(): Search | undefined {
		const pattern = this.#take(/\/(?:[^/\\\r\n]|\\.)+\//y);
		if (pattern !== undefined) return this.refuse("regular-expression", pattern);
		return this.refuse("text-search", this.#take(BARE) ?? this.#takeSign());
	}

	#readOperand(operator: string, start: number): Search | undefined {
		this.#take(/[ \t]+/y);
		const readWord = this.#wordReader(operator, start);
		const sign = this.#text.charAt(this.#at);
		if (sign === "" || /[\s)]/.test(sign)) {
			return this.refuse("unfinished", this.#text.slice(start, this.#at).trim());
		}
		const before = this.obstacles.length;
		const found = this.#readOne(readWord);
		if (readWord !== refuseNothing) return found;
		// What stands behind an operator that cannot be turned is named with it, once.
		this.obstacles.length = before;
		return this.refuse("search-operator", this.#text.slice(start, this.#at));
	}

	#wordReader(operator: string, start: number): ReadWord {
		switch (operator) {
			case "tag":
				return (word) => {
					const tag = word.replace(/^#/, "");
					const isTag = tag !== "" && endOfTag(`#${tag}`, 0) === tag.length + 1;
					if (isTag) return { type: "tag", tag };
					return this.refuse("no-tag", this.#text.slice(start, this.#at));
				};
			case "path":
			case "file":
				return (text) => ({ type: operator, text });
			default:
				return refuseNothing;
		}
	}

	#readProperty(): Search | undefined {
		const start = this.#at;
		const match = this.#take(/\[(?:"[^"\]\r\n]*"|[^"\]:\r\n]+)[\]:]/y);
		if (match === undefined)
			return this.refuse("text-search", this.#take(BARE) ?? this.#takeSign());
		const name = match.slice(1, -1).trim().replace(/^"|"$/g, "").trim();
		if (match.endsWith("]")) return { type: "property", name };
		const close = closingBracket(this.#text, this.#at);
		if (close === undefined) return this.#giveUp(start);
		const inner = new SearchReader(this.#text.slice(this.#at, close));
		this.#at = close + 1;
		const part = this.#text.slice(start, this.#at);
		const found = inner.#readAny((word, written) => this.#readValue(name, word, written, part));
		this.obstacles.push(...inner.obstacles);
		if (found !== undefined || this.obstacles.length > 0) return found;
		return { type: "property", name };
	}

	#readValue(name: string, word: string, written: string, part: string): Search | undefined {
		const isCompared = written === "null" || /^[<>]/.test(written);
		return isCompared
			? this.refuse("property-comparison", part)
			: { type: "value", name, text: word };
	}
}

const refuseNothing: ReadWord = () => undefined;

/** The bracket that ends a property's value; one inside quotes does not. */
function closingBracket(text: string, from: number): number | undefined {
	let isQuoted = false;
	for (let at = from; at < text.length; at++) {
		const sign = text.charAt(at);
		if (sign === "\\") at++;
		else if (sign === '"') isQuoted = !isQuoted;
		else if (sign === "]" && !isQuoted) return at;
	}
	return undefined;
}

function join(type: "and" | "or", items: readonly (Search | undefined)[]): Search | undefined {
	const found = items.filter((item) => item !== undefined);
	const [only] = found;
	return found.length > 1 ? { type, items: found } : only;
}
