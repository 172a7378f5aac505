/** Where a text stops being JSON, and why. */
export interface JsonFault {
	/** UTF-16 offset. */
	readonly offset: number;
	/** A few words that end a sentence: `the text ends in the middle of a string`. */
	readonly reason: string;
}

type Expected = "value" | "first-item" | "first-key" | "key" | "colon" | "comma" | "end";

const WORDS = ["true", "false", "null"];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Finds the first fault of a text that is no JSON (RFC 8259), since engines word their errors differently and some leave out the place.
 *
 * Gives undefined where there is none. Linear in the text.
 */
export function findJsonFault(text: string): JsonFault | undefined {
	const open: ("{" | "[")[] = [];
	let expected: Expected = "value";
	let at = 0;
	for (;;) {
		at = skipSpace(text, at);
		const sign = text[at];
		if (sign === undefined) return expected === "end" ? undefined : cut(text, open.length);
		if (expected === "end") return unexpected(text, at);
		if (expected === "colon" || (expected === "comma" && sign === ",")) {
			if (expected === "colon" && sign !== ":") return unexpected(text, at);
			expected = expected === "comma" && open.at(-1) === "{" ? "key" : "value";
			at++;
		} else if (closes(sign, expected, open)) {
			open.pop();
			expected = open.length === 0 ? "end" : "comma";
			at++;
		} else if (expected === "comma" || (expected.endsWith("key") && sign !== '"')) {
			return unexpected(text, at);
		} else if (sign === "{" || sign === "[") {
			open.push(sign);
			expected = sign === "{" ? "first-key" : "first-item";
			at++;
		} else {
			const end = sign === '"' ? endOfString(text, at) : endOfScalar(text, at);
			if (typeof end !== "number") return end;
			at = end;
			expected = expected.endsWith("key") ? "colon" : open.length === 0 ? "end" : "comma";
		}
	}
}

function closes(sign: string, expected: Expected, open: readonly string[]): boolean {
	const inner = open.at(-1);
	if (sign === "}") return inner === "{" && (expected === "first-key" || expected === "comma");
	return sign === "]" && inner === "[" && (expected === "first-item" || expected === "comma");
}

function skipSpace(text: string, from: number): number {
	let at = from;
	while (isSpace(text.charCodeAt(at))) at++;
	return at;
}

function isSpace(code: number): boolean {
	return code === 32 || code === 10 || code === 13 || code === 9;
}

function endOfScalar(text: string, at: number): number | JsonFault {
	const word = WORDS.find((candidate) => text.startsWith(candidate, at));
	if (word !== undefined) return at + word.length;
	NUMBER.lastIndex = at;
	const match = NUMBER.exec(text);
	if (match !== null) return at + match[0].length;
	const rest = text.slice(at, at + 6);
	const isCut = at + rest.length === text.length && /^(?:-|[a-z]+)$/.test(rest);
	return isCut ? cut(text, 1) : unexpected(text, at);
}

/** The offset behind a string's closing quote. */
function endOfString(text: string, start: number): number | JsonFault {
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) return at + 1;
		if (code < 32) return { offset: at, reason: "a string holds a control character" };
		if (code !== 92) continue;
		const rest = text.slice(at + 1, at + 6);
		const escape = /^(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/.exec(rest)?.[0] ?? "";
		const isCut = at + 1 + rest.length === text.length && /^(?:u[\dA-Fa-f]*)?$/.test(rest);
		if (escape === "" && !isCut) return { offset: at, reason: "a string holds an unknown escape" };
		at += escape.length;
	}
	return { offset: text.length, reason: "the text ends in the middle of a string" };
}

function cut(text: string, depth: number): JsonFault {
	const empty = text.trim() === "";
	const reason = empty
		? "the text is empty"
		: depth === 0
			? "the text ends in the middle of a value"
			: "the text ends before the last bracket is closed";
	return { offset: text.trimEnd().length, reason };
}

function unexpected(text: string, offset: number): JsonFault {
	return { offset, reason: `unexpected ${JSON.stringify(text.slice(offset, offset + 1))}` };
}
