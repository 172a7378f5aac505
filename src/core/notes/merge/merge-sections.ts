import { findOpenFence } from "../document/find-headings";
import { stripBreak } from "../document/lines";
import type { NoteSection } from "../document/parse-note";
import { isRelinked } from "./is-relinked";
import { findKeptAbove } from "./keep-above";
import { mergeFacts } from "./merge-facts";
import type { LineConflict, LineVersions, MergedLines } from "./merge-lines";
import { mergeLines, trimBlank } from "./merge-lines";
import { listNewLines } from "./new-lines";
import { orderUnits } from "./order-units";
import type { SectionPlaces } from "./section-places";
import { findPlaces } from "./section-places";
import type { SectionUnit, SectionVersions } from "./section-unit";
import { findUnits } from "./section-units";

/** A place in a note's body where the person's text stayed though upstream changed it. */
export interface SectionConflict extends LineConflict {
	/** The heading that it stands under in the person's note, "" before the first. */
	readonly title: string;
}

/** One unit of a body after its merge. */
export interface MergedUnit {
	readonly unit: SectionUnit;
	/** Lines with their breaks; none for one that is not written. */
	readonly lines: readonly string[];
}

/** A merged body, its units in order. */
export interface MergedBody {
	readonly units: readonly MergedUnit[];
	readonly conflicts: readonly SectionConflict[];
}

/**
 * Merges a note's body section by section.
 *
 * Sections are known by their headings or, moved or renamed, by their text. What the person deleted stays deleted, and what upstream
 * wrote there since is a conflict; what upstream took out goes where the person did not change it, nor anything in the same test; what is
 * new upstream comes in where upstream has it. Inside a section `mergeLines` decides.
 */
export function mergeSections(versions: SectionVersions, lineBreak: string): MergedBody {
	const conflicts: SectionConflict[] = [];
	const merged = new Map<SectionUnit, MergedUnit>();
	const units = findUnits(versions);
	const { tests } = findPlaces(versions.mine);
	for (const unit of units) {
		const lines = isSameTest(unit, tests)
			? adoptUnit(versions, unit, conflicts)
			: mergeUnit(versions, unit, lineBreak, conflicts);
		if (lines !== undefined) merged.set(unit, { unit, lines });
	}
	const { whole, headings } = findKeptAbove(versions, units, (unit) => merged.has(unit));
	for (const unit of [...whole, ...headings]) {
		const own = pick(versions.mine, unit.mine);
		const lines = whole.has(unit) ? linesOf(own) : [...(own[0]?.heading ?? []), lineBreak];
		merged.set(unit, { unit, lines });
	}
	const ordered = orderUnits(versions, [...merged.keys()]);
	const parts = ordered.map((unit) => merged.get(unit)).filter((part) => part !== undefined);
	const news = conflicts.filter(({ before, upstream }) => !isRelinked(before, upstream));
	return { units: parts, conflicts: news };
}

/** Whether a unit is part of a test that the note had before upstream did: two texts of one GUID, and no third to tell what changed. */
function isSameTest(
	{ base, mine: [own = -1], theirs }: SectionUnit,
	tests: SectionPlaces["tests"],
): boolean {
	return base.length === 0 && theirs.length > 0 && tests[own]?.guid !== undefined;
}

/** The person's text stays, and what upstream has otherwise is told. */
function adoptUnit(
	versions: SectionVersions,
	unit: SectionUnit,
	conflicts: SectionConflict[],
): readonly string[] {
	const mine = pick(versions.mine, unit.mine);
	const lines = linesOf(mine);
	const upstream = linesOf(pick(versions.theirs, unit.theirs)).map(stripBreak);
	const title = mine[0]?.title ?? "";
	for (const conflict of listNewLines(lines.map(stripBreak), upstream)) {
		conflicts.push({ title, ...conflict });
	}
	return lines;
}

/** The lines of one unit; undefined where it is not part of the note. */
function mergeUnit(
	versions: SectionVersions,
	unit: SectionUnit,
	lineBreak: string,
	conflicts: SectionConflict[],
): readonly string[] | undefined {
	const base = pick(versions.base, unit.base);
	const mine = pick(versions.mine, unit.mine);
	const theirs = pick(versions.theirs, unit.theirs);
	const [own] = mine;
	const [other] = theirs;
	if (own === undefined) {
		if (base.length === 0) return rebreak(linesOf(theirs), lineBreak);
		const title = other?.title ?? "";
		const news = listNewLines(linesOf(base).map(stripBreak), linesOf(theirs).map(stripBreak));
		for (const conflict of news) conflicts.push({ title, ...conflict });
		return undefined;
	}
	if (other === undefined) {
		const isUnchanged = base.length > 0 && isSame(linesOf(base), linesOf(mine));
		return isUnchanged && own.level > 0 ? undefined : linesOf(mine);
	}
	const heading = mergeHeading(base[0], own, other, lineBreak);
	if (heading.upstream !== undefined) {
		const before = base[0]?.heading.map(stripBreak) ?? [];
		conflicts.push({ title: own.title, upstream: heading.upstream, before });
	}
	const body = mergeBody(belowFirst(base), belowFirst(mine), belowFirst(theirs), lineBreak);
	for (const conflict of body.conflicts) conflicts.push({ title: own.title, ...conflict });
	return [...heading.lines, ...body.lines];
}

function mergeHeading(
	base: NoteSection | undefined,
	mine: NoteSection,
	theirs: NoteSection,
	lineBreak: string,
): { readonly lines: readonly string[]; readonly upstream: readonly string[] | undefined } {
	if (base === undefined) return { lines: mine.heading, upstream: undefined };
	const before = base.heading;
	if (isSame(before, mine.heading) && mine.level > 0) {
		const isKept = isSame(mine.heading, theirs.heading);
		return {
			lines: isKept ? mine.heading : rebreak(theirs.heading, lineBreak),
			upstream: undefined,
		};
	}
	const isOurs = isSame(before, theirs.heading) || isSame(mine.heading, theirs.heading);
	return { lines: mine.heading, upstream: isOurs ? undefined : theirs.heading.map(stripBreak) };
}

/** Blank lines around a section's text belong to what stands around it, so they are merged apart from it. */
function mergeBody(
	base: readonly string[],
	mine: readonly string[],
	theirs: readonly string[],
	lineBreak: string,
): { readonly lines: readonly string[]; readonly conflicts: readonly LineConflict[] } {
	if (isSame(base, theirs) || isSame(mine, theirs)) return { lines: mine, conflicts: [] };
	if (isSame(base, mine)) return { lines: rebreak(theirs, lineBreak), conflicts: [] };
	const [before, own, other] = [splitBlank(base), splitBlank(mine), splitBlank(theirs)];
	const text = mergeText({ base: before.text, mine: own.text, theirs: other.text }, lineBreak);
	const choose = (side: "above" | "below"): readonly string[] =>
		own[side].length === before[side].length ? rebreak(other[side], lineBreak) : own[side];
	return {
		lines: [...choose("above"), ...text.lines, ...choose("below")],
		conflicts: text.conflicts,
	};
}

/** A list of facts that opens a text is merged item by item, the rest line by line. */
function mergeText(versions: LineVersions, lineBreak: string): MergedLines {
	const facts = mergeFacts(versions, lineBreak);
	if (facts === undefined) return mergeLines(versions, lineBreak);
	const rest = mergeLines(facts.rest, lineBreak);
	return {
		lines: [...facts.lines, ...rest.lines],
		conflicts: [...facts.conflicts, ...rest.conflicts],
	};
}

function splitBlank(lines: readonly string[]): {
	readonly above: readonly string[];
	readonly text: readonly string[];
	readonly below: readonly string[];
} {
	const text = trimBlank(lines);
	const first = text.length === 0 ? lines.length : lines.findIndex((line) => line.trim() !== "");
	return { above: lines.slice(0, first), text, below: lines.slice(first + text.length) };
}

function pick(sections: readonly NoteSection[], indices: readonly number[]): NoteSection[] {
	return indices.map((index) => sections[index]).filter((section) => section !== undefined);
}

function linesOf(sections: readonly NoteSection[]): readonly string[] {
	return sections.flatMap(({ heading, body }) => [...heading, ...body]);
}

/** All lines of a unit but those of its first heading. */
function belowFirst(sections: readonly NoteSection[]): readonly string[] {
	return sections.flatMap(({ heading, body }, index) =>
		index === 0 ? body : [...heading, ...body],
	);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return (
		one.length === other.length &&
		one.every((line, index) => stripBreak(line) === stripBreak(other[index] ?? ""))
	);
}

function rebreak(lines: readonly string[], lineBreak: string): readonly string[] {
	return lines.map((line) => stripBreak(line) + lineBreak);
}

/**
 * Puts units behind each other; where two meet that did not in the person's note, an empty line stands between them.
 *
 * `lastOfMine` is the index of the person's last section.
 */
export function joinUnits(
	parts: readonly MergedUnit[],
	lastOfMine: number,
	lineBreak: string,
): string {
	const out: string[] = [];
	let before: SectionUnit | undefined;
	let fence = "";
	for (const { unit, lines } of parts) {
		if (lines.length === 0) {
			before ??= unit;
			continue;
		}
		// A fence that the person left open would take in what comes behind it now.
		if (fence !== "") out.push(fence + lineBreak);
		const last = out.at(-1);
		const isApart = follows(before, unit) && !isUnderlined(lines);
		if (last !== undefined && !isApart && last.trim() !== "") out.push(lineBreak);
		for (const line of lines) out.push(line);
		before = unit;
		fence = findOpenFence(lines);
	}
	// What stood before the note's end may now be followed by nothing; what was the end keeps its own.
	if (before?.mine.at(-1) !== lastOfMine) {
		while (out.length > 1 && out.at(-1)?.trim() === "") out.pop();
	}
	// The line that ended the person's note may have none.
	const close = (line: string, index: number): string =>
		index < out.length - 1 && !line.endsWith("\n") ? line + lineBreak : line;
	return out.map(close).join("");
}

/** Whether the first line is a heading that only the line below it makes one: text right above would become part of it. */
function isUnderlined([first = ""]: readonly string[]): boolean {
	return !/^ {0,3}#/.test(first);
}

function follows(before: SectionUnit | undefined, unit: SectionUnit): boolean {
	const last = before?.mine.at(-1);
	return last !== undefined && unit.mine[0] === last + 1;
}
