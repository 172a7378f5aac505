import { findFrontMatter } from "../../formats/front-matter";
import { editListLines } from "./edit-list-lines";
import { editProperty, isSameValue, readRaw } from "./edit-property";
import { editScalarLines, writeScalar } from "./edit-scalar-lines";
import { rawOfEdited, type EditedValue } from "./edited-value";
import { writeItemLike } from "./quoted-scalar";
import { joinPropertyChunks, readPropertyLines, type PropertyChunk } from "./read-property-lines";
import { writeTextScalar } from "./write-scalar";

/** A property at one moment: its lines, "" where the note does not have it, and its value, undefined there. */
export interface PropertyState {
	readonly raw: string;
	readonly value: unknown;
}

/** What an edit did to one property of a note; with its sides changed over, what takes it back. */
export interface PropertyChange {
	readonly key: string;
	readonly before: PropertyState;
	readonly after: PropertyState;
	/** Whether the note had no front matter on the side that lacks the property. */
	readonly addsBlock: boolean;
}

/** Why a property is left as it is. */
export type EditRefusal =
	/** The front matter cannot be taken apart; `line` is 1-based in the note, null where the whole is meant. */
	| { readonly reason: "unreadable"; readonly line: number | null; readonly message: string }
	/** The property is not what it was taken to be: it is `found` now, undefined where it is gone. */
	| { readonly reason: "changed"; readonly found: unknown }
	/** Its lines cannot take the value without losing something, such as a comment inside them. */
	| { readonly reason: "form" };

/** The note's text after an edit, or why there is none. */
export type NoteEdit =
	| { readonly ok: true; readonly text: string; readonly change: PropertyChange }
	| { readonly ok: false; readonly refusal: EditRefusal };

/**
 * Gives a note's text with another value for one property; every byte outside that property's lines stays.
 *
 * `expected` is the value it is taken to have now, undefined for none: where it has another, nothing is edited. A property that is not
 * there comes behind the others, with a front matter of its own where the note has none.
 */
export function setProperty(
	text: string,
	key: string,
	value: EditedValue,
	expected: unknown,
): NoteEdit {
	return editNote(text, key, (chunk, lineBreak) => {
		if (!isSameValue(chunk?.value, expected)) return { reason: "changed", found: chunk?.value };
		const raw =
			chunk === undefined
				? `${writeTextScalar(key, false)}: ${writeAnew(value)}`.trimEnd() + lineBreak
				: editChunk(chunk, value, lineBreak);
		return raw === undefined ? { reason: "form" } : { raw, value: rawOfEdited(value) };
	});
}

/**
 * Gives a note's text with a change taken back: where the property is still as the change left it, its earlier lines stand again byte
 * for byte. The result's own change is what does it again.
 */
export function revertProperty(text: string, change: PropertyChange): NoteEdit {
	const { key, before, after } = change;
	const putBack: Decide = (chunk) =>
		// The lines may have been put another way meanwhile, by a formatter for one: the value counts.
		isSameValue(chunk?.value, after.value) ? before : { reason: "changed", found: chunk?.value };
	const edit = editNote(text, key, putBack, after.raw);
	if (!edit.ok || !change.addsBlock) return edit;
	const reverted = before.raw === "" ? dropEmptyBlock(edit.text) : edit.text;
	return { ...edit, text: reverted, change: { ...edit.change, addsBlock: true } };
}

type Decide = (chunk: PropertyChunk | undefined, lineBreak: string) => PropertyState | EditRefusal;

/** `lines` is what the property's lines may be, beside what they are taken to be: comments below a list belong to it until it is empty. */
function editNote(text: string, key: string, decide: Decide, lines = ""): NoteEdit {
	const bounds = findFrontMatter(text);
	const block = bounds === undefined ? "" : text.slice(bounds.start, bounds.end);
	const read = readPropertyLines(block);
	if (!read.ok) {
		const line = read.line === null ? null : read.line + 1;
		return refuse({ reason: "unreadable", line, message: read.message });
	}
	const lineBreak = /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n";
	const { chunks, tail } = read;
	const chunk = chunks.find((each) => each.key === key);
	const after = decide(chunk, lineBreak);
	if ("reason" in after) return refuse(after);
	const from = chunk === undefined ? block.length - tail.length : startOf(chunks, chunk);
	const own = chunk === undefined ? "" : block.startsWith(lines, from) && lines ? lines : chunk.raw;
	const written = block.slice(0, from) + after.raw + block.slice(from + own.length);
	const others = chunks.filter((each) => each !== chunk);
	if (!holds(written, others, key, after.value)) return refuse({ reason: "form" });
	const before: PropertyState = { raw: own, value: chunk?.value };
	return {
		ok: true,
		text: replaceBlock(text, bounds, written, lineBreak),
		change: { key, before, after, addsBlock: bounds === undefined },
	};
}

function refuse(refusal: EditRefusal): NoteEdit {
	return { ok: false, refusal };
}

/** Offset of a property's own lines. */
function startOf(chunks: readonly PropertyChunk[], chunk: PropertyChunk): number {
	return joinPropertyChunks(chunks.slice(0, chunks.indexOf(chunk)), chunk.lead).length;
}

function replaceBlock(
	text: string,
	bounds: ReturnType<typeof findFrontMatter>,
	block: string,
	lineBreak: string,
): string {
	if (bounds !== undefined) return text.slice(0, bounds.start) + block + text.slice(bounds.end);
	const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
	return `${mark}---${lineBreak}${block}---${lineBreak}${text.slice(mark.length)}`;
}

function dropEmptyBlock(text: string): string {
	const bounds = findFrontMatter(text);
	if (bounds === undefined || bounds.start !== bounds.end) return text;
	return (text.startsWith("\uFEFF") ? "\uFEFF" : "") + text.slice(bounds.body);
}

/** Whether a front matter holds the value, and all other properties as they were. */
function holds(
	block: string,
	others: readonly PropertyChunk[],
	key: string,
	value: unknown,
): boolean {
	// A line of dashes would end the front matter early.
	if (/^---[ \t]*\r?$/m.test(block)) return false;
	const read = readPropertyLines(block);
	if (!read.ok) return false;
	const rest = read.chunks.filter((chunk) => chunk.key !== key);
	return (
		isSameValue(read.chunks.find((chunk) => chunk.key === key)?.value, value) &&
		rest.length === others.length &&
		rest.every((chunk, index) => chunk.raw === others[index]?.raw)
	);
}

function editChunk(
	chunk: PropertyChunk,
	value: EditedValue,
	lineBreak: string,
): string | undefined {
	const raw = rawOfEdited(value);
	const lines =
		value.kind === "list"
			? editListLines(chunk, value.items, lineBreak)
			: editScalarLines(chunk, value, lineBreak);
	if (lines !== undefined && isSameValue(readRaw(lines, chunk.key), raw)) return lines;
	const written = `${writeTextScalar(chunk.key, false)}: ${writeAnew(value)}`.trimEnd();
	return editProperty(chunk, raw, written + lineBreak, lineBreak)?.raw;
}

/** A value as it is written where there is no form to keep to; lists in brackets, as all notes of ours have them. */
function writeAnew(value: EditedValue): string {
	if (value.kind !== "list") return writeScalar(value, "plain");
	return `[${value.items.map((item) => writeItemLike(item, "plain", true)).join(", ")}]`;
}
