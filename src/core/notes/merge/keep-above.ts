import { findPlaces } from "./section-places";
import type { SectionUnit, SectionVersions } from "./section-unit";

/**
 * Finds what upstream took out, and has to stay for the sake of something that a person changed there: else the section before would
 * take that in.
 *
 * Of a test in which anything stays everything does (`whole`): values of a lab are of no use without the command they are for. Of other
 * sections the heading above does (`headings`). `kept` tells of a unit whether it is written already. Linear in the sections.
 */
export function findKeptAbove(
	{ mine }: Pick<SectionVersions, "mine">,
	units: readonly SectionUnit[],
	kept: (unit: SectionUnit) => boolean,
): { readonly whole: ReadonlySet<SectionUnit>; readonly headings: ReadonlySet<SectionUnit> } {
	const { parents, tests } = findPlaces(mine);
	const unitOf = new Map(units.flatMap((unit) => unit.mine.map((index) => [index, unit] as const)));
	const isGone = (index: number): boolean => {
		const unit = unitOf.get(index);
		return unit !== undefined && unit.theirs.length === 0 && !kept(unit);
	};
	const needed = new Set<number>();
	for (const [index, unit] of unitOf) {
		if (unit.theirs.length > 0 || !kept(unit)) continue;
		for (let at = parents[index] ?? -1; at !== -1 && !needed.has(at); at = parents[at] ?? -1) {
			needed.add(at);
		}
	}
	const whole = new Set<SectionUnit>();
	const headings = new Set<SectionUnit>();
	for (const [index, unit] of unitOf) {
		if (!isGone(index)) continue;
		const lead = tests[index]?.index ?? -1;
		const isLeft = unitOf.get(lead)?.theirs.length === 0 && (needed.has(lead) || !isGone(lead));
		if (isLeft) whole.add(unit);
		else if (needed.has(index)) headings.add(unit);
	}
	return { whole, headings };
}
