import type { Logsource } from "../../model/rule";

interface Source {
	readonly product: string;
	readonly service: string | null;
}

/** How Splunk's data source names begin, and the Sigma product and service that they stand for; the first that fits counts. */
const SOURCES: readonly (readonly [RegExp, Source])[] = [
	[/^sysmon for linux\b/, { product: "linux", service: "sysmon" }],
	[/^sysmon\b/, { product: "windows", service: "sysmon" }],
	[
		/^windows event log security\b|^windows security\b/,
		{ product: "windows", service: "security" },
	],
	[/^windows event log system\b/, { product: "windows", service: "system" }],
	[/^windows event log application\b/, { product: "windows", service: "application" }],
	[/^windows event log defender\b/, { product: "windows", service: "windefend" }],
	[/^windows event log taskscheduler\b/, { product: "windows", service: "taskscheduler" }],
	[/^powershell script block\b/, { product: "windows", service: "powershell" }],
	[/^(?:windows|powershell|ntlm)\b/, { product: "windows", service: null }],
	[/^linux auditd\b/, { product: "linux", service: "auditd" }],
	[/^linux\b/, { product: "linux", service: null }],
	[/^(?:macos|osquery)\b/, { product: "macos", service: null }],
	[/^(?:asl )?aws cloudtrail\b/, { product: "aws", service: "cloudtrail" }],
	[/^(?:asl )?aws\b/, { product: "aws", service: null }],
	[/^azure audit\b/, { product: "azure", service: "activitylogs" }],
	[/^azure\b/, { product: "azure", service: null }],
	[/^(?:o365|office 365)\b/, { product: "m365", service: null }],
	[/^(?:google workspace|g suite)\b/, { product: "gcp", service: "google_workspace" }],
	[/^(?:google cloud|gcp)\b/, { product: "gcp", service: null }],
	[/^okta\b/, { product: "okta", service: "okta" }],
	[/^github\b/, { product: "github", service: "audit" }],
	[/^kubernetes\b/, { product: "kubernetes", service: null }],
];

/** Sigma's category for the events that one source name names alone. Sysmon event ids as SigmaHQ's logsource guide maps them. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
	["sysmon eventid 1", "process_creation"],
	["sysmon for linux eventid 1", "process_creation"],
	["windows event log security 4688", "process_creation"],
	["linux auditd execve", "process_creation"],
	["crowdstrike processrollup2", "process_creation"],
	["sysmon eventid 3", "network_connection"],
	["sysmon eventid 6", "driver_load"],
	["sysmon eventid 7", "image_load"],
	["sysmon eventid 8", "create_remote_thread"],
	["sysmon eventid 10", "process_access"],
	["sysmon eventid 11", "file_event"],
	["sysmon eventid 12", "registry_event"],
	["sysmon eventid 13", "registry_event"],
	["sysmon eventid 14", "registry_event"],
	["sysmon eventid 15", "create_stream_hash"],
	["sysmon eventid 17", "pipe_created"],
	["sysmon eventid 18", "pipe_created"],
	["sysmon eventid 22", "dns_query"],
	["sysmon eventid 23", "file_delete"],
	["sysmon eventid 26", "file_delete"],
	["powershell script block logging 4104", "ps_script"],
]);

/**
 * Gives the logsource that a detection's data sources agree on.
 *
 * A product is given when every source that is known has it; a service or a category only when every source, known or not, has
 * it. Sources that join two events (`Sysmon EventID 1 AND Sysmon EventID 3`) count as both.
 */
export function readSplunkLogsource(dataSources: readonly string[]): Logsource {
	const names = dataSources.flatMap((source) => source.toLowerCase().split(/\sand\s/));
	const sources = names.map((name) => {
		const trimmed = name.trim();
		return {
			known: SOURCES.find(([pattern]) => pattern.test(trimmed))?.[1],
			category: CATEGORIES.get(trimmed) ?? null,
		};
	});
	const known = sources.map((source) => source.known).filter((source) => source !== undefined);
	const product = common(known.map((source) => source.product));
	if (product === null) return { product: null, service: null, category: null };
	return {
		product,
		service: common(sources.map((source) => source.known?.service ?? null)),
		category: common(sources.map((source) => source.category)),
	};
}

function common(values: readonly (string | null)[]): string | null {
	const [first = null] = values;
	return values.every((value) => value === first) ? first : null;
}
