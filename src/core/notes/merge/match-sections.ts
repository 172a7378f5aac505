import { addToGroup } from "../../text/add-to-group";
import { readOpening } from "../document/fence-marks";
import { outlineLines } from "../document/find-headings";
import { stripBreak } from "../document/lines";
import type { NoteSection } from "../document/parse-note";
import { trimBlank } from "./merge-lines";
import type { SectionPlaces } from "./section-places";
import { findPlaces, isOtherTest } from "./section-places";

/** Texts shorter than this are too common to know a section by. */
const TELLING_LENGTH = 24;

/** Share of their text that two sections under different headings have to share. */
const LIKENESS = 0.5;

/** Sections that one line may stand in and still tell something. */
const COMMON = 8;

/**
 * Finds for each section of one version of a note the one of another that it is, -1 for none; no section is two.
 *
 * A runbook's tests are known by their GUIDs, with what stands below them. Else a section is known by the headings it stands under with
 * the same text, then by its text alone (it was moved or its heading changed), then by the headings and a text that is for the greater
 * part the same, by the headings alone, by a title that is there once, by such a text alone, and last by what stands right below it;
 * never as part of another test.
 * The first sections, which have no heading, are always each other. About linear in both.
 */
export function matchSections(
	first: readonly NoteSection[],
	second: readonly NoteSection[],
): readonly number[] {
	const matching: Matching = {
		first,
		second,
		found: first.map(() => -1),
		taken: second.map(() => false),
		places: [findPlaces(first), findPlaces(second)],
	};
	take(matching, 0, 0);
	pairTests(matching);
	const one = first.map(textOf);
	const two = second.map(textOf);
	const path = ({ level, path: titles }: NoteSection): string => `${level} ${titles.join("\n")}`;
	const known = (text: string): string | undefined =>
		text.length < TELLING_LENGTH ? undefined : text;
	pairByKey(
		matching,
		(section, index, side) => `${path(section)}\n\n${(side === 0 ? one : two)[index] ?? ""}`,
	);
	pairUnique(matching, (_, index, side) => known((side === 0 ? one : two)[index] ?? ""));
	// Of several sections of one title the one that goes on with the text is meant, the one at the same place before others.
	const settled = listSettled(matching, path);
	pairAlike(matching, (a, b) => {
		if (!isSameTitle(a, b)) return undefined;
		if (path(a) === path(b)) return 1;
		return settled.has(path(a)) || settled.has(path(b)) ? undefined : 0;
	});
	pairByKey(matching, path);
	pairUnique(matching, ({ title }) => (title === "" ? undefined : title.toLowerCase()));
	pairAlike(matching, () => 0);
	pairParents(matching);
	return matching.found;
}

/**
 * Places below a heading that are there once on both sides: a table of inputs goes on in the test that it stands in, however much of it
 * was filled in, and not in another test whose table is like it.
 */
function listSettled(
	matching: Matching,
	path: (section: NoteSection) => string,
): ReadonlySet<string> {
	const nested: KeyOf = (section) => (section.path.length > 1 ? path(section) : undefined);
	const others = listOpen(matching, 1, nested);
	const settled = [...listOpen(matching, 0, nested)].filter(
		([key, indices]) => indices.length === 1 && others.get(key)?.length === 1,
	);
	return new Set(settled.map(([key]) => key));
}

interface Matching {
	readonly first: readonly NoteSection[];
	readonly second: readonly NoteSection[];
	readonly found: number[];
	readonly taken: boolean[];
	readonly places: readonly [SectionPlaces, SectionPlaces];
}

type KeyOf = (section: NoteSection, index: number, side: 0 | 1) => string | undefined;

/** The text below a section's heading, without line breaks' kind and blank lines around it. */
function textOf(section: NoteSection): string {
	return trimBlank(section.body.map(stripBreak)).join("\n");
}

function take({ found, taken }: Matching, index: number, other: number): void {
	if (index >= found.length || other >= taken.length) return;
	found[index] = other;
	taken[other] = true;
}

/** Matches the tests of one GUID, and what stands below them under the same titles. */
function pairTests(matching: Matching): void {
	const { found, places } = matching;
	pairUnique(matching, (_, index, side) => {
		const test = places[side].tests[index];
		return test?.index === index ? test.guid : undefined;
	});
	pairByKey(matching, ({ level, title }, index, side) => {
		const { tests, parents } = places[side];
		const parent = parents[index] ?? -1;
		const known = side === 0 ? (found[parent] ?? -1) : parent;
		return tests[index] === undefined || known === -1 ? undefined : `${known} ${level} ${title}`;
	});
}

/** Matches headings of other words, those further down first, when what stands right below them is each other. */
function pairParents(matching: Matching): void {
	const [one, two] = matching.places;
	for (let child = matching.found.length - 1; child >= 0; child--) {
		const parent = one.parents[child] ?? -1;
		const other = two.parents[matching.found[child] ?? -1] ?? -1;
		if (parent === -1 || other === -1) continue;
		if (matching.found[parent] !== -1 || matching.taken[other] === true) continue;
		if (!isElsewhere(matching, parent, other)) take(matching, parent, other);
	}
}

/** Whether two sections stand in tests that are not each other. */
function isElsewhere({ found, taken, places }: Matching, index: number, other: number): boolean {
	const [one, two] = [places[0].tests[index], places[1].tests[other]];
	if (one === undefined || two === undefined) return false;
	if (isOtherTest(one, two)) return true;
	if (one.index === index || two.index === other) return false;
	const isKnown = found[one.index] !== -1 || taken[two.index] === true;
	return isKnown ? found[one.index] !== two.index : one.title !== two.title;
}

/** Indices of the sections that are still to be matched, by key, in order. */
function listOpen(matching: Matching, side: 0 | 1, keyOf: KeyOf): Map<string, number[]> {
	const open = new Map<string, number[]>();
	(side === 0 ? matching.first : matching.second).forEach((section, index) => {
		if (side === 0 ? matching.found[index] !== -1 : matching.taken[index] === true) return;
		const key = keyOf(section, index, side);
		if (key === undefined) return;
		addToGroup(open, key, index);
	});
	return open;
}

/** Matches the sections of one key in their order. */
function pairByKey(matching: Matching, keyOf: KeyOf): void {
	const others = listOpen(matching, 1, keyOf);
	for (const [key, indices] of listOpen(matching, 0, keyOf)) {
		const list = others.get(key) ?? [];
		indices.forEach((index, place) => {
			const other = list[place];
			if (other !== undefined) take(matching, index, other);
		});
	}
}

/** Matches the sections whose key is there once on each side. */
function pairUnique(matching: Matching, keyOf: KeyOf): void {
	const others = listOpen(matching, 1, keyOf);
	for (const [key, [index, ...more]] of listOpen(matching, 0, keyOf)) {
		const [other, ...rest] = others.get(key) ?? [];
		if (index === undefined || other === undefined) continue;
		if (more.length > 0 || rest.length > 0 || isElsewhere(matching, index, other)) continue;
		take(matching, index, other);
	}
}

function isSameTitle(one: NoteSection, other: NoteSection): boolean {
	return one.title.toLowerCase() === other.title.toLowerCase();
}

/** Matches sections by the lines they share, those that share most first; `rank` is added to what they share, or refuses a pair. */
function pairAlike(
	matching: Matching,
	rank: (one: NoteSection, other: NoteSection) => number | undefined,
): void {
	const places = new Map<string, number[]>();
	const lengths = matching.second.map(() => 1);
	matching.second.forEach((section, index) => {
		if (matching.taken[index] === true) return;
		const lines = tellingLines(section);
		lengths[index] = lengthOf(lines);
		for (const line of lines) {
			addToGroup(places, line, index);
		}
	});
	const pairs: { index: number; other: number; likeness: number }[] = [];
	matching.first.forEach((section, index) => {
		if (matching.found[index] !== -1) return;
		const shared = new Map<number, number>();
		const lines = tellingLines(section);
		const own = lengthOf(lines);
		for (const line of lines) {
			const list = places.get(line) ?? [];
			if (list.length > COMMON) continue;
			for (const other of list) shared.set(other, (shared.get(other) ?? 0) + line.length);
		}
		for (const [other, length] of shared) {
			const likeness = (2 * length) / (own + (lengths[other] ?? 1));
			const target = matching.second[other];
			const extra = target === undefined ? undefined : rank(section, target);
			if (likeness < LIKENESS || extra === undefined) continue;
			pairs.push({ index, other, likeness: likeness + extra });
		}
	});
	pairs.sort((a, b) => b.likeness - a.likeness || a.index - b.index || a.other - b.other);
	for (const { index, other } of pairs) {
		if (matching.found[index] !== -1 || matching.taken[other] === true) continue;
		if (!isElsewhere(matching, index, other)) take(matching, index, other);
	}
}

/** A section's lines that say something, as they stand; a NUL before those of code, which are not what prose is that says the same. */
export function listTelling(section: NoteSection | undefined): readonly string[] {
	const lines = (section?.body ?? []).map(stripBreak);
	const { code } = outlineLines(lines);
	return lines
		.map((line, at) => (code[at] === 1 ? `\0${line}` : line))
		.filter((_, at) => isTelling(lines[at] ?? ""));
}

/** A section's lines that say something, each once, however far it is indented. */
function tellingLines(section: NoteSection): ReadonlySet<string> {
	return new Set(section.body.filter(isTelling).map((line) => line.trim()));
}

/** What opens a fence says nothing. */
function isTelling(line: string): boolean {
	return line.trim().length > 3 && readOpening(stripBreak(line)) === undefined;
}

function lengthOf(lines: ReadonlySet<string>): number {
	let length = 0;
	for (const line of lines) length += line.length;
	return Math.max(1, length);
}
