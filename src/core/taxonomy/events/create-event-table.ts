import type { EventEvidence, EventIdentity, EventTable } from "../../model/event";
import { compareCodeUnits } from "../../text/compare";
import type { EventCatalog } from "./event-catalog";
import { createEventCatalog } from "./event-catalog";
import { resolveElastic } from "./resolve-elastic";
import { resolveKusto } from "./resolve-kusto";
import { resolveSigma } from "./resolve-sigma";
import { resolveSplunk } from "./resolve-splunk";
import { resolveYaraL } from "./resolve-yara-l";

/**
 * Makes the table of events.
 *
 * What a rule names itself is given as it names it: a channel and number, a table and action type, a log and operation. A rule that names
 * only a kind of event (a Sigma category, ECS's category and type, a data model, a UDM event type) gives that kind's main instance, so
 * that rules of all vendors for one kind meet in one row: Sysmon's on Windows, Sysmon for Linux's or auditd's, Endpoint Security's on
 * macOS. Titles are the providers' own. Reading the tables is put off until the first rule asks.
 */
export function createEventTable(): EventTable {
	let catalog: EventCatalog | undefined;
	return {
		resolve(evidence) {
			catalog ??= createEventCatalog();
			return settle(
				evidence.parts === undefined
					? resolveVendor(evidence, catalog)
					: resolveParts(evidence, evidence.parts, catalog),
			);
		},
	};
}

/** What all restatements share is looked for in each of their logs; an event's number is that of its own channel where that is one of them. */
function resolveParts(
	evidence: EventEvidence,
	parts: NonNullable<EventEvidence["parts"]>,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const found = parts.flatMap((part) => resolveVendor({ ...evidence, ...part }, catalog));
	return found.filter(({ provider, event }) => {
		const own = catalog.channelOf(String(event))?.name;
		const isElsewhere = own !== undefined && own !== provider;
		return !(isElsewhere && found.some((other) => other.provider === own && other.event === event));
	});
}

function resolveVendor(evidence: EventEvidence, catalog: EventCatalog): readonly EventIdentity[] {
	switch (evidence.vendor) {
		case "sigma":
			return resolveSigma(evidence, catalog);
		case "elastic":
			return resolveElastic(evidence, catalog);
		case "splunk":
			return resolveSplunk(evidence, catalog);
		case "kusto":
			return resolveKusto(evidence, catalog);
		case "yara-l":
			return resolveYaraL(evidence, catalog);
	}
}

/** Sorts by provider and event and drops doubles. */
function settle(events: readonly EventIdentity[]): readonly EventIdentity[] {
	const unique = new Map(events.map((event) => [`${event.provider}\n${event.event}`, event]));
	return [...unique.values()].sort(
		(a, b) => compareCodeUnits(a.provider, b.provider) || compareEvents(a.event, b.event),
	);
}

/** All of a provider first, then numbers, then names. */
function compareEvents(a: EventIdentity["event"], b: EventIdentity["event"]): number {
	if (typeof a === "number" && typeof b === "number") return a - b;
	return rank(a) - rank(b) || compareCodeUnits(String(a), String(b));
}

function rank(event: EventIdentity["event"]): number {
	if (event === null) return 0;
	return typeof event === "number" ? 1 : 2;
}
