import { endOfLine } from "../../text/end-of-line";
import type { TextPool } from "../text-pool";
import { readFlatLine, readScalar, type Scalar } from "./flat-line";
import { keepText } from "../../text/keep-text";

/** Control characters, all blanks but the plain one, surrogates, a carriage return alone. */
const UNUSUAL =
	/[^\n\r\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd]|\r(?!\n)/;
const ITEM = / *- /y;

/** A list of scalars, and the offset behind it. */
interface Items {
	readonly items: readonly Scalar[];
	readonly end: number;
}

/**
 * Reads front matter that is as plain as most is: one property a line, its value a scalar, a flow list of scalars or a block list of
 * scalars.
 *
 * Gives what `parseYaml` would give for the same text, or undefined where anything needs the real parser; it is there because it takes
 * a fraction of the time, and shares what notes have in common. Nothing of the result refers to `block`.
 */
export function readFlatFrontMatter(
	block: string,
	pool: TextPool,
): Record<string, unknown> | undefined {
	if (UNUSUAL.test(block) || block.includes("\\")) return undefined;
	const properties: Record<string, unknown> = {};
	for (let at = 0; at < block.length;) {
		const end = endOfLine(block, at);
		const line = block.slice(at, end).trimEnd();
		at = end + 1;
		if (line === "") continue;
		const property = isShared(line) ? pool.property(line) : readFlatLine(keepText(line));
		if (property === undefined) return undefined;
		if (property.value !== undefined) {
			properties[property.key] = property.value;
			continue;
		}
		const found = readItems(block, at);
		if (found === undefined) return undefined;
		properties[property.key] = found.items.length === 0 ? null : found.items;
		at = found.end;
	}
	return properties;
}

/** Whether a line may be the same in many notes: long texts, unlike lists, hardly ever are. */
function isShared(line: string): boolean {
	return line.length <= 40 || line.endsWith("]");
}

/** The lines `- item` from an offset on. */
function readItems(block: string, from: number): Items | undefined {
	const items: Scalar[] = [];
	let at = from;
	for (let indent = -1; at < block.length;) {
		ITEM.lastIndex = at;
		if (!ITEM.test(block)) break;
		const width = ITEM.lastIndex - at;
		if (indent !== -1 && width !== indent) return undefined;
		indent = width;
		const end = endOfLine(block, at);
		const value = readScalar(block.slice(at + width, end).trim());
		if (value === undefined) return undefined;
		items.push(typeof value === "string" ? keepText(value) : value);
		at = end + 1;
	}
	return { items, end: at };
}
