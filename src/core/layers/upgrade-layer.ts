import { asTable, asText, ownValue, type Table } from "../formats/values";

/** The format that layers are written in. */
export const LAYER_FORMAT = "4.5";
/** The least version of Navigator that reads it. */
const NAVIGATOR = "4.9.0";

/** Domains were `mitre-enterprise` and `mitre-mobile` in format 4.0. */
const DOMAINS: ReadonlyMap<string, string> = new Map([
	["mitre-enterprise", "enterprise-attack"],
	["mitre-mobile", "mobile-attack"],
	["mitre-ics", "ics-attack"],
]);

/** Gives the format that a layer says it has, undefined where it says none. */
export function statedFormat(layer: Table): string | undefined {
	const versions = asTable(ownValue(layer, "versions"));
	return asText(versions && ownValue(versions, "layer")) ?? asText(ownValue(layer, "version"));
}

/**
 * Turns a layer of format 4.0 to 4.4 into one of format 4.5, in the order of its fields: the versions move into one object (since 4.1), and
 * a domain gets its name of today. What the later formats added is optional, and is not made up.
 */
export function upgradeLayer(layer: Table): Table {
	const upgraded: [string, unknown][] = [];
	for (const [key, value] of Object.entries(layer)) {
		if (key === "versions") upgraded.push([key, upgradeVersions(asTable(value) ?? {})]);
		else if (key === "version") {
			if (!Object.hasOwn(layer, "versions")) upgraded.push(["versions", upgradeVersions({})]);
		} else if (key === "domain" && typeof value === "string") {
			upgraded.push([key, DOMAINS.get(value) ?? value]);
		} else upgraded.push([key, value]);
	}
	if (!upgraded.some(([key]) => key === "versions"))
		upgraded.push(["versions", upgradeVersions({})]);
	return Object.fromEntries(upgraded);
}

function upgradeVersions(versions: Table): Table {
	const attack = asText(ownValue(versions, "attack"));
	const navigator = asText(ownValue(versions, "navigator"));
	return {
		...versions,
		...(attack === undefined ? {} : { attack }),
		navigator: navigator !== undefined && isNewEnough(navigator) ? navigator : NAVIGATOR,
		layer: LAYER_FORMAT,
	};
}

function isNewEnough(version: string): boolean {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [leastMajor = 0, leastMinor = 0] = NAVIGATOR.split(".").map(Number);
	return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
