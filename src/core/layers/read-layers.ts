import { parseJson } from "../formats/json";
import { asTable, asText, ownValue, type Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import { normaliseTechniqueId } from "../text/technique-ids";
import type { Layer, LayerTechnique } from "./layer";
import { checkFields, LAYER_FIELDS, TECHNIQUE_FIELDS } from "./layer-fields";
import { LAYER_FORMAT, statedFormat, upgradeDomain, upgradeLayer } from "./upgrade-layer";

/** The layers of a file, and what is wrong with it. */
export interface LayerReading {
	readonly layers: readonly Layer[];
	readonly problems: readonly Problem[];
}

const DOMAINS: ReadonlyMap<unknown, AttackDomain> = new Map([
	["enterprise-attack", "enterprise"],
	["mobile-attack", "mobile"],
	["ics-attack", "ics"],
]);

/**
 * Reads a layer file of ATT&CK Navigator, format 1.0 to 4.5: one layer, or a list of them. Older formats become 4.5.
 *
 * Never throws. A field that does not hold what the format says is left out and told; a layer without a name is named for its file, one without
 * a domain is taken for enterprise, both told. What is no layer, or of a format after 4, is left out whole. Fields that the format does not know are kept.
 */
export function readLayers(file: string, content: string): LayerReading {
	const problems: Problem[] = [];
	const tell = (message: string, isLost = false): void => {
		problems.push(problemOf(file, null, "layer-field", message, isLost ? "error" : "warning"));
	};
	const parsed = parseJson(content);
	if (!parsed.ok) {
		const problem = problemOf(file, parsed.line, "read-syntax", parsed.reason);
		return { layers: [], problems: [problem] };
	}
	const value = parsed.json;
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	const layers = items.flatMap((item, index) => {
		const name = items.length === 1 ? "the layer" : `layer ${index + 1}`;
		const table = asTable(item);
		if (table !== undefined && isLayer(table))
			return readLayer(nameLayer(table, file, name, tell), name, tell) ?? [];
		tell(items.length === 1 ? "this is no layer of ATT&CK Navigator" : `${name} is none`, true);
		return [];
	});
	return { layers, problems };
}

/** Any JSON may have a name or a list of techniques; techniques as layers have them, or what a layer says of itself, tell it. */
function isLayer(table: Table): boolean {
	if (Object.hasOwn(table, "domain") && Object.hasOwn(table, "name")) return true;
	const techniques = ownValue(table, "techniques");
	return (
		Array.isArray(techniques) &&
		techniques.some((entry) => Object.hasOwn(asTable(entry) ?? {}, "techniqueID"))
	);
}

/** Gives a layer with a name and a domain, which every format wants. */
function nameLayer(
	table: Table,
	file: string,
	name: string,
	tell: (message: string) => void,
): Table {
	const own = asText(ownValue(table, "name"));
	const domain = upgradeDomain(ownValue(table, "domain") ?? "");
	const fileName = file.slice(file.lastIndexOf("/") + 1).replace(/\.json$/i, "");
	if (own === undefined) tell(`${name} has no name, and takes that of its file`);
	if (domain === "") tell(`${name} names no domain, and is taken for enterprise`);
	return {
		...table,
		...(own === undefined ? { name: fileName } : {}),
		...(domain === "" ? { domain: "enterprise-attack" } : {}),
	};
}

function readLayer(
	table: Table,
	name: string,
	tell: (message: string, isLost?: boolean) => void,
): Layer | undefined {
	const format = statedFormat(table);
	if (format !== undefined && (format.major < 1 || format.major > 4)) {
		tell(`${name} has format ${format.text}; only 1.0 to ${LAYER_FORMAT} are read`, true);
		return undefined;
	}
	if (format?.major === 4 && format.minor > 5)
		tell(`${name} has format ${format.text}, and is read as ${LAYER_FORMAT}`);
	const content = checkFields(upgradeLayer(table), LAYER_FIELDS, (field) => {
		tell(`${name}: the field "${field}" does not hold what the format says, and is left out`);
	});
	const domain = content && DOMAINS.get(ownValue(content, "domain"));
	if (content === undefined || domain === undefined) {
		tell(`${name} is of no domain that is known`, true);
		return undefined;
	}
	return understandLayer(checkTechniques(content, name, tell), domain);
}

/** Leaves out of a layer the entries that name no technique, and of the others the fields that do not hold what they should. */
function checkTechniques(content: Table, name: string, tell: (message: string) => void): Table {
	if (!Object.hasOwn(content, "techniques")) return content;
	const entries = ownValue(content, "techniques");
	if (!Array.isArray(entries) && entries !== null)
		tell(`${name}: its techniques are no list, and are left out`);
	const list: readonly unknown[] = Array.isArray(entries) ? entries : [];
	const techniques = list.flatMap((entry, index) => {
		const table = asTable(entry);
		const id = asText(table && ownValue(table, "techniqueID"));
		const kept =
			table &&
			checkFields(table, TECHNIQUE_FIELDS, (field) => {
				tell(`${name}, ${id ?? `technique ${index + 1}`}: the field "${field}" is left out`);
			});
		if (kept === undefined) tell(`${name}: technique ${index + 1} has no id and is left out`);
		else if (readId(kept) === undefined)
			tell(`${name}: technique ${index + 1} is named "${id ?? ""}", which is no technique's id`);
		return kept ?? [];
	});
	return { ...content, techniques };
}

function understandLayer(content: Table, domain: AttackDomain): Layer {
	const versions = asTable(ownValue(content, "versions"));
	const gradient = asTable(ownValue(content, "gradient"));
	const techniques = ownValue(content, "techniques");
	const list: readonly unknown[] = Array.isArray(techniques) ? techniques : [];
	return {
		name: asText(ownValue(content, "name")) ?? "",
		description: asText(ownValue(content, "description")) ?? "",
		domain,
		attackVersion: asText(versions && ownValue(versions, "attack")) ?? null,
		techniques: list.flatMap((entry) => understandTechnique(asTable(entry) ?? {})),
		bounds:
			gradient === undefined
				? [0, 100]
				: [Number(ownValue(gradient, "minValue")), Number(ownValue(gradient, "maxValue"))],
		content,
	};
}

function understandTechnique(entry: Table): LayerTechnique | [] {
	const id = readId(entry);
	if (id === undefined) return [];
	const score = ownValue(entry, "score");
	return {
		id,
		tactic: readTactic(asText(ownValue(entry, "tactic"))),
		score: typeof score === "number" ? score : null,
		color: asText(ownValue(entry, "color")) ?? null,
		comment: asText(ownValue(entry, "comment")) ?? "",
		isEnabled: ownValue(entry, "enabled") !== false,
	};
}

function readId(entry: Table): string | undefined {
	return normaliseTechniqueId(asText(ownValue(entry, "techniqueID")) ?? "");
}

/** Some write a tactic's name in place of its short name. */
function readTactic(tactic: string | undefined): string | null {
	return tactic?.toLowerCase().replace(/[\s_]+/g, "-") ?? null;
}
