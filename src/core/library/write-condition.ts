import type { Condition, Detection, ParsedQuery } from "../model/detection";
import type { Predicate } from "../model/predicate";

/** The facts of a predicate by their places in the rule's list: the first, and how many there are. */
export type FactPlaces = ReadonlyMap<Predicate, { readonly first: number; readonly count: number }>;

/** Decides the rule on its own: it is not understood, or not of one event. */
const UNKNOWN = "?";
const ALWAYS = "*";

/**
 * Writes how a rule's predicates are joined, short enough to be kept for every rule: `&(0,|(1:3,!4))` is the first fact, and one of the second
 * to fourth or not the fifth.
 *
 * `first:last` are the values of one predicate, any of which meets it; `2#(…)` asks for two parts; `*` restricts nothing; `?` stands for what
 * one event does not tell: what is not understood, defined or computed, sequences, thresholds, and what was not seen before.
 */
export function writeCondition(
	{ detection, problems, sources }: ParsedQuery,
	places: FactPlaces,
): string {
	const read = new Set(sources.map(({ span }) => span.start));
	// A macro that says where events come from restricts them no further.
	const isOpen = problems.some(
		({ code, span }) => code === "query-undefined" && !read.has(span.start),
	);
	const written = writeDetection(detection, places);
	return isOpen ? join("&", [written, UNKNOWN]) : written;
}

function writeDetection(detection: Detection, places: FactPlaces): string {
	switch (detection.kind) {
		case "event":
			return writePart(detection.condition, places);
		case "aggregate":
			return join("&", [
				writeDetection(detection.of, places),
				detection.having.kind === "always" ? ALWAYS : UNKNOWN,
			]);
		case "filter":
			return join("&", [
				writeDetection(detection.of, places),
				writePart(detection.condition, places),
			]);
		case "join": {
			const parts = detection.parts.map((part) => writeDetection(part, places));
			const isUnion = /^(?:union|append|multisearch)$/i.test(detection.how);
			return isUnion ? join("|", parts) : join("&", [parts[0] ?? UNKNOWN, UNKNOWN]);
		}
		case "new-terms":
			return join("&", [writeDetection(detection.of, places), UNKNOWN]);
		case "sequence":
		case "sample":
		case "threat-match":
		case "none":
			return UNKNOWN;
	}
}

/**
 * Joins what stands for each of a rule's queries: one of them is enough, and each that is a filter must hold too. Where the queries are counted no
 * event decides.
 */
export function joinConditions(
	queries: readonly { readonly written: string; readonly isFilter: boolean }[],
	isCounted: boolean,
): string {
	const written = queries.filter(({ isFilter }) => !isFilter).map((query) => query.written);
	const filters = queries.filter(({ isFilter }) => isFilter).map((query) => query.written);
	const main = written.length === 0 ? UNKNOWN : join("|", written);
	return join("&", [main, ...filters, ...(isCounted ? [UNKNOWN] : [])]);
}

function writePart(condition: Condition, places: FactPlaces): string {
	switch (condition.kind) {
		case "predicate":
			return writeLeaf(condition.predicate, places);
		case "and":
		case "or": {
			const parts = condition.parts.map((part) => writePart(part, places));
			return join(condition.kind === "and" ? "&" : "|", parts);
		}
		case "not":
			return `!${writePart(condition.part, places)}`;
		case "at-least": {
			const parts = condition.parts.map((part) => writePart(part, places));
			return `${condition.count}#(${parts.join(",")})`;
		}
		case "always":
			return ALWAYS;
		case "opaque":
			return UNKNOWN;
	}
}

function writeLeaf(predicate: Predicate, places: FactPlaces): string {
	const place = places.get(predicate);
	if (place === undefined || predicate.transform !== null || predicate.origin === "computed")
		return UNKNOWN;
	const { first, count } = place;
	return count === 1 ? String(first) : `${first}:${first + count - 1}`;
}

function join(sign: "&" | "|", parts: readonly string[]): string {
	const telling = sign === "&" ? parts.filter((part) => part !== ALWAYS) : parts;
	const [only = ALWAYS, second] = telling;
	return second === undefined ? only : `${sign}(${telling.join(",")})`;
}
