import { normaliseDate } from "../../formats/dates";
import { asTexts } from "../../formats/values";
import type { NoteKind, NoteProperty, PropertyValue } from "../../model/note";
import { comparable } from "../../text/comparable";
import { joinSections } from "../document/parse-note";
import { addProperties } from "../front-matter/add-properties";
import type { PropertyChunk } from "../front-matter/read-property-lines";
import { adoptSections } from "./adopt-sections";
import type { MergeConflict, MergeResult } from "./merge-note";
import { readNote } from "./read-note";

/** A note that was there before any import, and the note that upstream would make. */
export interface AdoptedVersions {
	readonly kind: NoteKind;
	readonly mine: string;
	readonly theirs: string;
}

/** Lists that are completed item by item, since they say what the note is about. */
const COMPLETED = ["tags", "aliases"] as const;

/**
 * Adopts a note for which no base tells what a person wrote: all text and every property that is there stays byte for byte.
 *
 * Added are properties that are missing, the tags and aliases that identify the note, and sections whose heading the note has not at
 * any level. A rule's source and an atomic test that the note has in any form are not added again. What upstream has differently is
 * listed in `differs`. Adopting twice changes nothing. A note whose front matter cannot be taken apart is left alone.
 */
export function adoptNote({ kind, mine, theirs }: AdoptedVersions): MergeResult {
	const own = readNote(mine);
	if ("reason" in own) return own;
	const upstream = readNote(theirs);
	if ("reason" in upstream) return { ok: true, text: mine, conflicts: [], differs: [] };
	const body = joinSections(own.document.sections);
	const sections = adoptSections(kind, own.document.sections, upstream.document.sections);
	const text = mine.slice(0, mine.length - body.length) + sections.body;
	const [tags = [], aliases = []] = COMPLETED.map((key) => listOf(upstream.chunks, key));
	const properties = upstream.chunks.map(toProperty).filter((property) => property !== undefined);
	return {
		ok: true,
		text: addProperties(text, { properties, tags, aliases }),
		conflicts: [],
		differs: [...compareProperties(own.chunks, upstream.chunks), ...sections.differs],
	};
}

function listOf(chunks: readonly PropertyChunk[], key: string): readonly string[] {
	return asTexts(chunks.find((chunk) => chunk.key === key)?.value ?? []);
}

function toProperty({ key, value }: PropertyChunk): NoteProperty | undefined {
	return isPropertyValue(value) ? { key, value } : undefined;
}

function isPropertyValue(value: unknown): value is PropertyValue {
	if (Array.isArray(value)) return value.every((item) => typeof item === "string");
	return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function compareProperties(
	mine: readonly PropertyChunk[],
	theirs: readonly PropertyChunk[],
): MergeConflict[] {
	const own = new Map(mine.map((chunk) => [chunk.key.toLowerCase(), chunk]));
	return theirs.flatMap(({ key, value, raw }) => {
		const chunk = own.get(key.toLowerCase());
		if (chunk === undefined || COMPLETED.some((name) => name === key)) return [];
		if (saysTheSame(chunk.value, value)) return [];
		return [{ what: `Property ${key}`, upstream: raw.trimEnd() }];
	});
}

/** Whether two values mean the same, whatever type, list style or date spelling they have. */
function saysTheSame(mine: unknown, theirs: unknown): boolean {
	return fold(mine) === fold(theirs);
}

function fold(value: unknown): string {
	const texts = value === null || value === undefined ? [] : asTexts(value);
	return comparable(texts.map((text) => normaliseDate(text) ?? text).join(" "));
}
