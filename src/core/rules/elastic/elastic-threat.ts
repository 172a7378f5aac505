import { asTables, asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { normaliseTechniqueId } from "../../text/technique-ids";
import { asLine } from "../text-lines";
import { normaliseTactic } from "../rule-metadata";

/** What an Elastic rule's threat entries and tags say; all lists in order, without doubles. */
export interface ElasticThreat {
	readonly techniques: readonly string[];
	readonly tactics: readonly string[];
	/** Kinds of data from `Data Source: …` tags, without that prefix. */
	readonly dataSources: readonly string[];
	/** Operating systems from `OS: …` tags, or the bare words that older rules use; lower case. */
	readonly systems: readonly string[];
	/** Every tag that names neither technique, tactic nor data source, and ids of other frameworks. */
	readonly others: readonly string[];
}

const SYSTEMS: ReadonlySet<string> = new Set(["windows", "linux", "macos"]);

/**
 * Takes an Elastic rule's `threat` entries and `tags` apart.
 *
 * Only entries of the framework "MITRE ATT&CK" (or of none that is named) give techniques and tactics; ids of another framework, ATLAS
 * for one, stay among the other tags.
 */
export function readElasticThreat(
	threat: unknown,
	tags: unknown,
	mitre: readonly string[],
): ElasticThreat {
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	const foreign = new Set<string>();
	const take = (id: string): void => {
		const technique = normaliseTechniqueId(id);
		if (technique === undefined) foreign.add(id);
		else techniques.add(technique);
	};
	for (const entry of asTables(threat)) {
		const framework = asText(ownValue(entry, "framework"));
		const isAttack = framework === undefined || /^mitre\s+att&ck/i.test(framework);
		const ids = techniqueIds(entry);
		if (!isAttack) {
			for (const id of ids) foreign.add(id);
			continue;
		}
		ids.forEach(take);
		const tactic = readTactic(entry);
		if (tactic !== undefined) tactics.add(tactic);
	}
	mitre.forEach(take);
	return readTags(asTexts(tags), techniques, tactics, foreign);
}

function readTags(
	tags: readonly string[],
	techniques: Set<string>,
	tactics: Set<string>,
	others: Set<string>,
): ElasticThreat {
	const dataSources = new Set<string>();
	const systems = new Set<string>();
	for (const tag of tags) {
		const [, kind = "", word = ""] = /^([^:]+): ?(.+)$/.exec(tag) ?? [];
		const technique = normaliseTechniqueId(tag);
		const tactic = kind === "Tactic" ? normaliseTactic(word) : undefined;
		const system = (kind === "OS" ? word : tag).toLowerCase();
		if (SYSTEMS.has(system)) systems.add(system);
		if (technique !== undefined) techniques.add(technique);
		else if (tactic !== undefined) tactics.add(tactic);
		else if (kind === "Data Source") dataSources.add(word);
		else others.add(tag);
	}
	return {
		techniques: [...techniques],
		tactics: [...tactics],
		dataSources: [...dataSources],
		systems: [...systems],
		others: [...others],
	};
}

function techniqueIds(entry: Table): string[] {
	return asTables(ownValue(entry, "technique")).flatMap((technique) =>
		[technique, ...asTables(ownValue(technique, "subtechnique"))]
			.map((one) => asText(ownValue(one, "id")))
			.filter((id) => id !== undefined),
	);
}

/** The name is what every version of a bundle can be asked for; an id means another tactic once a tactic was split. */
function readTactic(entry: Table): string | undefined {
	const [tactic] = asTables(ownValue(entry, "tactic"));
	if (tactic === undefined) return undefined;
	const name = asLine(ownValue(tactic, "name"));
	const id = asText(ownValue(tactic, "id"));
	return (name && normaliseTactic(name)) ?? (id && normaliseTactic(id));
}
