import type { DateValue, LinkValue, Value } from "../../../src/core/model/value";

/** A link to a note, as queries give it. */
export function linkTo(path: string, display?: string): LinkValue {
	const link: LinkValue = { kind: "link", path, type: "file", embed: false };
	return display === undefined ? link : { ...link, display };
}

/** A date in UTC, or so many minutes east of it. */
export function dateOf(iso: string, offset = 0): DateValue {
	return { kind: "date", ms: Date.parse(iso), zone: "UTC", offset };
}

/** Rows of a rule table: a link, a level and a number each. */
export function ruleRows(count: number): Value[][] {
	const levels = ["low", "critical", "medium", "high", "informational"];
	return Array.from({ length: count }, (_, index) => [
		linkTo(`Detection Rules/Rule ${String(index).padStart(5, "0")}.md`),
		levels[index % levels.length] ?? null,
		index,
	]);
}
