import type { NoteItem, NoteLink } from "../note-record";
import { createHeadingFinder, type Stretch } from "./find-headings";
import { createLineCounter } from "./line-counter";
import { createListBuilder, type PlacedLink } from "./list-items";
import { unpackLists, type ListStretch } from "./packed-lists";
import { createInlineScanner } from "./scan-inline";
import { createLineScan, passPlain, scanLine, type LineScan } from "./scan-line";
import { wikiLink } from "./wiki-link";

/** Gives the list items of a note from what its record keeps of its lists, in the order of their lines. */
export function readItems(lists: string): readonly NoteItem[] {
	return unpackLists(lists).flatMap(itemsOf);
}

function itemsOf({ text, line, heading }: ListStretch): NoteItem[] {
	const fences: Stretch[] = [];
	const links: PlacedLink[] = [];
	const addLink = (link: NoteLink): void => void links.push({ lineStart: scan.lineStart, link });
	const inline = createInlineScanner(text, {
		tag: () => undefined,
		wikiLink: (inner, embed) => addLink(wikiLink(inner, embed)),
		link: addLink,
	});
	const lists = createListBuilder(text);
	const headings = createHeadingFinder(text, 0, fences, heading);
	const lineOf = createLineCounter(text);
	const place = (from: number) => ({ line: line + lineOf(from), heading: headings.above(from) });
	const scan: LineScan = createLineScan({ text, inline, lists, headings, place }, 0);
	for (let at = 0; at < text.length;) {
		const next = scanLine(scan, at);
		at = lists.isEmpty() ? passPlain(scan, next, fences) : next;
	}
	return lists.finish(links);
}
