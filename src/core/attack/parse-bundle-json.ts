import { asTable } from "../formats/values";

/** Characters of objects that are parsed in one piece: so few that most pieces hold no sign beyond Latin-1, which is parsed in half the time. */
const PIECE = 16 * 1024;
/** The list of objects begins within so many characters, or the text is parsed in one piece. */
const HEAD = 512 * 1024;

/** The members of a bundle's `objects`, a list of some of them at a time, and in the end what stands around them. */
export type BundlePieces = Generator<readonly unknown[], unknown>;

/**
 * Parses the JSON of a bundle as `JSON.parse` does, the members of its `objects` in pieces: thirty megabytes at once would hold up
 * whoever waits for the screen, and most of what an object says can be let go before the next one is read.
 *
 * The text comes in chunks that are cut anywhere. Returns the whole value, with an empty list for the `objects` that it gave. Throws what
 * `JSON.parse` throws. `piece` is the least number of characters of objects in one piece. A text whose first object begins with no plain
 * key is parsed in one piece, as is one without such a list at its top level.
 */
export function* parseBundleJson(chunks: Iterable<string>, piece = PIECE): BundlePieces {
	const source = openChunks(chunks);
	let rest = source.extend("", 2 * piece);
	let list = findList(rest);
	for (let size = 4 * piece; list === null && size <= HEAD && !source.isDone(); size *= 2) {
		rest = source.extend(rest, size);
		list = findList(rest);
	}
	const head = list === null ? "" : rest.slice(0, rest.indexOf("[", list.index) + 1);
	rest = rest.slice(head.length);
	if (list !== null && isTopLevel(head)) {
		for (let size = piece; ;) {
			rest = source.extend(rest, size);
			if (source.isDone()) break;
			const end = findLastEnd(rest, list[1] ?? "");
			const members = end === -1 ? undefined : parseMembers(rest.slice(0, end));
			if (members !== undefined) {
				yield members;
				rest = rest.slice(rest.indexOf(",", end) + 1);
			}
			// What looked like an end may lie inside a member; trying twice as far keeps the work in proportion to the text.
			size = members === undefined ? 2 * rest.length : piece;
		}
	}
	const whole: unknown = JSON.parse(head + source.extend(rest, Infinity));
	const table = asTable(whole);
	const objects: unknown = table?.["objects"];
	if (!Array.isArray(objects)) return whole;
	yield objects;
	return { ...table, objects: [] };
}

/** Gives access to chunks one after the other. */
function openChunks(chunks: Iterable<string>): {
	/** Adds as many chunks to a text as make it `size` characters long, or all that are left. */
	extend(text: string, size: number): string;
	/** Whether the last chunk was given. */
	isDone(): boolean;
} {
	const left = chunks[Symbol.iterator]();
	let done = false;
	return {
		extend(text, size) {
			const parts = [text];
			for (let length = text.length; length < size && !done;) {
				const next = left.next();
				if (next.done === true) done = true;
				else length += parts[parts.push(next.value) - 1]?.length ?? 0;
			}
			return parts.join("");
		},
		isDone: () => done,
	};
}

function findList(text: string): RegExpExecArray | null {
	return /"objects"\s{0,16}:\s{0,16}\[\s{0,64}\{\s{0,64}("\w+")/.exec(text);
}

/** The most characters between the end of one object and the first key of the next. */
const GAP = 3 * 64 + 3;

/** Gives the offset behind the last brace that seems to end an object before another that begins with a key; -1 where there is none. */
function findLastEnd(text: string, key: string): number {
	for (let at = text.lastIndexOf(key); at > 0; at = text.lastIndexOf(key, at - 1)) {
		const from = Math.max(0, at - GAP);
		const gap = /\}\s{0,64},\s{0,64}\{\s{0,64}$/.exec(text.slice(from, at));
		if (gap !== null) return from + gap.index + 1;
	}
	return -1;
}

/** Whether a text that ends with the bracket of a list is whole once that list and one object are closed. */
function isTopLevel(start: string): boolean {
	return parse(`${start}]}`) !== undefined;
}

/** Gives undefined where the text is not a row of whole members: only then do its brackets close and its strings end. */
function parseMembers(text: string): readonly unknown[] | undefined {
	return parse(`[${text}]`) as readonly unknown[] | undefined;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
