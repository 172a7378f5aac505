import type { NoteLink, RawField } from "../note-record";
import type { TextPool } from "../text-pool";
import { fieldsOutside } from "./fields-outside";
import { createHeadingFinder, type Stretch } from "./find-headings";
import { mayHoldFields } from "./inline-fields";
import { createLineCounter } from "./line-counter";
import { createListBuilder, type NotePlace } from "./list-items";
import { packLists, type ListStretch } from "./packed-lists";
import { createQuietLists } from "./quiet-lists";
import { createInlineScanner } from "./scan-inline";
import { createLineScan, passPlain, scanLine, type LineScan } from "./scan-line";
import { skipPlain } from "./skip-plain";

/** What the text of a note holds. */
export interface BodyScan {
	/** Each tag as often as it occurs. */
	readonly tags: readonly string[];
	/** Links and embeds, in the order of the text. */
	readonly links: readonly NoteLink[];
	/** Its list items, for `readItems`. */
	readonly lists: string;
	/** Inline fields: those of plain list items first, then those of lines that are in no list. */
	readonly fields: readonly RawField[];
}

const NOTHING: readonly never[] = [];

/**
 * Scans the Markdown of a note in one pass, from the offset `body` on: links, tags, inline fields, and where its lists are.
 *
 * Links and tags in code are none; fields are read in code and in the front matter's lines too, as Dataview 0.5.70 does.
 */
export function scanBody(text: string, body: number, pool: TextPool): BodyScan {
	const fences: Stretch[] = [];
	const start = skipPlain(text, body, fences);
	if (start >= text.length) {
		return { tags: NOTHING, links: NOTHING, lists: "", fields: fieldsOutside(text, NOTHING) };
	}
	const tags: string[] = [];
	const links: NoteLink[] = [];
	const inline = createInlineScanner(text, {
		tag: (tag) => void tags.push(pool.tag(tag)),
		wikiLink: (inner, embed) => void links.push(pool.link(inner, embed)),
		link: (link) => void links.push(link),
	});
	const headings = createHeadingFinder(text, body, fences);
	const lists = createListBuilder(text);
	// Where single items stand matters only when they are asked for.
	const parts = { text, inline, lists, headings, place: () => NOWHERE };
	const scan = createLineScan(parts, fences.at(-1)?.[1] ?? body);
	const stretches = scanLines(scan, start, fences);
	const { covered } = lists;
	const itemFields = covered.length > 0 && mayHoldFields(text) ? lists.fields() : NOTHING;
	const fields = fieldsOutside(text, covered);
	return {
		tags,
		links: links.length === 0 ? NOTHING : links,
		lists: packLists(stretches),
		fields: itemFields.length === 0 ? fields : [...itemFields, ...fields],
	};
}

const NOWHERE = { line: 0, heading: null };

/** Scans the lines from an offset on, but for those that can be passed over; gives the stretches that hold the lists. */
function scanLines(scan: LineScan, start: number, fences: Stretch[]): ListStretch[] {
	const { text, inline, lists, headings } = scan;
	const quiet = createQuietLists(text, inline);
	const lineOf = createLineCounter(text);
	const stretches: ListStretch[] = [];
	let open: (NotePlace & { readonly from: number }) | undefined;
	const begin = (from: number): void => {
		open = { from, line: lineOf(from), heading: headings.above(from) };
	};
	const end = (to: number): void => {
		if (open === undefined) return;
		const { from, line, heading } = open;
		stretches.push({ line, heading, text: text.slice(from, to) });
		open = undefined;
	};
	for (let at = start; at < text.length;) {
		const list = open === undefined ? quiet.pass(at) : undefined;
		if (list !== undefined) {
			begin(at);
			end(list.end);
			at = passPlain(scan, list.next, fences);
			continue;
		}
		const next = scanLine(scan, at);
		// In a list every line matters, elsewhere only what stands out.
		if (lists.isEmpty()) {
			end(at);
			at = passPlain(scan, next, fences);
		} else {
			if (open === undefined) begin(at);
			at = next;
		}
	}
	end(text.length);
	return stretches;
}
