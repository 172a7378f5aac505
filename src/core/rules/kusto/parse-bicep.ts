/** A resource of a Bicep file. */
export interface BicepResource {
	/** `Microsoft.SecurityInsights/alertRules`, without its API version. */
	readonly type: string;
	/** Strings, numbers, booleans, lists and tables as written; an expression is its text. */
	readonly value: ReadonlyMap<string, BicepValue>;
	/** UTF-16 offsets of the declaration. */
	readonly start: number;
	readonly end: number;
}

/** A value in a Bicep file. */
export type BicepValue =
	string | number | boolean | null | readonly BicepValue[] | ReadonlyMap<string, BicepValue>;

const RESOURCE =
	/^[ \t]*resource[ \t]+\w+[ \t]+'([^'@\n]*)@[^'\n]*'[ \t]*(?:existing[ \t]*)?=[^{\n]*/gm;
const VARIABLE = /^[ \t]*(?:var|param)[ \t]+(\w+)(?:[ \t]+\w+)?[ \t]*=[ \t]*(?=')/gm;
const MAX_DEPTH = 50;

/**
 * Reads the resources of a Bicep file whose body is an object literal, as far as literals go. A name of a `var` or a `param` with a
 * literal string stands for that string; every other expression is kept as text. Source: Bicep file structure and data types.
 */
export function parseBicep(text: string): readonly BicepResource[] {
	const variables = new Map<string, string>();
	for (const match of text.matchAll(VARIABLE)) {
		const reader = new Reader(text, match.index + match[0].length, variables);
		const value = reader.readString();
		if (match[1] !== undefined) variables.set(match[1], value);
	}
	const resources: BicepResource[] = [];
	let until = 0;
	for (const match of text.matchAll(RESOURCE)) {
		const open = match.index + match[0].length;
		if (match.index < until || text[open] !== "{") continue;
		const reader = new Reader(text, open, variables);
		const value = reader.readTable(0);
		resources.push({ type: match[1] ?? "", value, start: match.index, end: reader.at });
		until = reader.at;
	}
	return resources;
}

class Reader {
	at: number;
	private readonly text: string;
	private readonly variables: ReadonlyMap<string, string>;

	constructor(text: string, at: number, variables: ReadonlyMap<string, string>) {
		this.text = text;
		this.at = at;
		this.variables = variables;
	}

	/** Reads `{ key: value … }` from its brace on. */
	readTable(depth: number): ReadonlyMap<string, BicepValue> {
		const table = new Map<string, BicepValue>();
		this.at++;
		for (;;) {
			this.skipSpace();
			const character = this.text[this.at];
			if (character === undefined) return table;
			if (character === "}") {
				this.at++;
				return table;
			}
			const key = this.readKey();
			this.skipBlanks();
			if (key === undefined || this.text[this.at] !== ":") {
				this.skipLine();
				continue;
			}
			this.at++;
			this.skipSpace();
			table.set(key, this.readValue(depth + 1));
		}
	}

	readString(): string {
		if (this.text.startsWith("'''", this.at)) return this.readLongString();
		let value = "";
		for (this.at++; this.at < this.text.length; this.at++) {
			const character = this.text[this.at] ?? "";
			if (character === "'" || character === "\n") {
				if (character === "'") this.at++;
				return value;
			}
			if (character !== "\\") value += character;
			else {
				this.at++;
				const escaped = this.text[this.at] ?? "";
				value += { n: "\n", r: "\r", t: "\t" }[escaped] ?? escaped;
			}
		}
		return value;
	}

	/** `'''…'''` is verbatim; a line break behind the opening marks is not part of it. */
	private readLongString(): string {
		const start = this.at + 3;
		const end = this.text.indexOf("'''", start);
		const value = this.text.slice(start, end === -1 ? this.text.length : end);
		this.at = end === -1 ? this.text.length : end + 3;
		return value.replace(/^\r?\n/, "");
	}

	private readValue(depth: number): BicepValue {
		const character = this.text[this.at] ?? "";
		if (depth > MAX_DEPTH) return this.readExpression();
		if (character === "'") return this.readString();
		if (character === "{") return this.readTable(depth);
		if (character === "[") return this.readList(depth);
		return this.readExpression();
	}

	private readList(depth: number): readonly BicepValue[] {
		const list: BicepValue[] = [];
		this.at++;
		for (;;) {
			this.skipSpace();
			const character = this.text[this.at];
			if (character === undefined) return list;
			if (character === "]") {
				this.at++;
				return list;
			}
			const before = this.at;
			list.push(this.readValue(depth + 1));
			if (this.at === before) this.at++;
		}
	}

	/** Anything but a literal, up to the end of its line or of the bracket around it. */
	private readExpression(): BicepValue {
		const start = this.at;
		let open = 0;
		for (; this.at < this.text.length; this.at++) {
			const character = this.text[this.at] ?? "";
			if (character === "(" || character === "[" || character === "{") open++;
			else if (character === ")" || character === "]" || character === "}") {
				if (open === 0) break;
				open--;
			} else if (open === 0 && (character === "\n" || character === ",")) break;
		}
		const words = this.text.slice(start, this.at).trim();
		if (words === "true" || words === "false") return words === "true";
		if (words === "null") return null;
		if (/^-?\d{1,15}$/.test(words)) return Number(words);
		return this.variables.get(words) ?? words;
	}

	private readKey(): string | undefined {
		if (this.text[this.at] === "'") return this.readString();
		const start = this.at;
		while (/[\w$]/.test(this.text[this.at] ?? "")) this.at++;
		return start === this.at ? undefined : this.text.slice(start, this.at);
	}

	private skipBlanks(): void {
		while (this.text[this.at] === " " || this.text[this.at] === "\t") this.at++;
	}

	/** White space, commas and comments. */
	private skipSpace(): void {
		for (;;) {
			while (/[\s,]/.test(this.text[this.at] ?? "")) this.at++;
			if (this.text.startsWith("//", this.at)) this.skipLine();
			else if (this.text.startsWith("/*", this.at)) {
				const end = this.text.indexOf("*/", this.at + 2);
				this.at = end === -1 ? this.text.length : end + 2;
			} else return;
		}
	}

	private skipLine(): void {
		const end = this.text.indexOf("\n", this.at);
		this.at = end === -1 ? this.text.length : end + 1;
	}
}
