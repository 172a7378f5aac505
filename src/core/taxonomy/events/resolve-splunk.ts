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
		(listed.length > 0 ? listed : nameSourcetypes(evidence, catalog))
	);
}

function listNames(evidence: EventEvidence, catalog: EventCatalog): readonly string[] {
	return [
		...listSources(evidence, "macro"),
		...listSourcetypes(evidence).map((name) => findSourcetype(name, catalog) ?? name),
		...listValues(evidence, "event.channel"),
		...listSources(evidence, "index").filter((name) => !SITE_NAMES.has(name.toLowerCase())),
	];
}

/** Source types and sources as the rule names them, up to the first wildcard. */
function listSourcetypes(evidence: EventEvidence): readonly string[] {
	const named = [...listSources(evidence, "sourcetype"), ...listValues(evidence, "event.dataset")];
	return named.map((name) => (name.split("*", 1)[0] ?? "").replace(/[:_-]$/, ""));
}

/** The name of a log or channel that a source type (`zeek:dns:json`) or a source (`XmlWinEventLog:Security`) begins with. */
function findSourcetype(name: string, catalog: EventCatalog): string | undefined {
	const parts = name.replace(/^(?:xml)?wineventlog:(?=.)/i, "").split(":");
	for (let count = parts.length; count > 0; count--) {
		const start = parts.slice(0, count).join(":");
		if (catalog.channel(start) ?? catalog.log(start)) return start;
	}
	return undefined;
}

/** A source type of no table is a log by its own name. */
function nameSourcetypes(evidence: EventEvidence, catalog: EventCatalog): readonly EventIdentity[] {
	const names = listSourcetypes(evidence).filter((name) => SOURCETYPE.test(name));
	return [...new Set(names)].map((name) => catalog.identify(name, null));
}

/** How add-ons name source types: by vendor, product and kind. */
const SOURCETYPE = /^[a-z]\w*(?::[\w-]+)+$/i;

/** Names that sites give an index of their own, and Elastic its data stream. */
const SITE_NAMES: ReadonlySet<string> = new Set(["endpoint"]);

function resolveCodes(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const named = listNames(evidence, catalog).flatMap((name) => catalog.channel(name) ?? []);
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
	const found = listNames(evidence, catalog).flatMap(
		(name) => resolveLog(name, evidence, catalog) ?? [],
	);
	return found.length > 0 ? found : undefined;
}
