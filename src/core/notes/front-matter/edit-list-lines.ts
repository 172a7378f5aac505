import { addToGroup } from "../../text/add-to-group";
import { splitLines, stripBreak } from "../document/lines";
import { findComment, readRaw } from "./edit-property";
import { isEditedItem, type EditedItem } from "./edited-value";
import { quoteStyleOf, writeItemLike, type QuoteStyle } from "./quoted-scalar";
import { endOfKey, type PropertyChunk } from "./read-property-lines";
import { splitFlowItems } from "./split-flow-items";

/**
 * Gives the lines of a list property with other items: one item a line or in brackets as before, and items that stay are written as they
 * were, with the comments above and behind them.
 *
 * Undefined where the list has a form that this does not know, such as brackets over several lines.
 */
export function editListLines(
	chunk: PropertyChunk,
	items: readonly EditedItem[],
	lineBreak: string,
): string | undefined {
	const [firstLine = "", ...others] = splitLines(chunk.raw);
	const first = stripBreak(firstLine);
	const end = endOfKey(first);
	if (end === undefined) return undefined;
	const head = { line: first, end, comment: findComment(first, chunk.key, chunk.value) };
	return others.length > 0
		? editLines(head, others, items, lineBreak)
		: editBrackets(head, items, lineBreak);
}

interface Head {
	readonly line: string;
	/** Offset behind the key's colon. */
	readonly end: number;
	readonly comment: string;
}

/** An item as it stands in the note. */
interface WrittenItem {
	readonly value: EditedItem;
	readonly written: string;
	/** Lines of comments above it. */
	readonly above: string;
	readonly indent: string;
	readonly line: string;
}

function editLines(
	{ line, end }: Head,
	lines: readonly string[],
	items: readonly EditedItem[],
	lineBreak: string,
): string | undefined {
	if (!/^[ \t]*(?:#.*)?$/.test(line.slice(end))) return undefined;
	const read = readItemLines(lines);
	if (read === undefined) return undefined;
	const { written, below } = read;
	const comments = written.map(({ above }) => above).join("") + below;
	if (items.length === 0) {
		return `${line.slice(0, end)} []${line.slice(end).trimEnd()}${lineBreak}${comments}`;
	}
	const indent = written[0]?.indent ?? "";
	const style = commonStyle(written.map((item) => item.written));
	const body = mergeItems(
		written,
		items,
		({ above, line: own }, keeps) => (keeps ? above + own : above),
		(item) => `${indent}- ${writeItemLike(item, style, false)}${lineBreak}`,
	);
	return `${line}${lineBreak}${body.join("")}${below}`;
}

function readItemLines(
	lines: readonly string[],
): { readonly written: readonly WrittenItem[]; readonly below: string } | undefined {
	const written: WrittenItem[] = [];
	let above = "";
	for (const line of lines) {
		const item = /^([ \t]*)-(?:[ \t]+(\S.*))?$/.exec(stripBreak(line).trimEnd());
		if (item === null) {
			if (!/^[ \t]*(?:#.*)?$/.test(stripBreak(line))) return undefined;
			above += line;
			continue;
		}
		const value = readRaw(`item: ${item[2] ?? ""}`, "item");
		if (!isEditedItem(value)) return undefined;
		written.push({ value, written: item[2] ?? "", above, indent: item[1] ?? "", line });
		above = "";
	}
	return written.length === 0 ? undefined : { written, below: above };
}

function editBrackets(
	{ line, end, comment }: Head,
	items: readonly EditedItem[],
	lineBreak: string,
): string | undefined {
	const old = line.slice(end, line.length - comment.length);
	const split = splitFlowItems(old.trim());
	if (split === undefined) return undefined;
	const written = split.items.map((text) => ({ text, value: readRaw(`item: ${text}`, "item") }));
	const known: { readonly text: string; readonly value: EditedItem }[] = [];
	for (const { text, value } of written) {
		if (!isEditedItem(value)) return undefined;
		known.push({ text, value });
	}
	const style = commonStyle(split.items);
	const kept = mergeItems(
		known,
		items,
		({ text }, keeps) => (keeps ? text : ""),
		(item) => writeItemLike(item, style, true),
	).filter((text) => text !== "");
	const gap = old.slice(0, old.length - old.trimStart().length) || " ";
	const inside = kept.length === 0 ? "" : split.before + kept.join(split.between) + split.after;
	return `${line.slice(0, end)}${gap}[${inside}]${comment}${lineBreak}`;
}

/** Goes through the old items and the new: old ones are kept or left, new ones written where they stand. */
function mergeItems<Old extends { readonly value: EditedItem }>(
	old: readonly Old[],
	items: readonly EditedItem[],
	keepOrLeave: (item: Old, keeps: boolean) => string,
	write: (item: EditedItem) => string,
): string[] {
	const places = new Map<EditedItem, number[]>();
	old.forEach(({ value }, index) => {
		addToGroup(places, value, index);
	});
	const merged: string[] = [];
	let at = 0;
	for (const item of items) {
		const found = places.get(item)?.shift() ?? -1;
		const stays = old[found];
		// One that stood before others that stay is written anew: the result is in the order asked for.
		if (stays === undefined || found < at) {
			merged.push(write(item));
			continue;
		}
		for (const left of old.slice(at, found)) merged.push(keepOrLeave(left, false));
		merged.push(keepOrLeave(stays, true));
		at = found + 1;
	}
	for (const left of old.slice(at)) merged.push(keepOrLeave(left, false));
	return merged;
}

/** The quotes that all items have in common; new items get the same. */
function commonStyle(written: readonly string[]): QuoteStyle {
	const [first = "plain", ...others] = written.map(quoteStyleOf);
	return others.every((style) => style === first) ? first : "plain";
}
