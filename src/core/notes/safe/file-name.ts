const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Words of plain ASCII with single spaces between them: what most titles are, and what stays as it is unless reserved or too long. */
const PLAIN_NAME = /^[\w(),'&+-][\w(),'&+.-]*(?: [\w(),'&+.-]+)*$/;

/** Bytes of UTF-8 that a base name may take: room for `.md`, a suffix and a sync client's own ending within 255. */
const BYTE_LIMIT = 150;

/**
 * Gives a title as a file's base name that every file system and Obsidian's links can hold.
 *
 * Unicode NFC; a colon becomes ` - `; characters that Windows or Obsidian's links refuse (`\ / : * ? " < > | # ^ [ ]`), backticks, which
 * would be code in a link, and control characters are replaced; no full stop or space at an end, no reserved name (`CON`), at most 150
 * bytes of UTF-8, never empty. The same title always gives the same name, and a name given in is given back.
 */
export function safeFileName(title: string): string {
	const isPlain = title.length <= BYTE_LIMIT && PLAIN_NAME.test(title);
	if (isPlain && !title.endsWith(".") && !RESERVED.test(title)) return title;
	const spelt = title
		.normalize("NFC")
		.replace(/[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u2069\uFEFF]+/gu, " ")
		.split(":")
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.join(" - ")
		.replace(/[\\/]+/g, "_")
		.replace(/["`]/g, "'")
		.replace(/[*?<>|#^]+/g, "_")
		.replace(/\[/g, "(")
		.replace(/\]/g, ")")
		.replace(/%{2,}/g, "%");
	const trimmed = trimName(shortenToBytes(trimName(spelt), BYTE_LIMIT));
	if (trimmed === "") return "Untitled";
	return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** Gives the longest start of a text that is at most `limit` bytes of UTF-8, cut between characters. */
export function shortenToBytes(text: string, limit: number): string {
	let bytes = 0;
	let end = 0;
	for (const character of text) {
		bytes += byteLength(character);
		if (bytes > limit) return text.slice(0, end);
		end += character.length;
	}
	return text;
}

function byteLength(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function trimName(name: string): string {
	const words = name.replace(/\s+/g, " ");
	let start = 0;
	let end = words.length;
	while (start < end && isTrimmed(words[start])) start++;
	while (end > start && isTrimmed(words[end - 1])) end--;
	return words.slice(start, end);
}

function isTrimmed(sign: string | undefined): boolean {
	return sign === " " || sign === ".";
}
