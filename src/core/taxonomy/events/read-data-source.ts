import type { EventIdentity } from "../../model/event";
import type { EventCatalog } from "./event-catalog";

/**
 * Reads a data source as Splunk's content names it: `Sysmon EventID 1`, `Windows Event Log Security 4688`, `AWS CloudTrail ConsoleLogin`,
 * `Sysmon EventID 1 AND Sysmon EventID 11`, `CrowdStrike ProcessRollup2`. Empty where no channel or log has its name.
 */
export function readDataSource(text: string, catalog: EventCatalog): readonly EventIdentity[] {
	return text.split(" AND ").flatMap((part) => readPart(part.trim(), catalog));
}

function readPart(text: string, catalog: EventCatalog): readonly EventIdentity[] {
	const alias = catalog.aliasAt(text.toLowerCase());
	if (alias === undefined) return [];
	const rest = text
		.slice(alias.length)
		.trim()
		.replace(/^EventID /i, "");
	const channel = catalog.channel(alias);
	const log = catalog.log(alias);
	const provider = channel?.name ?? log?.name;
	if (provider === undefined) return [];
	if (rest === "") return [catalog.identify(provider, null)];
	const codes = rest.split(/[ ,]+/).filter((word) => /^\d{1,6}$/.test(word));
	if (codes.length > 0) return codes.map((code) => catalog.identify(provider, code));
	if (provider === "auditd") return [catalog.identify(provider, recordType(rest))];
	return [catalog.identify(provider, channel === undefined ? rest : null)];
}

/** `Service Stop` is the record type SERVICE_STOP. */
function recordType(name: string): string {
	return name.toUpperCase().replaceAll(" ", "_");
}
