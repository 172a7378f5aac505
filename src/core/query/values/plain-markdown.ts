type Marks = readonly (readonly [mark: RegExp, instead: string])[];

/** Rules, list markers and underlines. What is taken off a text is what the library does that Dataview 0.5.70 uses (remove-markdown). */
const LINES: Marks = [
	[/^ {0,3}(?:(?:-[\t ]*){3,}|(?:_[\t ]*){3,}|(?:\*[\t ]*){3,})(?:\n+|$)/gm, ""],
	[/^([\t ]*)(?:[*+-]|\d+\.)[\t ]+/gm, "$1"],
	[/\n={2,}/g, "\n"],
	[/^[=-]{2,}\s*$/g, ""],
];

/** Lines struck through, tags of HTML, footnotes, images, links, quotes and headings. */
const PARTS: Marks = [
	[/~~/g, ""],
	[/<[^<>]*>/g, ""],
	[/\[\^[^[\]]+\]/g, ""],
	[/!\[([^[\]]*)\][[(][^)\]\n]*[)\]]/g, "$1"],
	[/\[([^[\]]*)\]\s*[[(][^)\]\n]*[)\]]/g, "$1"],
	[/^[\t ]{0,3}>[\t ]?/gm, ""],
	[/^[\t ]*#{1,6}[\t ]+/gm, ""],
];

const CODE: Marks = [
	[/```([^`]*)```/g, "$1"],
	[/`([^`]+)`/g, "$1"],
	[/~([^~\n]*)~/g, "$1"],
];

/** Gives a text without the Markdown in it: `**a** [b](url)` is `a b`. Links of the vault are left to the caller. */
export function plainMarkdown(text: string): string {
	if (!/[*_`~<>[\]#=+-]|\d\./.test(text)) return text;
	const lines = removeFences(removeFences(removeAll(LINES, text), "~~~"), "```");
	let plain = removeAll(PARTS, lines);
	if (plain.includes("*")) plain = removeEmphasis(plain, "*", () => true);
	if (plain.includes("_")) plain = removeEmphasis(plain, "_", isBorder);
	return removeAll(CODE, plain);
}

function removeAll(marks: Marks, text: string): string {
	return marks.reduce((rest, [mark, instead]) => rest.replace(mark, instead), text);
}

/** Takes the lines away that open or close a block of code. */
function removeFences(text: string, mark: string): string {
	let result = "";
	let copied = 0;
	for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, copied)) {
		const end = text.indexOf("\n", at);
		if (end === -1) break;
		result += text.slice(copied, at);
		copied = end + 1;
	}
	return result + text.slice(copied);
}

/** Underscores count only where no word goes on beside them. */
function isBorder(char: string): boolean {
	return !/\w/.test(char);
}

/** Takes runs of a mark away that close on their line; `canTouch` says what may stand before the first and behind the last. */
function removeEmphasis(text: string, mark: string, canTouch: (char: string) => boolean): string {
	let result = "";
	let copied = 0;
	/** Where no run of that many is left to close one. */
	const none = new Map<number, number>();
	for (let at = text.indexOf(mark); at !== -1;) {
		const length = runLength(text, mark, at);
		const isFree = at === 0 || (at > copied - 1 && canTouch(text.charAt(at - 1)));
		const close = isFree ? findClose(text, mark.repeat(length), at, none, canTouch) : undefined;
		if (close !== undefined) {
			result += text.slice(copied, at) + text.slice(at + length, close);
			copied = close + length;
		}
		at = text.indexOf(mark, Math.max(at + length, copied));
	}
	return result + text.slice(copied);
}

function findClose(
	text: string,
	run: string,
	at: number,
	none: Map<number, number>,
	canTouch: (char: string) => boolean,
): number | undefined {
	const start = at + run.length;
	if (start >= text.length || /\s/.test(text.charAt(start))) return undefined;
	const limit = none.get(run.length);
	if (limit !== undefined && start < limit) return undefined;
	const lineEnd = text.indexOf("\n", start);
	const end = lineEnd === -1 ? text.length : lineEnd;
	for (let next = text.indexOf(run, start + 1); next !== -1 && next < end;) {
		const behind = next + run.length;
		const isClosed = !/\s/.test(text.charAt(next - 1));
		if (isClosed && (behind === text.length || canTouch(text.charAt(behind)))) return next;
		next = text.indexOf(run, next + 1);
	}
	none.set(run.length, end);
	return undefined;
}

function runLength(text: string, mark: string, at: number): number {
	let end = at;
	while (text.charAt(end) === mark) end++;
	return end - at;
}
