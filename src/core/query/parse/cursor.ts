import type { QueryError } from "../outcome";
import { advise } from "./advise";
import { suggestWord } from "./suggest-word";

/** A place in a query's text that moves on as things are read, and remembers how far anything got. */
export class Cursor {
	readonly text: string;
	/** Offset of the next character. */
	at: number;
	/** How deep the expression at hand is nested. */
	depth = 0;
	#furthest = 0;
	readonly #expected = new Set<string>();
	readonly #words = new Set<string>();
	readonly #deadEnds = new Set<number>();

	constructor(text: string, at = 0) {
		this.text = text;
		this.at = at;
	}

	/** Whether everything is read. */
	get isAtEnd(): boolean {
		return this.at >= this.text.length;
	}

	/** Notes what could stand here, for the error should nothing get further; `words` are what a misspelt word may mean. */
	expect(what: string, words: readonly string[] = []): void {
		if (this.at > this.#furthest) {
			this.#furthest = this.at;
			this.#expected.clear();
			this.#words.clear();
		}
		if (this.at < this.#furthest) return;
		this.#expected.add(what);
		for (const word of words) this.#words.add(word);
	}

	/** Remembers that nothing can follow an expression here, whatever expression that is. */
	markDeadEnd(at: number): void {
		this.#deadEnds.add(at);
	}

	/** Whether that is known: each expression that ends here would try the same again, twice as often at each level of nesting. */
	get isDeadEnd(): boolean {
		return this.#deadEnds.has(this.at);
	}

	/** Takes a text where it stands here. */
	take(word: string): boolean {
		if (!this.text.startsWith(word, this.at)) return false;
		this.at += word.length;
		return true;
	}

	/** Takes what a sticky pattern matches here. */
	match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.at += found.length;
		return found;
	}

	/** Skips blanks; tells whether there were any. */
	skipBlanks(): boolean {
		const start = this.at;
		while (isBlank(this.text.charCodeAt(this.at))) this.at++;
		return this.at > start;
	}

	/** Skips blanks and `//` comments, which may stand between clauses. */
	skipBlanksAndComments(): void {
		for (;;) {
			this.skipBlanks();
			if (!this.text.startsWith("//", this.at)) return;
			const end = this.text.indexOf("\n", this.at);
			this.at = end === -1 ? this.text.length : end;
		}
	}

	/** The error that says what was expected where the reading got furthest. */
	error(): QueryError {
		const expected = [...this.#expected];
		const wanted = listWords(expected);
		const meant = suggestWord(this.text, this.#furthest, [...this.#words]);
		const at = meant === undefined ? this.#furthest : startOfWord(this.text, this.#furthest);
		const place = positionOf(this.text, at);
		const hint = advise(this.text, this.#furthest, expected, meant);
		const tail = hint === undefined ? "" : `; ${hint}`;
		return { kind: "parse", message: `${wanted}, found ${this.#found(at)}${tail}`, ...place };
	}

	#found(at: number): string {
		const rest = this.text.slice(at);
		if (rest.trim() === "") return "the end of the query";
		const word = /^\s*(?:[\p{L}\p{N}_-]+|\S)/u.exec(rest)?.[0].trim() ?? "";
		return `"${word}"`;
	}
}

/** The `OR` of `ORDER` is read for itself, and what is told is the whole word. */
function startOfWord(text: string, at: number): number {
	if (!/\p{L}/u.test(text.charAt(at))) return at;
	let start = at;
	while (start > 0 && at - start < 40 && /\p{L}/u.test(text.charAt(start - 1))) start--;
	return start;
}

/** Gives the 1-based line and column of an offset. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	const start = before.lastIndexOf("\n") + 1;
	return { line: before.split("\n").length, column: offset - start + 1 };
}

function listWords(words: readonly string[]): string {
	if (words.length === 0) return "This cannot stand here";
	const last = words.at(-1) ?? "";
	const first = words.slice(0, -1).join(", ");
	return `Expected ${first === "" ? last : `${first} or ${last}`}`;
}

function isBlank(code: number): boolean {
	if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
	return /\s/.test(String.fromCharCode(code));
}
