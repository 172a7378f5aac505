import { parseJson } from "../formats/json";
import { asTable, asText, ownValue, type Table } from "../formats/values";
import type { AttackDomain } from "../model/attack";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import { normaliseTechniqueId } from "../text/technique-ids";
import type { Layer, LayerTechnique } from "./layer";
import { checkFields, LAYER_FIELDS, TECHNIQUE_FIELDS } from "./layer-fields";
import { LAYER_FORMAT, statedFormat, upgradeLayer } from "./upgrade-layer";

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
 * Reads a layer file of ATT&CK Navigator, format 4.0 to 4.5: one layer, or a list of them.
 *
 * Never throws. A field that does not hold what the format says is left out and told; a layer without name or domain, or of an older
 * format, is left out whole. Fields that the format does not know are kept.
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
		const table = asTable(item);
		const name = items.length === 1 ? "the layer" : `layer ${index + 1}`;
		if (table === undefined) tell(`${name} is no object`, true);
		return table === undefined ? [] : (readLayer(table, name, tell) ?? []);
	});
	return { layers, problems };
}

function readLayer(
	table: Table,
	name: string,
	tell: (message: string, isLost?: boolean) => void,
): Layer | undefined {
	const format = statedFormat(table);
	if (format !== undefined && !isReadable(format)) {
		tell(`${name} has format ${format}; only 4.0 to ${LAYER_FORMAT} are read`, true);
		return undefined;
	}
	const content = checkFields(upgradeLayer(table), LAYER_FIELDS, (field) => {
		tell(`${name}: the field "${field}" does not hold what the format says, and is left out`);
	});
	const domain = content && DOMAINS.get(ownValue(content, "domain"));
	if (content === undefined || domain === undefined) {
		tell(`${name} has no name or no domain`, true);
		return undefined;
	}
	return understandLayer(checkTechniques(content, name, tell), domain);
}

function isReadable(format: string): boolean {
	return /^4(?:\.[0-5])?(?:\.\d+)?$/.test(format);
}

/** Leaves out of a layer the entries that name no technique, and of the others the fields that do not hold what they should. */
function checkTechniques(content: Table, name: string, tell: (message: string) => void): Table {
	if (!Object.hasOwn(content, "techniques")) return content;
	const entries = ownValue(content, "techniques");
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
	const id = normaliseTechniqueId(asText(ownValue(entry, "techniqueID")) ?? "");
	if (id === undefined) return [];
	const score = ownValue(entry, "score");
	return {
		id,
		tactic: asText(ownValue(entry, "tactic")) ?? null,
		score: typeof score === "number" ? score : null,
		color: asText(ownValue(entry, "color")) ?? null,
		comment: asText(ownValue(entry, "comment")) ?? "",
		isEnabled: ownValue(entry, "enabled") !== false,
	};
}
