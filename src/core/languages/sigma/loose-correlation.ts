import { asTable, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { outlineBlock } from "./outline-block";
import { outlineFlow } from "./outline-flow";
import type { OutlineEntry, OutlineNode, OutlineNotes } from "./outline-node";
import { isCorrelationType } from "./parse-correlation";

/** Entries of a correlation at the start of a line. */
const ENTRY =
	/^(["']?)(type|rules?|group-by|timespan|condition|aliases|generate)\1[ \t]*:(?=\s|$)/gm;

/**
 * Gives the correlation of a document that states its entries without a `correlation` above them: drafts of 2022 did so (`action:
 * correlation`, with `rule` for a single one), and people do. Rules that have names of their own there (`failed: 0e95…`) are a list.
 * A document of `type: correlation` counts what its condition compares. Undefined where the document is another thing.
 */
export function pickCorrelation(table: Table): Table | undefined {
	const type = typeOf(table);
	const rules = ownValue(table, "rules") ?? ownValue(table, "rule");
	if (!isCorrelationType(type) || rules === undefined || ownValue(table, "timespan") === undefined)
		return undefined;
	const named = asTable(rules);
	const picked: [string, unknown][] = [
		["type", type],
		["rules", named === undefined ? rules : Object.values(named)],
	];
	for (const key of ["group-by", "timespan", "condition", "aliases", "generate"]) {
		const value = ownValue(table, key);
		if (value !== undefined) picked.push([key, value]);
	}
	return Object.fromEntries(picked);
}

function typeOf(table: Table): string {
	const type = asText(ownValue(table, "type"))?.toLowerCase() ?? "";
	const condition = asTable(ownValue(table, "condition"));
	if (type !== "correlation" || condition === undefined) return type;
	return Object.hasOwn(condition, "field") ? "value_count" : "event_count";
}

/** Outlines the entries of such a correlation in the text of its document. */
export function outlineCorrelation(text: string): OutlineNode {
	const notes: OutlineNotes = { repeated: [], isSure: false };
	const first = /\S/.exec(text);
	if (first?.[0] === "{") return outlineFlow(text, first.index, text.length, notes);
	const entries = new Map<string, OutlineEntry>();
	for (const { 0: whole, 2: name = "", index: keyStart } of text.matchAll(ENTRY)) {
		const value = outlineBlock(text, keyStart + whole.length, 0, notes);
		const end = Math.max(keyStart + whole.length, value.end);
		entries.set(name === "rule" ? "rules" : name, { keyStart, end, value });
	}
	return { start: 0, end: text.length, scalar: null, entries, items: null };
}
