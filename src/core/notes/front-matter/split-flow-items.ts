/** A list in brackets taken apart. */
export interface FlowItems {
	/** The items as they are written, quotes included. */
	readonly items: readonly string[];
	/** Blanks behind the bracket, what stands between two items, and what stands behind the last. */
	readonly before: string;
	readonly between: string;
	readonly after: string;
}

/** One item in double quotes, in single quotes, or plain up to the next comma. */
const ITEM = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,[\]{}"'#&*!|>%@`][^,[\]{}]*/y;

/**
 * Takes a flow list of scalars on one line apart (YAML 1.2, section 7.4.1), from its `[` to its `]`.
 *
 * Undefined where it is none, or holds anything but scalars.
 */
export function splitFlowItems(text: string): FlowItems | undefined {
	if (!text.startsWith("[") || !text.endsWith("]")) return undefined;
	const end = text.length - 1;
	const items: string[] = [];
	let at = skipBlanks(text, 1);
	const before = text.slice(1, at);
	let between: string | undefined;
	let last = at;
	while (at < end) {
		ITEM.lastIndex = at;
		const found = ITEM.exec(text)?.[0].trimEnd();
		if (found === undefined || at + found.length > end) return undefined;
		items.push(found);
		last = at + found.length;
		at = skipBlanks(text, last);
		if (at === end) break;
		if (text.charAt(at) !== ",") return undefined;
		at = skipBlanks(text, at + 1);
		if (at < end) between ??= text.slice(last, at);
	}
	return {
		items,
		before: items.length === 0 ? "" : before,
		between: between ?? ", ",
		after: items.length === 0 ? "" : text.slice(last, end),
	};
}

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (text.charAt(at) === " " || text.charAt(at) === "\t") at++;
	return at;
}
