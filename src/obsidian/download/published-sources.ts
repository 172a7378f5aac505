import type { SourceKind } from "../settings/remembered-source";

/** A source that its publisher offers on the web. */
export interface PublishedSource {
	readonly kind: SourceKind;
	readonly name: string;
	readonly address: string;
}

const ATTACK = "https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master";

/** Sources that a person can pick by name; each has to be switched on before it is downloaded. */
export const PUBLISHED_SOURCES: readonly PublishedSource[] = [
	...["enterprise", "mobile", "ics"].map((domain): PublishedSource => ({
		kind: "attack",
		name: `mitre-attack/attack-stix-data (${domain})`,
		address: `${ATTACK}/${domain}-attack/${domain}-attack.json`,
	})),
	...[
		"SigmaHQ/sigma",
		"elastic/detection-rules",
		"splunk/security_content",
		"Azure/Azure-Sentinel",
		"chronicle/detection-rules",
	].map((repository): PublishedSource => ({
		kind: "rules",
		name: repository,
		address: `https://github.com/${repository}`,
	})),
	{
		kind: "atomics",
		name: "redcanaryco/atomic-red-team",
		address: "https://github.com/redcanaryco/atomic-red-team",
	},
];
