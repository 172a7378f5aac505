import type { EventEvidence, EventIdentity } from "../../../../src/core/model/event";
import { createEventTable } from "../../../../src/core/taxonomy/events/create-event-table";

/** Evidence of a rule that says nothing. */
function buildEvidence(part: Partial<EventEvidence> = {}): EventEvidence {
	return {
		vendor: "sigma",
		logsource: { product: null, category: null, service: null },
		dataSources: [],
		tables: [],
		sources: [],
		predicates: [],
		...part,
	};
}

/** A predicate that names values of a canonical field. */
export function named(
	canonical: string,
	...values: readonly (string | number)[]
): EventEvidence["predicates"] {
	return values.map((value) => ({ field: canonical, canonical, op: "eq", value }));
}

const table = createEventTable();

/** The events of such a rule. */
export function resolveEvents(part: Partial<EventEvidence>): readonly EventIdentity[] {
	return table.resolve(buildEvidence(part));
}

/** The same as `Provider/event`. */
export function nameEvents(part: Partial<EventEvidence>): readonly string[] {
	return resolveEvents(part).map(({ provider, event }) =>
		event === null ? provider : `${provider}/${event}`,
	);
}
