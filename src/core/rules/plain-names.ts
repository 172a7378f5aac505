import { fileStem } from "./file-names";

/** Marks that show nothing, which stray into published text. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** Visible ASCII with single spaces between, as most lines are. */
const CLEAN = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/;

/** Takes characters off both ends of a text, or only off its end. */
export function trimMarks(text: string, marks: string, ends: "both" | "end" = "both"): string {
	let start = 0;
	let end = text.length;
	while (end > start && marks.includes(text[end - 1] ?? "")) end--;
	while (ends === "both" && start < end && marks.includes(text[start] ?? "")) start++;
	return text.slice(start, end);
}

/** Gives a text without the characters that show nothing (zero-width ones, byte order marks), on one line. */
export function cleanLine(text: string): string {
	if (CLEAN.test(text)) return text;
	return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

/**
 * Gives a Markdown heading's or value's words: links as their text, emphasis and code marks left out.
 */
export function plainText(text: string): string {
	const line = cleanLine(text);
	if (!/[`*_<[]/.test(line)) return line;
	return cleanLine(
		line
			.replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
			.replace(/`/g, "")
			.replace(/\*\*|__/g, "")
			.replace(/^\*([^*]+)\*$/, "$1")
			.replace(/<[^<>]*>/g, ""),
	);
}

/**
 * Makes a title of a file name: `IdentityInfo-FindGuests.kql` → `Identity Info Find Guests`.
 *
 * A name with spaces is taken as a person wrote it. Else underscores, hyphens and a change to capitals part the words.
 */
export function titleFromFileName(path: string): string {
	const stem = cleanLine(fileStem(path).replace(/(.)\.(?:kql|kusto)$/i, "$1"));
	if (stem.includes(" ")) return stem;
	const words = stem
		.replace(/[_-]+/g, " ")
		.replace(/([a-z0-9])([A-Z])/g, "$1 $2")
		.replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
	return cleanLine(words).replace(/\bCVE (\d{4}) (?=\d{4})/gi, "CVE-$1-") || stem;
}

/** Longest title that is taken from prose, in UTF-16 units. */
const TITLE_LIMIT = 120;

/**
 * Makes a title of a text's first line: its first sentence, or where that is longer than 120 characters, what stands before a comma, a
 * dash or a bracket. Undefined where no such part has a fitting length.
 */
export function titleFromProse(text: string): string | undefined {
	const line = plainText(text.split("\n", 1)[0] ?? "");
	const sentence = trimMarks(/^.*?[.!?](?=\s+[A-Z(]|$)/.exec(line)?.[0] ?? line, ".:;, ", "end");
	if (sentence === "") return undefined;
	if (sentence.length <= TITLE_LIMIT) return sentence;
	const head = sentence.slice(0, TITLE_LIMIT);
	const cut = Math.max(
		head.lastIndexOf(", "),
		head.lastIndexOf(" - "),
		head.lastIndexOf("; "),
		head.lastIndexOf(" ("),
	);
	return cut < 24 ? undefined : head.slice(0, cut).trimEnd();
}

/** Makes a title of a text's first line at any length: what does not fit is cut at a word, and an ellipsis says so. */
export function cutTitle(text: string): string | undefined {
	const whole = titleFromProse(text);
	if (whole !== undefined) return whole;
	const line = plainText(text.split("\n", 1)[0] ?? "");
	const cut = line.lastIndexOf(" ", TITLE_LIMIT);
	return line === "" || cut < 1 ? undefined : `${trimMarks(line.slice(0, cut), ".,:;- ", "end")}…`;
}
