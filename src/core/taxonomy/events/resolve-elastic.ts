import type { EventEvidence, EventIdentity } from "../../model/event";
import type { CanonicalEvent } from "./read-catalog";
import type { EventCatalog } from "./event-catalog";
import { findChannel } from "./find-channel";
import { findSystem, hasField, listCodes, listSources, listValues } from "./read-evidence";
import { identifyAll, resolveLog } from "./resolve-log";

/**
 * Gives the events of an Elastic rule.
 *
 * A log that the rule names by its dataset comes first where it is no endpoint's, since there the operation says more than ECS's category;
 * then numbers of Windows events; then the category (EQL's `process where`, or event.category) with event.type; then what event.action
 * says; last the index patterns and the data sources that the rule's metadata names.
 */
export function resolveElastic(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const datasets = [
		...listValues(evidence, "event.dataset"),
		...listSources(evidence, "index").map(datasetOf),
	];
	const tables = evidence.tables.map(datasetOf);
	return (
		resolveDatasets(datasets, evidence, catalog) ??
		resolveCodes([...datasets, ...tables], evidence, catalog) ??
		resolveCategories(evidence, catalog) ??
		resolveActions(evidence, catalog) ??
		resolveDatasets(tables, evidence, catalog) ??
		resolveChannels([...datasets, ...tables], evidence, catalog) ??
		resolveAny([...evidence.dataSources, ...datasets, ...tables], evidence, catalog) ??
		[]
	);
}

/** `logs-aws.cloudtrail-*` is the index pattern of the dataset `aws.cloudtrail`; part of a dataset ends at its dot. */
function datasetOf(index: string): string {
	const [fixed = ""] = index.split("*");
	return fixed.replace(/^(?:logs|metrics|traces)-/, "").replace(/[-.]$/, "");
}

/** Providers that hold all kinds of an endpoint's events, so that the category tells more. */
const ENDPOINT_LOGS = new Set([
	...["Elastic Defend", "CrowdStrike Falcon", "SentinelOne", "Jamf Protect", "Windows event log"],
	...["auditd", "syslog", "Container runtime", "Network packet capture"],
]);

function resolveDatasets(
	datasets: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const named = datasets.flatMap((dataset) => {
		const log = catalog.log(dataset);
		return log === undefined || ENDPOINT_LOGS.has(log.name) ? [] : [dataset];
	});
	if (named.length === 0) return undefined;
	return named.flatMap((dataset) => resolveLog(dataset, evidence, catalog) ?? []);
}

function resolveCodes(
	datasets: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const codes = listCodes(evidence);
	if (codes.length === 0) return undefined;
	const named = [
		...listValues(evidence, "event.channel"),
		...listValues(evidence, "event.provider"),
		...datasets,
	].flatMap((name) => catalog.channel(name) ?? []);
	const found = codes.flatMap((code) => {
		const channel =
			named.find(({ titles }) => titles.has(code)) ?? findChannel(code, evidence, catalog);
		return channel === undefined ? [] : [catalog.identify(channel.name, code)];
	});
	return found.length > 0 ? found : undefined;
}

function resolveCategories(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const categories = new Set([
		...listSources(evidence, "event-category"),
		...listValues(evidence, "event.category"),
	]);
	const events = [...categories].flatMap((category) => findEvents(category, evidence, catalog));
	if (events.length === 0) return undefined;
	return [...new Set(events)].flatMap((event) => catalog.instances(event, findSystem(evidence)));
}

function findEvents(
	category: string,
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly CanonicalEvent[] {
	if (category === "network" && isNameLookup(evidence)) return catalog.named("e", "dns/");
	const open = catalog.named("e", `${category}/`);
	const acted = listValues(evidence, "event.action")
		.flatMap((action) => catalog.named("a", action))
		.filter(({ names }) => isOfCategory(names, category));
	if (acted.length > 0) return acted;
	const types = [...listValues(evidence, "event.type"), ...listOutcomes(evidence)];
	const typed = types.flatMap((type) => catalog.named("e", `${category}/${type}`));
	return typed.length > 0 ? typed : open;
}

function isNameLookup(evidence: EventEvidence): boolean {
	return (
		hasField(evidence, "dns.question.name") &&
		!hasField(evidence, "destination.ip", "destination.port")
	);
}

function listOutcomes(evidence: EventEvidence): readonly string[] {
	const outcomes = listValues(evidence, "event.outcome");
	return outcomes.length === 1 ? outcomes : [];
}

/** Whether a canonical event is said of a category by type; actions such as `rename` are said of files only. */
function isOfCategory(names: CanonicalEvent["names"], category: string): boolean {
	const told = names.get("e") ?? [];
	return told.length === 0 || told.some((name) => name.startsWith(`${category}/`));
}

function resolveActions(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const events = listValues(evidence, "event.action").flatMap((action) =>
		catalog.named("a", action),
	);
	if (events.length === 0) return undefined;
	return [...new Set(events)].flatMap((event) => catalog.instances(event, findSystem(evidence)));
}

function resolveChannels(
	datasets: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	if (hasField(evidence, "powershell.script_block_text"))
		return [catalog.identify("PowerShell", "4104")];
	const found = datasets.flatMap((name) => {
		const channel = catalog.channel(name);
		return channel === undefined ? [] : identifyAll(channel.name, listCodes(evidence), catalog);
	});
	return found.length > 0 ? found : undefined;
}

/** The first name that some log has, itself or by the part before its dot. */
function resolveAny(
	names: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	for (const name of names) {
		const whole = resolveLog(name, evidence, catalog);
		if (whole !== undefined) return whole;
		const part = resolveLog(name.split(".")[0] ?? "", evidence, catalog);
		if (part !== undefined) return part;
	}
	return undefined;
}
