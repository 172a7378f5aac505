import { asTable, asText, ownValue, type Table } from "../formats/values";

/** The format that layers are written in. */
export const LAYER_FORMAT = "4.5";
/** The least version of Navigator that reads it. */
const NAVIGATOR = "4.9.0";

/** Platforms as layers before format 2.2 spell them. */
const PLATFORMS: ReadonlyMap<unknown, string> = new Map([
	["windows", "Windows"],
	["linux", "Linux"],
	["mac", "macOS"],
	["macos", "macOS"],
	["android", "Android"],
	["ios", "iOS"],
]);

/** What `viewMode` says in formats before 4.0, as `layout` says it since. */
const VIEW_MODES: readonly Table[] = [
	{ layout: "side", showID: false, showName: true },
	{ layout: "side", showID: true, showName: false },
	{ layout: "mini", showID: false, showName: false },
];

/** The format that a layer says it has. */
export interface StatedFormat {
	/** As the layer has it. */
	readonly text: string;
	readonly major: number;
	readonly minor: number;
}

/** Gives the format that a layer says it has, undefined where it says none that can be read. */
export function statedFormat(layer: Table): StatedFormat | undefined {
	const versions = asTable(ownValue(layer, "versions"));
	const text =
		asText(versions && ownValue(versions, "layer")) ?? asText(ownValue(layer, "version")) ?? "";
	const [, major, minor = "0"] = /^v?(\d{1,3})(?:\.(\d{1,3}))?(?!\d)/i.exec(text) ?? [];
	if (major === undefined) return undefined;
	return { text, major: Number(major), minor: Number(minor) };
}

/** Gives a domain's name of today: it was `mitre-enterprise` in format 4.0 and before, and some write `Enterprise` alone. */
export function upgradeDomain(domain: unknown): unknown {
	if (typeof domain !== "string") return domain;
	const word = /(?:^|[^a-z])(enterprise|mobile|ics)(?![a-z])/i.exec(domain)?.[1];
	return word === undefined ? domain : `${word.toLowerCase()}-attack`;
}

/**
 * Turns a layer of an older format into one of format 4.5, in the order of its fields: the versions move into one object (since 4.1),
 * `viewMode` becomes `layout` (since 4.0), and a domain and platforms get their names of today. What the later formats added is optional, and
 * is not made up.
 */
export function upgradeLayer(layer: Table): Table {
	const isOld = (statedFormat(layer)?.major ?? 4) < 4;
	const upgraded: [string, unknown][] = [];
	for (const [key, value] of Object.entries(layer)) {
		if (key === "versions") upgraded.push([key, upgradeVersions(asTable(value) ?? {})]);
		else if (key === "version") {
			if (!Object.hasOwn(layer, "versions")) upgraded.push(["versions", upgradeVersions({})]);
		} else if (key === "domain") upgraded.push([key, upgradeDomain(value)]);
		else if (isOld && key === "viewMode") upgraded.push(["layout", VIEW_MODES[Number(value)]]);
		else if (isOld && key === "filters") upgraded.push([key, upgradeFilters(value)]);
		else upgraded.push([key, value]);
	}
	if (!upgraded.some(([key]) => key === "versions"))
		upgraded.push(["versions", upgradeVersions({})]);
	return Object.fromEntries(upgraded);
}

function upgradeFilters(value: unknown): unknown {
	const filters = asTable(value);
	const platforms = filters && ownValue(filters, "platforms");
	if (!Array.isArray(platforms)) return value;
	return { ...filters, platforms: platforms.map((name: unknown) => PLATFORMS.get(name) ?? name) };
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
