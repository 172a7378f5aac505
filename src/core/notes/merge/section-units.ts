import { addToGroup } from "../../text/add-to-group";
import type { NoteSection } from "../document/parse-note";
import { joinAbsorbed } from "./absorbed-sections";
import { listTelling, matchSections } from "./match-sections";
import type { TestPlace } from "./section-places";
import { findPlaces } from "./section-places";
import type { SectionUnit, SectionVersions } from "./section-unit";

/** Share of a section's text that has to stand in another one for it to have been part of that. */
const SHARE = 0.5;

/**
 * Finds which sections of three versions are each other; every section is in exactly one unit.
 *
 * A section whose text the person has within another one is part of that one's unit. A section that the person and upstream both made
 * under one title is one unit without a base.
 */
export function findUnits(versions: SectionVersions): readonly SectionUnit[] {
	const { base, mine, theirs } = versions;
	const units: SectionUnit[] = [];
	const toMine = matchSections(base, mine);
	const toTheirs = matchSections(base, theirs);
	const ofMine = new Map<number, SectionUnit>();
	const ofTheirs = new Map<number, SectionUnit>();
	let last: SectionUnit | undefined;
	base.forEach((section, index) => {
		const own = toMine[index] ?? -1;
		const other = toTheirs[index] ?? -1;
		if (last !== undefined && wasJoined(versions, last, section, own, other)) {
			last.base.push(index);
			add(last.mine, own, ofMine, last);
			add(last.theirs, other, ofTheirs, last);
			return;
		}
		last = { base: [index], mine: [], theirs: [] };
		add(last.mine, own, ofMine, last);
		add(last.theirs, other, ofTheirs, last);
		units.push(last);
	});
	addSplit(versions, "mine", ofMine);
	addSplit(versions, "theirs", ofTheirs);
	const whole = joinAbsorbed(versions, units, ofMine);
	for (const unit of whole) for (const index of unit.theirs) ofTheirs.set(index, unit);
	return [...whole, ...pairNew(versions, ofMine, ofTheirs)];
}

function add(
	list: number[],
	index: number,
	unitOf: Map<number, SectionUnit>,
	unit: SectionUnit,
): void {
	if (index === -1) return;
	list.push(index);
	unitOf.set(index, unit);
}

/** Whether a side took out the heading above a section of the base, so that its text is part of the section before. */
function wasJoined(
	{ mine, theirs }: SectionVersions,
	before: SectionUnit,
	section: NoteSection,
	own: number,
	other: number,
): boolean {
	const isNext = (list: readonly number[], index: number): boolean =>
		index === -1 || list.at(-1) === index - 1;
	const isIn = (list: readonly number[], sections: readonly NoteSection[]): boolean => {
		const target = sections[list.at(-1) ?? -1];
		return target !== undefined && standsIn(section, [target]);
	};
	if (own === -1 && isIn(before.mine, mine)) return isNext(before.theirs, other);
	if (other === -1 && isIn(before.theirs, theirs)) return isNext(before.mine, own);
	return false;
}

/** A section without a match whose text stood in the section before: somebody set a heading in the middle of it. */
function addSplit(
	versions: SectionVersions,
	side: "mine" | "theirs",
	unitOf: Map<number, SectionUnit>,
): void {
	versions[side].forEach((section, index) => {
		const unit = unitOf.get(index - 1);
		if (unitOf.has(index) || unit === undefined || unit.base.length === 0) return;
		const sources = unit.base.map((at) => versions.base[at]).filter((part) => part !== undefined);
		if (!standsIn(section, sources)) return;
		add(unit[side], index, unitOf, unit);
	});
}

function standsIn(section: NoteSection, sources: readonly NoteSection[]): boolean {
	let length = 0;
	let shared = 0;
	const known = new Set(sources.flatMap(listTelling));
	for (const line of new Set(listTelling(section))) {
		length += line.length;
		if (known.has(line)) shared += line.length;
	}
	return length > 0 && shared >= length * SHARE;
}

/** Units of the sections that the base has not; those of one title are each other, unless they stand in different tests. */
function pairNew(
	{ mine, theirs }: SectionVersions,
	ofMine: Map<number, SectionUnit>,
	ofTheirs: Map<number, SectionUnit>,
): SectionUnit[] {
	const units: SectionUnit[] = [];
	const [ownTests, otherTests] = [findPlaces(mine).tests, findPlaces(theirs).tests];
	const open = new Map<SectionUnit | undefined, Map<string, number[]>>();
	mine.forEach(({ title }, index) => {
		if (ofMine.has(index)) return;
		const unit: SectionUnit = { base: [], mine: [index], theirs: [] };
		units.push(unit);
		ofMine.set(index, unit);
		const within = unitAbove(ownTests[index], index, ofMine);
		const titles = open.get(within) ?? new Map<string, number[]>();
		open.set(within, titles);
		addToGroup(titles, title.toLowerCase(), index);
	});
	theirs.forEach(({ title }, index) => {
		if (ofTheirs.has(index)) return;
		const within = unitAbove(otherTests[index], index, ofTheirs);
		const list = open.get(within)?.get(title.toLowerCase());
		const [own = -1] = list ?? [];
		const known = hasOtherGuid(ownTests[own], otherTests[index]) ? undefined : ofMine.get(own);
		if (known !== undefined) list?.shift();
		const unit = known ?? { base: [], mine: [], theirs: [] };
		if (known === undefined) units.push(unit);
		unit.theirs.push(index);
		ofTheirs.set(index, unit);
	});
	return units;
}

/** The unit of the test that a section stands below; undefined where it stands in none, or opens it. */
function unitAbove(
	test: TestPlace | undefined,
	index: number,
	unitOf: ReadonlyMap<number, SectionUnit>,
): SectionUnit | undefined {
	return test === undefined || test.index === index ? undefined : unitOf.get(test.index);
}

/** Whether two tests of one name have each a GUID of its own. */
function hasOtherGuid(one: TestPlace | undefined, other: TestPlace | undefined): boolean {
	const isKnown = one?.guid !== undefined && other?.guid !== undefined;
	return isKnown && one.guid !== other.guid;
}
