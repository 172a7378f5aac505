import { findOpenFence } from "../document/find-headings";
import { splitLines, stripBreak } from "../document/lines";
import type { NoteSection } from "../document/parse-note";
import { parseSections } from "../document/parse-note";
import { isSameValue } from "../front-matter/edit-property";
import type { PropertyChunk } from "../front-matter/read-property-lines";
import { joinPropertyChunks, readOneProperty } from "../front-matter/read-property-lines";
import { losesText } from "./find-lost-text";
import { withoutTargets } from "./is-relinked";
import { holds } from "./merge-lines";
import type { MergedProperties } from "./merge-properties";
import { mergeProperties } from "./merge-properties";
import type { MergedBody, MergedUnit, SectionConflict } from "./merge-sections";
import { joinUnits, mergeSections } from "./merge-sections";
import type { ReadableNote, UnreadableNote } from "./read-note";
import { breakOf, readNote } from "./read-note";
import type { UpstreamEntry, UpstreamPassage, UpstreamPlace } from "./upstream-section";
import { findUpstreamSection, updateUpstreamSection } from "./upstream-section";

/** The three texts of a note. */
export interface NoteVersions {
	/** What was last written, or what upstream had when the note was adopted. */
	readonly base: string;
	readonly mine: string;
	readonly theirs: string;
}

/** A place where the person's text stayed though upstream changed it. */
export interface MergeConflict {
	/** The heading below which it stands, or the property. */
	readonly what: string;
	/** What upstream has there; "" where it has nothing any more. */
	readonly upstream: string;
}

/** The merged note, or why it has to be left alone. */
export type MergeResult =
	| {
			readonly ok: true;
			readonly text: string;
			readonly conflicts: readonly MergeConflict[];
			/** Always empty: only adoption has differences without a conflict. */
			readonly differs: readonly MergeConflict[];
	  }
	| UnreadableNote;

/**
 * Merges a note: by property in the front matter, by section and line below it. The person's text and upstream's changes both arrive;
 * where they meet, the person's stays and a section at the note's end says what upstream has.
 *
 * `theirs === base` gives `mine`, `mine === base` gives `theirs`. A note whose front matter cannot be taken apart is left alone. Work
 * is about linear in the three texts.
 */
export function mergeNote({ base, mine, theirs }: NoteVersions): MergeResult {
	if (theirs === base || mine === theirs) return keep(mine);
	if (mine === base) return keep(theirs);
	const own = readNote(mine);
	if ("reason" in own) return own;
	const before = readNote(base);
	const upstream = readNote(theirs);
	if ("reason" in before || "reason" in upstream) {
		return { ok: true, text: mine, conflicts: [{ what: WHOLE, upstream: theirs }], differs: [] };
	}
	const lineBreak = breakOf(mine);
	const properties = mergeProperties(
		{ base: before.chunks, mine: own.chunks, theirs: upstream.chunks, tail: own.tail },
		lineBreak,
	);
	const place = findUpstreamSection(own.document.sections);
	const sections = hideUpstream(own.document.sections, place);
	const body = mergeSections(
		{ base: before.document.sections, mine: sections, theirs: upstream.document.sections },
		lineBreak,
	);
	const merge: Merge = { before, own, upstream, properties, body, place, sections, lineBreak };
	const result = finish(merge);
	// A bug must not cost anybody's text: then the note stays as it is.
	if (losesText(base, mine, result.text, place)) {
		return { ok: true, text: mine, conflicts: [{ what: WHOLE, upstream: theirs }], differs: [] };
	}
	return result;
}

const WHOLE = "The whole note";
const OPENING = "Before the first heading";

interface Merge {
	readonly before: ReadableNote;
	readonly own: ReadableNote;
	readonly upstream: ReadableNote;
	readonly properties: MergedProperties;
	readonly body: MergedBody;
	/** The section on upstream among the person's sections. */
	readonly place: UpstreamPlace | undefined;
	/** The person's sections, that one as a heading alone. */
	readonly sections: readonly NoteSection[];
	readonly lineBreak: string;
}

function keep(text: string): Extract<MergeResult, { ok: true }> {
	return { ok: true, text, conflicts: [], differs: [] };
}

/** What the section on upstream quotes must not be taken for the sections it quotes from. */
function hideUpstream(
	sections: readonly NoteSection[],
	place: UpstreamPlace | undefined,
): readonly NoteSection[] {
	const head = place === undefined ? undefined : sections[place.first];
	if (place === undefined || head === undefined) return sections;
	const { first, count } = place;
	const hidden = { ...head, body: [] };
	return [...sections.slice(0, first), hidden, ...sections.slice(first + count)];
}

function finish(merge: Merge): Extract<MergeResult, { ok: true }> {
	const { own, properties, body, place, sections, lineBreak } = merge;
	const entries = [
		...properties.conflicts.map(({ key, upstream }): UpstreamEntry => ({
			title: `Property ${key}`,
			passages: [{ kind: "has", text: upstream }],
			language: "yaml",
		})),
		...groupByTitle(body.conflicts),
	];
	const isSection = (unit: { readonly mine: readonly number[] }): boolean =>
		place !== undefined && unit.mine[0] === place.first;
	const main = body.units.filter(({ unit }) => !isSection(unit));
	const old =
		place === undefined ? [] : own.document.sections.slice(place.first, place.first + place.count);
	const written = updateUpstreamSection(
		old,
		entries,
		createCheck(merge, main, lineBreak),
		lineBreak,
	);
	const units = body.units.map((part) =>
		isSection(part.unit) ? { ...part, lines: written } : part,
	);
	const text = joinUnits(units, sections.length - 1, lineBreak);
	const whole = place === undefined ? append(text, written, lineBreak) : text;
	const conflicts = entries.map(({ title, passages }) => ({
		what: title,
		upstream: passages
			.filter(({ kind }) => kind === "has")
			.map((passage) => passage.text)
			.join("\n…\n"),
	}));
	return { ok: true, text: putTogether(own, properties, whole, lineBreak), conflicts, differs: [] };
}

function groupByTitle(conflicts: readonly SectionConflict[]): UpstreamEntry[] {
	const groups = new Map<string, UpstreamPassage[]>();
	for (const { title, upstream, before } of conflicts) {
		const name = title === "" ? OPENING : title;
		const list = groups.get(name) ?? [];
		groups.set(name, list);
		if (upstream.length > 0) list.push({ kind: "has", text: upstream.join("\n") });
		else list.push({ kind: "took-out", text: before.join("\n") });
	}
	return [...groups].map(([title, passages]) => ({ title, passages, language: "markdown" }));
}

/**
 * Tells whether what an old entry quotes is still worth saying: upstream has it and the note has not, or upstream has not taken it in
 * again, wherever its links lead now. A text that upstream did not have last time either is no quotation of ours, but something a person wrote.
 */
function createCheck(
	{ before, upstream, properties, sections }: Merge,
	main: readonly MergedUnit[],
	lineBreak: string,
): (title: string, passage: UpstreamPassage) => boolean {
	const own = parseSections(joinUnits(main, -1, lineBreak));
	return (title, { kind, text }) => {
		const property = title.startsWith("Property ") ? readOneProperty(text) : undefined;
		if (property !== undefined) {
			const isIn = (chunks: readonly PropertyChunk[]): boolean =>
				chunks.some(({ key, value }) => key === property.key && isSameValue(value, property.value));
			if (!isIn(before.chunks)) return true;
			return isIn(upstream.chunks) && !isIn(properties.chunks);
		}
		const lines = text.split("\n").map(withoutTargets);
		const units = main.filter(({ unit }) => sections[unit.mine[0] ?? -1]?.title === title);
		const isUnder = (list: readonly NoteSection[], parts: readonly number[]): boolean =>
			holds(listUnder(list, title, new Set(parts)), lines);
		const was = isUnder(
			before.document.sections,
			units.flatMap(({ unit }) => unit.base),
		);
		const is = isUnder(
			upstream.document.sections,
			units.flatMap(({ unit }) => unit.theirs),
		);
		return kind === "took-out" ? was || !is : !was || (is && !isUnder(own, []));
	};
}

/** The lines of the sections of one title, and of `parts` by index; of all where there are none, since the heading was changed. */
function listUnder(
	sections: readonly NoteSection[],
	title: string,
	parts: ReadonlySet<number>,
): readonly string[] {
	const wanted = title === OPENING ? "" : title;
	const named = sections.filter((section, index) => section.title === wanted || parts.has(index));
	return (named.length === 0 ? sections : named).flatMap(({ heading, body }) =>
		[...heading, ...body].map((line) => withoutTargets(stripBreak(line))),
	);
}

/** Puts the section on upstream behind a body. */
function append(body: string, lines: readonly string[], lineBreak: string): string {
	if (lines.length === 0) return body;
	const above = splitLines(body);
	while (above.length > 0 && above.at(-1)?.trim() === "") above.pop();
	if (above.length === 0) return lines.join("");
	const fence = findOpenFence(above);
	const closing = fence === "" ? "" : fence + lineBreak;
	const text = above.join("");
	const gap = text.endsWith("\n") ? "" : lineBreak;
	return text + gap + closing + lineBreak + lines.join("");
}

function putTogether(
	{ document }: ReadableNote,
	{ chunks, tail }: MergedProperties,
	body: string,
	lineBreak: string,
): string {
	const properties = joinPropertyChunks(chunks, tail);
	if (document.open !== "") {
		const isEnded = body === "" || document.close.endsWith("\n");
		return document.open + properties + document.close + (isEnded ? "" : lineBreak) + body;
	}
	return chunks.length === 0 ? body : `---${lineBreak}${properties}---${lineBreak}${body}`;
}
