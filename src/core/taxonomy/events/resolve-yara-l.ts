import type { EventEvidence, EventIdentity } from "../../model/event";
import type { EventCatalog } from "./event-catalog";
import { findSystem, hasField, listSources, listValues } from "./read-evidence";
import { identifyAll, resolveLog } from "./resolve-log";
import { resolveSigma } from "./resolve-sigma";

/**
 * Gives the events of a YARA-L rule.
 *
 * The product or log type that the rule names comes first, with its product event types; then product event types that are numbers of
 * Windows events (those below 100 are Sysmon's, which is how Google's parser of Sysmon fills them); then UDM event types; then, where a
 * rule names none of these, the kind of event that alone has the fields it filters on, or the log source it states; last all of the log
 * that it names.
 */
export function resolveYaraL(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const found =
		resolveProducts(evidence, catalog) ??
		resolveCodes(evidence, catalog) ??
		resolveTypes(evidence, catalog) ??
		(evidence.logsource.category === null ? resolveFields(evidence, catalog) : undefined) ??
		resolveSigma(evidence, catalog);
	return found.length > 0 ? found : nameProducts(evidence, catalog);
}

function listNames(evidence: EventEvidence): readonly string[] {
	return [
		...listValues(evidence, "observer.product"),
		...listValues(evidence, "event.dataset"),
		...listValues(evidence, "observer.vendor"),
	];
}

function resolveProducts(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const names = listNames(evidence);
	const channel = names.flatMap((name) => catalog.channel(name) ?? [])[0];
	const codes = listValues(evidence, "event.action").filter((code) => /^\d{1,5}$/.test(code));
	if (channel !== undefined)
		return codes.length > 0 ? identifyAll(channel.name, codes, catalog) : undefined;
	const log = names.flatMap((name) => catalog.log(name) ?? [])[0];
	if (log === undefined || log.id === "edr" || log.name === ALL_OF_WINDOWS) return undefined;
	return resolveLog(log.name, evidence, catalog);
}

/** Holds all kinds of events, as an endpoint's sensor does: what a rule says of the event tells more. */
const ALL_OF_WINDOWS = "Windows event log";

/** Where a rule names a log and says nothing of its events, it reads all of it. */
function nameProducts(evidence: EventEvidence, catalog: EventCatalog): readonly EventIdentity[] {
	const [name] = listNames(evidence).flatMap(
		(alias) => catalog.channel(alias)?.name ?? catalog.log(alias)?.name ?? [],
	);
	return name === undefined ? [] : [catalog.identify(name, null)];
}

function resolveCodes(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const found = listValues(evidence, "event.action").flatMap((code) => {
		if (!/^\d{1,5}$/.test(code)) return [];
		if (Number(code) < 100) return identifyAll("Sysmon", [code], catalog);
		const channel = catalog.channelOf(code);
		return channel === undefined ? [] : identifyAll(channel.name, [code], catalog);
	});
	return found.length > 0 ? found : undefined;
}

function resolveTypes(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const types = [...listSources(evidence, "event-type"), ...listValues(evidence, "event.category")];
	const found = [...new Set(types)].flatMap((type) => {
		const events = catalog.named("y", type);
		if (events.length > 0)
			return events.flatMap((event) => catalog.instances(event, findSystem(evidence)));
		return /^[A-Z]+(?:_[A-Z]+)+$/.test(type) ? [catalog.identify("UDM", type)] : [];
	});
	return found.length > 0 ? found : undefined;
}

/** Fields that one kind of event alone has, and that kind. */
const TELLING_FIELDS: readonly (readonly [field: string, provider: string, event: string])[] = [
	["process.command_line", "Sysmon", "1"],
	["process.parent.executable", "Sysmon", "1"],
	["process.parent.command_line", "Sysmon", "1"],
	["registry.path", "Sysmon", "13"],
	["registry.data", "Sysmon", "13"],
	["dns.question.name", "Sysmon", "22"],
	["source_process.executable", "Sysmon", "10"],
	["file.path", "Sysmon", "11"],
	["url.full", "Proxy", ""],
	["user_agent.original", "Proxy", ""],
	["http.request.method", "Proxy", ""],
	["process.executable", "Sysmon", "1"],
];

function resolveFields(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const told = TELLING_FIELDS.find(([field]) => hasField(evidence, field));
	if (told === undefined) return undefined;
	const [, provider, event] = told;
	return [catalog.identify(provider, event === "" ? null : event)];
}
