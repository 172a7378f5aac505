import type { EventEvidence, EventIdentity } from "../../model/event";
import type { EventCatalog } from "./event-catalog";
import { findChannel } from "./find-channel";
import { findSystem, listCodes } from "./read-evidence";
import { identifyAll, resolveLog } from "./resolve-log";

/**
 * Gives the events of a Sigma rule: its category's, else its service's, else those of the ids it names, else its category's or product's
 * log, else one of the names that the rule gives. A product that is no operating system says more than the category, which is then
 * `application` or borrowed.
 */
export function resolveSigma(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] {
	const { product, category, service } = evidence.logsource;
	const isSystem = product === null || SYSTEMS.has(product);
	const byService = () => resolveService(product, service, evidence, catalog);
	const byProduct = () => resolveNamed([joinNames(product, category), product], evidence, catalog);
	const byCategory = () => resolveCategory(category, evidence, catalog);
	const byLog = () => resolveNamed([category], evidence, catalog);
	if (!isSystem)
		return byService() ?? byProduct() ?? byCategory() ?? byLog() ?? nameLog(evidence, catalog);
	const found = byCategory() ?? byService() ?? resolveCodes(evidence, catalog);
	return found ?? byLog() ?? byProduct() ?? nameLog(evidence, catalog);
}

/** A log that no table of ours has is told by the names that the rule gives it. */
function nameLog({ logsource }: EventEvidence, catalog: EventCatalog): readonly EventIdentity[] {
	const { product, category, service } = logsource;
	const names = [product, category, service].filter((name) => name !== null);
	const [provider] = names;
	if (provider === undefined) return [];
	return [{ ...catalog.identify(provider, null), title: [...new Set(names)].join(": ") }];
}

/** Products whose events are told apart by category. */
const SYSTEMS = new Set(["windows", "linux", "macos"]);

/** Sysmon's registry category spans three of its events. */
const REGISTRY_EVENTS = ["registry_add", "registry_set", "registry_rename"];

function resolveCategory(
	category: string | null,
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	if (category === null) return undefined;
	const names = category === "registry_event" ? REGISTRY_EVENTS : [category];
	const events = names.flatMap((name) => catalog.named("s", name));
	if (events.length === 0) return undefined;
	const system = findSystem(evidence);
	const found = events.flatMap((event) => catalog.instances(event, system));
	const codes = listCodes(evidence);
	const [main] = found;
	if (main === undefined) return found;
	const channel = catalog.channel(evidence.logsource.service ?? "")?.name;
	const written = events.map((event) => catalog.written(event, system));
	if (codes.length > 0) {
		const all = written.flat();
		const providerOf = (code: string): string =>
			all.find(({ event }) => event === code)?.provider ??
			providerOfCode(code, [channel, main.provider], evidence, catalog);
		return codes.map((code) => catalog.identify(providerOf(code), code));
	}
	if (channel === undefined || channel === main.provider) return found;
	const own = written.flatMap((all) => all.find(({ provider }) => provider === channel) ?? []);
	return own.length === 0 ? found : own.map((one) => catalog.identify(one.provider, one.event));
}

/** The first of the providers that knows the event, else the one it belongs to by its number, else the last. */
function providerOfCode(
	code: string,
	providers: readonly [string | undefined, string],
	evidence: EventEvidence,
	catalog: EventCatalog,
): string {
	const known = providers.find((name) => catalog.channel(name ?? "")?.titles.has(code));
	return known ?? findChannel(code, evidence, catalog)?.name ?? providers[1];
}

function resolveService(
	product: string | null,
	service: string | null,
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	if (service === null) return undefined;
	const aliases = [joinNames(product, service), service];
	// A channel of Windows may be named with its kind: `sysmon-operational`.
	if (product === "windows") aliases.push(service.replace(/[-/](?:operational|admin)$/i, ""));
	const found = resolveNamed(aliases, evidence, catalog);
	if (found !== undefined) return found;
	if (product === "windows") return identifyAll(service, listCodes(evidence), catalog);
	const log = product === null ? undefined : catalog.log(product);
	if (log === undefined) return undefined;
	const named = resolveLog(log.name, evidence, catalog) ?? [];
	if (named.some(({ event }) => event !== null)) return named;
	return [{ ...catalog.identify(log.name, null), title: `${log.title}: ${service}` }];
}

function resolveCodes(
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const found = listCodes(evidence).flatMap((code) => {
		const channel = findChannel(code, evidence, catalog);
		return channel === undefined ? [] : [catalog.identify(channel.name, code)];
	});
	return found.length > 0 ? found : undefined;
}

function resolveNamed(
	aliases: readonly (string | null)[],
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	for (const alias of aliases) {
		const found = alias === null ? undefined : resolveLog(alias, evidence, catalog);
		if (found !== undefined) return found;
	}
	return undefined;
}

function joinNames(product: string | null, name: string | null): string | null {
	return product === null || name === null ? null : `${product}.${name}`;
}
