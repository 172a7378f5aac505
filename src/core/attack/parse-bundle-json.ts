import { asTable } from "../formats/values";

/** Characters of objects that are parsed in one piece. */
const PIECE = 512 * 1024;

/** The members of a bundle's `objects`, a list of some of them at a time, and in the end what stands around them. */
export type BundlePieces = Generator<readonly unknown[], unknown>;

/**
 * Parses the JSON of a bundle as `JSON.parse` does, the members of its `objects` in pieces: thirty megabytes at once would hold up
 * whoever waits for the screen, and most of what an object says can be let go before the next one is read.
 *
 * Returns the whole value, with an empty list for the `objects` that it gave. Throws what `JSON.parse` throws. `piece` is the least
 * number of characters of objects in one piece. A text whose first object begins with no plain key is parsed in one piece, as is one
 * without such a list at its top level.
 */
export function* parseBundleJson(text: string, piece = PIECE): BundlePieces {
	const list = /"objects"\s{0,16}:\s{0,16}\[\s{0,64}\{\s{0,64}("\w+")/.exec(text.slice(0, PIECE));
	const head = list === null ? "" : text.slice(0, text.indexOf("[", list.index) + 1);
	let from = head.length;
	if (list !== null && text.length > piece && isTopLevel(head)) {
		const boundary = new RegExp(`\\}\\s{0,64},\\s{0,64}\\{\\s{0,64}${list[1] ?? ""}`, "g");
		for (let size = piece; ;) {
			boundary.lastIndex = from + size;
			const next = boundary.exec(text);
			if (next === null) break;
			const members = parseMembers(text.slice(from, next.index + 1));
			if (members !== undefined) {
				yield members;
				from = text.indexOf(",", next.index) + 1;
			}
			// What looked like a boundary may lie inside a member; trying twice as far keeps the work in proportion to the text.
			size = members === undefined ? size * 2 : piece;
		}
	}
	const rest: unknown = JSON.parse(head + text.slice(from));
	const table = asTable(rest);
	const objects: unknown = table?.["objects"];
	if (!Array.isArray(objects)) return rest;
	yield objects;
	return { ...table, objects: [] };
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
