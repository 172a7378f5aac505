import type { EventEvidence, EventIdentity } from "../../model/event";
import type { EventCatalog } from "./event-catalog";
import { findChannel } from "./find-channel";
import { findSystem, listCodes, listSources, listValues } from "./read-evidence";
import { readDataSource } from "./read-data-source";
import { resolveLog } from "./resolve-log";

/**
 * Gives the events of a Splunk rule.
 *
 * An event code in the query with its channel (from the macro, source type, source or channel it names) comes first; then the data model:
 * the events that the rule's metadata lists for it, else its canonical event; then the log that the macro or source type
 * names, with the operations the query filters on; last what the metadata lists. Codes below 100 count only beside a channel or data
 * of Sysmon's.
 */
export function resolveSplunk(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const listed = evidence.dataSources.flatMap((name) => readDataSource(name, catalog));
	return (
		resolveCodes(evidence, catalog) ??
		resolveModels(evidence, catalog, listed) ??
		resolveNamed(evidence, catalog) ??
		listed
	);
}

function listNames(evidence: EventEvidence): readonly string[] {
	return [
		...listSources(evidence, "macro", "sourcetype"),
		...listValues(evidence, "event.dataset"),
		...listValues(evidence, "event.channel"),
		...listSources(evidence, "index").filter((name) => !SITE_NAMES.has(name.toLowerCase())),
	];
}

/** Names that sites give an index of their own, and Elastic its data stream. */
const SITE_NAMES: ReadonlySet<string> = new Set(["endpoint"]);

function resolveCodes(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const named = listNames(evidence).flatMap((name) => catalog.channel(name) ?? []);
	const found = listCodes(evidence).flatMap((code) => {
		const known = named.find(({ titles }) => titles.has(code)) ?? named[0];
		const channel = known ?? findChannel(code, evidence, catalog);
		return channel === undefined ? [] : [catalog.identify(channel.name, code)];
	});
	return found.length > 0 ? found : undefined;
}

function resolveModels(
	evidence: EventEvidence,
	catalog: EventCatalog,
	listed: readonly EventIdentity[],
): readonly EventIdentity[] | undefined {
	const models = listSources(evidence, "data-model");
	const events = models.flatMap((model) => findModel(model, catalog));
	if (events.length > 0) {
		const ids = new Set(events.map(({ id }) => id));
		const isEndpoint = models.every((model) => model.startsWith("Endpoint"));
		const told = listed.filter(({ id }) => !isEndpoint || (id !== null && isKin(id, ids)));
		if (told.length > 0) return told;
		return events.flatMap((event) => catalog.instances(event, findSystem(evidence)));
	}
	const found = models.flatMap(
		(model) => resolveLog(model.split(".")[0] ?? "", evidence, catalog) ?? [],
	);
	return found.length > 0 ? found : undefined;
}

/** A data model by its full name, else by the model alone. */
function findModel(name: string, catalog: EventCatalog): ReturnType<EventCatalog["named"]> {
	const whole = catalog.named("c", name);
	return whole.length > 0 ? whole : catalog.named("c", name.split(".")[0] ?? "");
}

/** Whether a data model holds that event too: Endpoint.Registry holds all of `registry.…`. */
function isKin(id: string, ids: ReadonlySet<string>): boolean {
	const family = id.split(".")[0] ?? "";
	return [...ids].some((other) => other.startsWith(`${family}.`));
}

function resolveNamed(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const found = listNames(evidence).flatMap((name) => resolveLog(name, evidence, catalog) ?? []);
	return found.length > 0 ? found : undefined;
}
