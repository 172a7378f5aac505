import type { EventEvidence, EventIdentity } from "../../model/event";
import type { EventCatalog } from "./event-catalog";
import { listCodes, listValues } from "./read-evidence";

/**
 * Gives the events of a channel or log that a rule names by number, record type or operation; all of it where the rule names none.
 * Undefined where no channel and no log has that name.
 */
export function resolveLog(
	alias: string,
	evidence: EventEvidence,
	catalog: EventCatalog,
): readonly EventIdentity[] | undefined {
	const channel = catalog.channel(alias);
	if (channel !== undefined)
		return identifyAll(channel.name, listEvents(channel.name, evidence), catalog);
	const log = catalog.log(alias);
	if (log === undefined) return undefined;
	return identifyAll(log.name, listNames(log.name, evidence), catalog);
}

/** Gives the events of a provider, all of it where no event is named. */
export function identifyAll(
	provider: string,
	events: readonly string[],
	catalog: EventCatalog,
): readonly EventIdentity[] {
	if (events.length === 0) return [catalog.identify(provider, null)];
	return events.map((event) => catalog.identify(provider, event));
}

/** Logs of sensors and alerts have no operations that would tell one event from another. */
const WITHOUT_OPERATIONS = new Set([
	...["Web server", "Web server error", "Proxy", "Firewall", "HTTP capture", "Defender alert"],
	...["Elastic alert", "Alert of another product", "Elastic Defend", "CrowdStrike Falcon"],
	...["SentinelOne", "Windows event log", "Network packet capture", "Device state"],
	...["Entra ID sign-in", "Entra ID non-interactive sign-in", "Entra ID service principal sign-in"],
	...["Microsoft Graph activity"],
	...["Vulnerability scan", "Application log", "Identity state", "Risk index"],
]);

function listEvents(provider: string, evidence: EventEvidence): readonly string[] {
	if (provider !== "auditd") return listCodes(evidence);
	return listValues(evidence, "event.record_type").map((type) => type.toUpperCase());
}

function listNames(provider: string, evidence: EventEvidence): readonly string[] {
	if (provider === "Entra ID Protection") return listValues(evidence, "risk.event_type");
	return WITHOUT_OPERATIONS.has(provider) ? [] : listValues(evidence, "event.action");
}
