import { outlineLines } from "../document/find-headings";
import { stripBreak } from "../document/lines";
import type { NoteSection } from "../document/parse-note";
import { parseNote, parseSections } from "../document/parse-note";
import type { Hunk } from "./diff-lines";
import { diffLines } from "./diff-lines";
import type { NoteConflict } from "./list-conflicts";
import { trimBlank } from "./merge-lines";
import type { ResolvedParts } from "./resolved-parts";
import { findUnits } from "./section-units";
import { findUpstreamSection, type UpstreamPassage } from "./upstream-section";

/** Share of the words of a text that upstream took out which a passage of the person's needs to count as what they made of it. */
const LIKENESS = 0.3;

const OPENING = "Before the first heading";

/** A place in the person's body, `from` and `to` as lines of all of it, and what stands there upstream: lines `start` to `end` of `upstream`. */
interface Place extends Hunk {
	readonly upstream: readonly string[];
}

/** Puts upstream's lines in the place of the person's, or behind them; "no-place" where that is not known. */
export function resolveSection(
	parts: ResolvedParts,
	upstream: string | undefined,
	conflict: NoteConflict,
	choice: "theirs" | "both",
	lineBreak: string,
): ResolvedParts | "no-place" {
	const lines = parts.sections.flatMap(({ heading, body }) => [...heading, ...body]);
	const theirs = upstream === undefined ? undefined : matchUpstream(parts.sections, upstream);
	const places: Place[] = [];
	for (const passage of conflict.passages) {
		const found =
			(theirs === undefined ? undefined : findPlace(theirs, conflict, passage)) ??
			(choice === "both" || isDeleted(parts.sections, conflict)
				? endOfSection(parts.sections, conflict, passage)
				: undefined);
		if (found === undefined) return "no-place";
		places.push(found);
	}
	// From the end on, so that the places before keep their numbers.
	for (const { from, to, start, end, upstream: text } of joinPlaces(places).reverse()) {
		const added = text.slice(start, end).map((line) => stripBreak(line) + lineBreak);
		if (choice === "theirs") lines.splice(from, to - from, ...added);
		else if (!isHeld(lines.slice(from, to), added)) {
			const blank = lines
				.slice(from, to)
				.reverse()
				.findIndex((line) => line.trim() !== "");
			lines.splice(to - Math.max(0, blank), 0, ...added);
		}
	}
	const closed = lines.map((line, at) =>
		at < lines.length - 1 && !line.endsWith("\n") ? line + lineBreak : line,
	);
	return { ...parts, sections: parseSections(closed.join("")) };
}

/** Gives places in order; those that a person's later edits ran together are one. */
function joinPlaces(places: readonly Place[]): Place[] {
	const joined: Place[] = [];
	for (const place of [...places].sort((a, b) => a.from - b.from)) {
		const last = joined.at(-1);
		const { upstream } = place;
		if (last?.upstream !== upstream || (place.from >= last.to && place.start >= last.end)) {
			joined.push(place);
			continue;
		}
		const [start, from] = [Math.min(last.start, place.start), last.from];
		const [end, to] = [Math.max(last.end, place.end), Math.max(last.to, place.to)];
		joined[joined.length - 1] = { start, end, from, to, upstream };
	}
	return joined;
}

function isHeld(mine: readonly string[], theirs: readonly string[]): boolean {
	return mine.map(stripBreak).join("\n").includes(theirs.map(stripBreak).join("\n").trim());
}

/** Whether the person deleted the section that upstream wrote into. */
function isDeleted(sections: readonly NoteSection[], { title }: NoteConflict): boolean {
	return title !== OPENING && !sections.some((section) => section.title === title);
}

/** A section that upstream and the person both have. */
interface SharedSection {
	/** The person's title. */
	readonly title: string;
	/** Number of its first line in the person's body. */
	readonly at: number;
	readonly upstream: readonly string[];
	readonly mine: readonly string[];
	/** How the person's lines came from upstream's. */
	readonly hunks: readonly Hunk[];
}

function matchUpstream(mine: readonly NoteSection[], text: string): readonly SharedSection[] {
	const theirs = parseNote(text).sections;
	const starts = startsOf(mine);
	const units = findUnits({ base: theirs, mine: hideEntries(mine), theirs });
	return units.flatMap((unit) => {
		const own = mine[unit.mine[0] ?? -1];
		const at = starts[unit.mine[0] ?? -1];
		if (own === undefined || at === undefined || unit.base.length === 0) return [];
		const upstream = unit.base.flatMap((index) => linesOf(theirs[index]));
		const lines = unit.mine.flatMap((index) => linesOf(mine[index]));
		const hunks = diffLines(upstream.map(stripBreak), lines.map(stripBreak));
		return { title: own.title, at, upstream, mine: lines, hunks };
	});
}

/** Finds what the person has where upstream has, or had, a passage. */
function findPlace(
	shared: readonly SharedSection[],
	conflict: NoteConflict,
	passage: UpstreamPassage,
): Place | undefined {
	const wanted = conflict.title === OPENING ? "" : conflict.title;
	for (const { title, at, upstream, mine, hunks } of shared) {
		if (title !== wanted) continue;
		const hunk =
			passage.kind === "has"
				? hunkOf(hunks, upstream, passage.text.split("\n"))
				: likestHunk(hunks, mine, passage.text);
		if (hunk !== undefined) return { ...hunk, from: at + hunk.from, to: at + hunk.to, upstream };
	}
	return undefined;
}

/** What the section on upstream quotes must not be taken for the sections it quotes from. */
function hideEntries(sections: readonly NoteSection[]): readonly NoteSection[] {
	const place = findUpstreamSection(sections);
	if (place === undefined) return sections;
	return sections.map((section, index) =>
		index >= place.first && index < place.first + place.count
			? { ...section, title: `\0${index}`, path: [`\0${index}`], body: [] }
			: section,
	);
}

/** The changes that touch upstream's lines of a passage, as one. */
function hunkOf(
	hunks: readonly Hunk[],
	upstream: readonly string[],
	passage: readonly string[],
): Hunk | undefined {
	const wanted = trimBlank(passage);
	const lines = upstream.map(stripBreak);
	const at = lines.findIndex((_, start) =>
		wanted.every((line, index) => lines[start + index] === line),
	);
	if (at === -1 || wanted.length === 0) return undefined;
	const end = at + wanted.length;
	const touched = hunks.filter((hunk) => hunk.start < end && hunk.end > at);
	const [first] = touched;
	const last = touched.at(-1);
	if (first === undefined || last === undefined) return undefined;
	return { start: first.start, end: last.end, from: first.from, to: last.to };
}

/** The change that holds most of a text's words. */
function likestHunk(
	hunks: readonly Hunk[],
	lines: readonly string[],
	text: string,
): Hunk | undefined {
	const words = wordsOf(text);
	let best: Hunk | undefined;
	let most = LIKENESS;
	for (const hunk of hunks) {
		const own = wordsOf(lines.slice(hunk.from, hunk.to).join(""));
		const shared = [...words].filter((word) => own.has(word)).length;
		const share = shared / Math.max(1, words.size);
		if (share <= most) continue;
		most = share;
		best = hunk;
	}
	return best;
}

function wordsOf(text: string): ReadonlySet<string> {
	return new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
}

/** Behind the last line of the section that a conflict names, outside its code; at the end of the note where it is gone. */
function endOfSection(
	sections: readonly NoteSection[],
	{ title }: NoteConflict,
	{ kind, text }: UpstreamPassage,
): Place | undefined {
	if (kind === "took-out") return undefined;
	const starts = startsOf(sections);
	const place = findUpstreamSection(sections);
	const wanted = title === OPENING ? "" : title;
	const found = sections.findIndex(
		(section, index) => section.title === wanted && (place === undefined || index < place.first),
	);
	const isThere = found !== -1;
	const index = isThere ? found : (place?.first ?? sections.length) - 1;
	const section = sections[index];
	if (section === undefined) return undefined;
	const lines = linesOf(section);
	const { code } = outlineLines(lines);
	const last = trimBlank(lines.map(stripBreak));
	if (code.length > 0 && code.at(-1) === 1 && lines.length === last.length && !isClosed(lines))
		return undefined;
	const end = (starts[index] ?? 0) + lines.length;
	const heading = isThere ? [] : [`## ${title}`, ""];
	const upstream = ["", ...heading, ...text.split("\n"), ""];
	return { start: 0, end: upstream.length, from: end, to: end, upstream };
}

function isClosed(lines: readonly string[]): boolean {
	return /^ {0,3}(?:`{3,}|~{3,})\s*$/.test(lines.at(-1) ?? "");
}

function startsOf(sections: readonly NoteSection[]): readonly number[] {
	const starts: number[] = [];
	let at = 0;
	for (const { heading, body } of sections) {
		starts.push(at);
		at += heading.length + body.length;
	}
	return starts;
}

function linesOf(section: NoteSection | undefined): readonly string[] {
	return section === undefined ? [] : [...section.heading, ...section.body];
}
