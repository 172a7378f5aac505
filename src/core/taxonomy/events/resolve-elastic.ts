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
	const tables = evidence.tables.filter((name) => !name.startsWith("-")).map(datasetOf);
	return (
		resolveDatasets(datasets, evidence, catalog) ??
		resolveOnly(tables, evidence, catalog) ??
		resolveCodes([...datasets, ...tables], evidence, catalog) ??
		resolveCategories([...datasets, ...tables], evidence, catalog) ??
		resolveActions(evidence, catalog) ??
		resolveDatasets(tables, evidence, catalog) ??
		resolveChannels([...datasets, ...tables], evidence, catalog) ??
		resolveAny([...evidence.dataSources, ...datasets, ...tables], evidence, catalog) ??
		nameDatasets([...datasets, ...tables], evidence, catalog)
	);
}

/**
 * `logs-aws.cloudtrail-*` is the index pattern of the dataset `aws.cloudtrail`, also with a namespace (`-default`), on another cluster
 * (`emea:logs-…`) and as the data stream behind it (`.ds-logs-…`); part of a dataset ends at its dot. Elastic's naming scheme of data
 * streams allows no hyphen in a dataset.
 */
function datasetOf(index: string): string {
	const stream = /^(?:[^:]*:)?(?:\.ds-)?(?:logs|metrics|traces)-([^-*]*)/.exec(index)?.[1];
	return (stream ?? index.split("*")[0] ?? "").replace(/[-.]$/, "");
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

/** A rule that reads the indices of one log alone has that log's events; a log that is read beside it may be any of them. */
function resolveOnly(
	tables: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const logs = new Set(tables.map((name) => catalog.log(name)?.name));
	const [first] = tables;
	return first === undefined || logs.size > 1
		? undefined
		: resolveDatasets([first], evidence, catalog);
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
	datasets: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const named = [
		...listSources(evidence, "event-category"),
		...listValues(evidence, "event.category"),
	];
	const categories = named.length > 0 ? named : datasets.flatMap(categoryOf);
	const events = [...new Set(categories)].flatMap((category) =>
		findEvents(category, evidence, catalog),
	);
	if (events.length === 0) return undefined;
	return [...new Set(events)].flatMap((event) => catalog.instances(event, findSystem(evidence)));
}

/** Elastic Defend keeps the events of each category in a dataset of their own: `endpoint.events.process`. */
function categoryOf(dataset: string): readonly string[] {
	const category = /^endpoint\.events\.(\w+)$/.exec(dataset)?.[1];
	if (category === undefined) return [];
	return [category === "security" ? "authentication" : category];
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
	const types = listValues(evidence, "event.type");
	const outcomes = listValues(evidence, "event.outcome");
	const typed = [...types, ...outcomes].flatMap((type) =>
		catalog.named("e", `${category}/${type}`),
	);
	if (typed.length === 0) return open;
	// Of two outcomes one may have an event of its own (a failed logon), the other is what the category is about.
	return types.length === 0 && outcomes.length > 1 ? [...open, ...typed] : typed;
}

function isNameLookup(evidence: EventEvidence): boolean {
	return (
		hasField(evidence, "dns.question.name") &&
		!hasField(evidence, "destination.ip", "destination.port")
	);
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

/** A dataset that no table of ours has is a log by its own name. */
function nameDatasets(
	names: readonly string[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const datasets = [...new Set(names)].filter((name) => DATASET.test(name));
	return datasets.flatMap((name) =>
		identifyAll(name, listValues(evidence, "event.action"), catalog),
	);
}

/** Elastic names datasets by integration and data stream. */
const DATASET = /^[a-z]\w*\.\w+(?:\.\w+)*$/;
