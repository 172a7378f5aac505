import { addToGroup } from "../../text/add-to-group";
import type { NoteSection } from "../document/parse-note";
import { listTelling } from "./match-sections";
import { findPlaces } from "./section-places";
import type { SectionUnit, SectionVersions } from "./section-unit";

/** Share of a section's text that has to stand in another one for it to have been put there. */
const SHARE = 0.5;

/** Texts shorter than this are too common to know a section by. */
const TELLING_LENGTH = 24;

/** Sections that one line may stand in and still tell something. */
const COMMON = 8;

/**
 * Joins to a section what the person has within it and upstream has apart: a note whose rule stands below its description gets upstream's
 * changes of both there.
 *
 * Sections of tests are left out, whose tables are like each other, and what stands in a section that upstream took out. `ofMine` is
 * brought up to date. Gives the units that are left. Linear in the sections.
 */
export function joinAbsorbed(
	{ base, mine }: SectionVersions,
	units: readonly SectionUnit[],
	ofMine: Map<number, SectionUnit>,
): readonly SectionUnit[] {
	const open = units.filter((unit) => unit.mine.length === 0 && unit.theirs.length > 0);
	if (open.length === 0) return units;
	const { tests } = findPlaces(base);
	const places = indexLines(mine);
	const joined = new Set<SectionUnit>();
	for (const unit of open) {
		if (unit.base.some((index) => tests[index] !== undefined)) continue;
		const lines = unit.base.flatMap((index) => listTelling(base[index]));
		const target = findHolder(lines, places);
		if (target === undefined) continue;
		const holder = ofMine.get(target);
		if (holder === undefined) {
			unit.mine.push(target);
			ofMine.set(target, unit);
			continue;
		}
		if (holder.theirs.length === 0) continue;
		holder.base.push(...unit.base);
		holder.theirs.push(...unit.theirs);
		joined.add(unit);
	}
	return units.filter((unit) => !joined.has(unit));
}

/** The sections, by index, that each line stands in; none of a test. */
function indexLines(sections: readonly NoteSection[]): ReadonlyMap<string, readonly number[]> {
	const places = new Map<string, number[]>();
	const { tests } = findPlaces(sections);
	sections.forEach((section, index) => {
		if (tests[index] !== undefined) return;
		for (const line of new Set(listTelling(section))) addToGroup(places, line, index);
	});
	return places;
}

/** The section that holds most of some lines. */
function findHolder(
	lines: readonly string[],
	places: ReadonlyMap<string, readonly number[]>,
): number | undefined {
	const held = new Map<number, number>();
	let length = 0;
	for (const line of lines) {
		length += line.length;
		const sections = places.get(line) ?? [];
		if (sections.length > COMMON) continue;
		for (const index of sections) held.set(index, (held.get(index) ?? 0) + line.length);
	}
	let most = Math.max(TELLING_LENGTH, length * SHARE) - 1;
	let holder: number | undefined;
	for (const [index, share] of held) {
		if (share <= most) continue;
		most = share;
		holder = index;
	}
	return holder;
}
