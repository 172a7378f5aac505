import type { TechniqueResolver } from "../../attack/technique-resolver";
import { STALE_AFTER_DAYS, staleBefore } from "../../executions/run-summary";
import type { NoteLookup } from "../../index/note-index";
import type { ObjectValue, Value } from "../../model/value";
import { createTextPattern, type PatternFault, type TextPattern } from "../patterns/text-pattern";
import type { RecordLookup } from "../records/record-lookup";
import type { PlanTrace } from "../run/plan-trace";
import { createTextStyle } from "../values/text-style";
import { createListMemory } from "./list-memory";
import type { RunContext } from "./run-context";

/** Where and when a query runs. */
export interface QueryOptions {
	/** Path of the note it stands in, for `this` and `[[]]`; null where it stands in none. */
	readonly origin: string | null;
	/** The moment it runs at, as ISO 8601 text with a zone, or ms since 1970. */
	readonly now: string | number;
	/** Zone of dates that name none, an IANA name; UTC unless told. */
	readonly zone?: string;
	/** Language for the order of texts and for names of months, a BCP 47 tag; `en-US` unless told. */
	readonly locale?: string;
	/** What rules and runbooks say, a library; without it `FROM predicates` and the like have no answer. */
	readonly records?: RecordLookup | undefined;
	/** What ids of techniques mean today: records link to a revoked one's successor, as panels do. */
	readonly techniques?: TechniqueResolver | undefined;
	/** The time (ISO 8601 in UTC) before which a test run is stale; `STALE_AFTER_DAYS` before the moment it runs at unless told. */
	readonly staleBefore?: string | undefined;
}

const EMPTY: ObjectValue = { kind: "object", fields: new Map() };

/** Gives what everything in one run shares; `trace` for a query that is explained. */
export function createContext(
	lookup: NoteLookup,
	options: QueryOptions,
	trace: PlanTrace | undefined,
): RunContext {
	const { zone = "UTC", locale = "en-US" } = options;
	const origin = options.origin ?? "";
	const now = typeof options.now === "number" ? options.now : Date.parse(options.now);
	const style = createTextStyle(locale);
	const reading = { zones: lookup.zones, zone };
	const pages = new Map<string, ObjectValue | undefined>();
	const page = (path: string): ObjectValue | undefined => {
		const known = pages.get(path);
		if (known !== undefined || pages.has(path)) return known;
		const found = lookup.resolve(path, origin)?.page(reading);
		pages.set(path, found);
		return found;
	};
	const own: Value = lookup.note(origin)?.page(reading) ?? EMPTY;
	return {
		...reading,
		now,
		lookup,
		records: options.records,
		techniques: options.techniques,
		staleBefore: options.staleBefore ?? usualStaleBefore(now),
		trace,
		origin,
		style,
		globals: new Map([["this", own]]),
		page,
		lists: createListMemory(),
		patternOf: createPatternMemory(),
		// A full path means itself, which is by far the most common case.
		normalise: (path) =>
			lookup.note(path) === undefined ? (lookup.resolve(path, origin)?.path ?? path) : path,
		compareText: (left, right) => style.compareText(left, right),
	};
}

function usualStaleBefore(now: number): string {
	return Number.isNaN(now) ? "" : staleBefore(new Date(now).toISOString(), STALE_AFTER_DAYS);
}

function createPatternMemory(): RunContext["patternOf"] {
	const known = new Map<string, TextPattern | PatternFault>();
	return (source) => {
		const pattern = known.get(source) ?? createTextPattern(source);
		known.set(source, pattern);
		return pattern;
	};
}
