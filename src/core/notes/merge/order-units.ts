import { addToGroup } from "../../text/add-to-group";
import type { SectionUnit, SectionVersions } from "./section-unit";

/**
 * Puts the units that stay into the order of the merged note.
 *
 * Where the person left upstream's sections in their order, upstream's new order is taken, and what is the person's own follows what it
 * followed; where they moved some, their order stays, and what is new upstream follows what it follows there. A section that is new
 * upstream never separates a section from those below it.
 */
export function orderUnits(
	versions: SectionVersions,
	units: readonly SectionUnit[],
): readonly SectionUnit[] {
	const ofMine = indexUnits(units, "mine");
	const ofTheirs = indexUnits(units, "theirs");
	const mine = listOnce(versions.mine.map((_, index) => ofMine.get(index)));
	const theirs = listOnce(versions.theirs.map((_, index) => ofTheirs.get(index)));
	const level = (unit: SectionUnit): number =>
		versions.mine[unit.mine[0] ?? -1]?.level ?? versions.theirs[unit.theirs[0] ?? -1]?.level ?? 0;
	if (!wasMoved(mine)) {
		const ordered = insertFollowers(theirs, mine);
		return keepBelow(ordered, level);
	}
	return insertNew(mine, theirs, level);
}

function indexUnits(
	units: readonly SectionUnit[],
	side: "mine" | "theirs",
): ReadonlyMap<number, SectionUnit> {
	return new Map(units.flatMap((unit) => unit[side].map((index) => [index, unit] as const)));
}

function listOnce(units: readonly (SectionUnit | undefined)[]): readonly SectionUnit[] {
	return [...new Set(units.filter((unit) => unit !== undefined))];
}

/** Whether the person put a section before one that it followed. */
function wasMoved(mine: readonly SectionUnit[]): boolean {
	let last = -1;
	return mine.some(({ base: [index] }) => {
		if (index === undefined) return false;
		const isBefore = index < last;
		last = index;
		return isBefore;
	});
}

/** The first list with what only the second has put in, each behind what it follows there. */
function insertFollowers(
	skeleton: readonly SectionUnit[],
	others: readonly SectionUnit[],
): SectionUnit[] {
	const known = new Set(skeleton);
	const followers = new Map<SectionUnit | undefined, SectionUnit[]>();
	let before: SectionUnit | undefined;
	for (const unit of others) {
		if (known.has(unit)) before = unit;
		else addToGroup(followers, before, unit);
	}
	const rest = skeleton.flatMap((unit) => [unit, ...(followers.get(unit) ?? [])]);
	return [...(followers.get(undefined) ?? []), ...rest];
}

/** Moves a section that is new upstream before the person's own ones of a higher level, which would take it in. */
function keepBelow(
	units: readonly SectionUnit[],
	level: (unit: SectionUnit) => number,
): readonly SectionUnit[] {
	const ordered: SectionUnit[] = [];
	for (const unit of units) {
		if (unit.mine.length > 0) {
			ordered.push(unit);
			continue;
		}
		let place = ordered.length;
		for (let at = ordered.length - 1; at > 0; at--) {
			const before = ordered[at];
			if (before === undefined || before.theirs.length > 0) break;
			if (level(before) < level(unit)) place = at;
		}
		ordered.splice(place, 0, unit);
	}
	return ordered;
}

/** The person's list with upstream's new ones put in behind what they follow there, and behind what stands below that. */
function insertNew(
	mine: readonly SectionUnit[],
	theirs: readonly SectionUnit[],
	level: (unit: SectionUnit) => number,
): readonly SectionUnit[] {
	const known = new Set(mine);
	const behind = new Map<SectionUnit | undefined, SectionUnit[]>();
	let before: SectionUnit | undefined;
	for (const unit of theirs) {
		if (known.has(unit)) before = unit;
		else addToGroup(behind, before, unit);
	}
	const ordered: SectionUnit[] = [...(behind.get(undefined) ?? [])];
	let waiting: SectionUnit[] = [];
	for (const unit of mine) {
		const isBelow = unit.theirs.length === 0 && waiting.some((next) => level(unit) > level(next));
		if (!isBelow) {
			for (const next of waiting) ordered.push(next);
			waiting = [];
		}
		ordered.push(unit);
		waiting = [...waiting, ...(behind.get(unit) ?? [])];
	}
	return [...ordered, ...waiting];
}
