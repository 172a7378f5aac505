import { asTable, type Table } from "../formats/values";
import type { ParsedJsonFile } from "./rule-reader";
import type { JsonObjectSpan } from "./scan-json-objects";

/** How many objects inside each other may look like rules before the inner ones are left alone. */
const MAX_NESTED_CANDIDATES = 8;

/**
 * Finds the objects of a JSON file, at any depth, that `read` makes something of; what is inside such an object is left alone. They come in the
 * text's order. Only objects whose keys `looksRight` accepts are parsed, so that the work stays linear in the text.
 */
export function findJsonObjects<Found>(
	{ text, objects }: ParsedJsonFile,
	looksRight: (keys: ReadonlySet<string>) => boolean,
	read: (table: Table, span: JsonObjectSpan) => Found | undefined,
): readonly Found[] {
	const found: Found[] = [];
	const open = objects().map((span) => ({ span, candidates: 0 }));
	// The last one is taken first, so that finds come in the text's order at any depth.
	open.reverse();
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const { span, candidates } = next;
		const isCandidate = looksRight(span.keys) && candidates < MAX_NESTED_CANDIDATES;
		const table = isCandidate ? parseObject(text.slice(span.start, span.end)) : undefined;
		const made = table && read(table, span);
		if (made !== undefined) {
			found.push(made);
			continue;
		}
		for (let at = span.children.length - 1; at >= 0; at--) {
			const child = span.children[at];
			if (child !== undefined)
				open.push({ span: child, candidates: candidates + (isCandidate ? 1 : 0) });
		}
	}
	return found;
}

function parseObject(text: string): Table | undefined {
	try {
		return asTable(JSON.parse(text));
	} catch {
		return undefined;
	}
}
