import { parseQuery } from "../query/parse/parse-query";
import type { Source } from "../query/parse/ast";
import { translateQuery } from "./base/translate-query";
import { writeBase } from "./base/write-base";
import type { Conversion, NewLanguage, Obstacle, Surroundings, Turned } from "./conversion";
import { findQueryBlocks } from "./find-query-blocks";
import type { QueryBlock } from "./query-block";
import { parseSearch } from "./search/parse-search";
import { draftSearchBase } from "./search/search-to-base";
import { writeSearchQuery } from "./search/search-to-query";
import { listRemarks } from "./search/search-remarks";

/**
 * Finds the old query blocks of a note, in order, and gives what each would become: the plugin's own block, and a base. Nothing is
 * dropped in silence: what has no counterpart is named, and then there is no such offer. Never throws.
 */
export function convertNote(note: string, surroundings: Surroundings): Conversion[] {
	// Most notes have no such block: they are told by a look for the words.
	if (!note.includes("dataview") && !note.includes("query")) return [];
	return findQueryBlocks(note).map((block) => convertBlock(block, surroundings));
}

/** Gives what one block would become. */
function convertBlock(block: QueryBlock, surroundings: Surroundings): Conversion {
	const to =
		block.language === "query" ? convertSearch(block.text) : convertQuery(block.text, surroundings);
	return { block, to };
}

function convertSearch(text: string): Conversion["to"] {
	const { search, obstacles } = parseSearch(text);
	if (search === undefined || obstacles.length > 0) return forBoth({ ok: false, obstacles });
	const remarks = listRemarks(search);
	return {
		"detection-vault": { ok: true, text: writeSearchQuery(search), remarks },
		base: { ok: true, text: writeBase(draftSearchBase(search)), remarks },
	};
}

function convertQuery(text: string, surroundings: Surroundings): Conversion["to"] {
	const parsed = parseQuery(text);
	if (!parsed.ok) {
		const { line, message } = parsed.error;
		const part = text.split("\n")[line - 1]?.trim() ?? "";
		return forBoth(refuse({ reason: "no-query", part, detail: message }));
	}
	const csv = parsed.query.source === null ? undefined : findCsv(parsed.query.source);
	if (csv !== undefined) {
		return forBoth(refuse({ reason: "csv", part: text.slice(csv.span.start, csv.span.end) }));
	}
	const { base, obstacles } = translateQuery(parsed.query, text, surroundings);
	return {
		"detection-vault": { ok: true, text, remarks: [] },
		base:
			obstacles.length > 0
				? { ok: false, obstacles }
				: { ok: true, text: writeBase(base), remarks: ["properties-only"] },
	};
}

function findCsv(source: Source): Source | undefined {
	switch (source.type) {
		case "csv":
			return source;
		case "not":
			return findCsv(source.source);
		case "and":
		case "or":
			return findCsv(source.left) ?? findCsv(source.right);
		default:
			return undefined;
	}
}

function refuse(obstacle: Obstacle): Turned {
	return { ok: false, obstacles: [obstacle] };
}

function forBoth(turned: Turned): Readonly<Record<NewLanguage, Turned>> {
	return { "detection-vault": turned, base: turned };
}
