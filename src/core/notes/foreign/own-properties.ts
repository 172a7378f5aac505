import type { NoteKind, NoteProperty, PropertyValue } from "../../model/note";
import { asText, asTexts } from "../../formats/values";
import { findTechniqueIds } from "../../text/technique-ids";
import { comparable } from "../../text/comparable";
import type { NoteFacts } from "../identity/note-facts";

/** Properties that generators write; the rest is the author's. */
const GENERATED: ReadonlySet<string> = new Set(
	(
		"attack_id name parent tactics tactic platforms version attack_version created last_modified url aliases alias tags tag " +
		"mitre-attack mitre_attack type parsed_by generated_by generated framework build_date build_source object_type d3fend_ids " +
		"rule_id vendor language title status level confidence techniques technique logsrc_product logsrc_service logsrc_category " +
		"data_sources data_components tables author license source source_ref runbook_id filename id position"
	).split(" "),
);

const ID = /^\W*T\d{4}/i;
const DATE = /^\d{4}-\d\d-\d\d/;

/** Of techniques alone, with what generators write there: authors have an `external_id` or a `modified` of their own. */
const GENERATED_OF_TECHNIQUES: ReadonlyMap<string, RegExp> = new Map([
	["technique_id", ID],
	["technique-id", ID],
	["attack-id", ID],
	["mitre-id", ID],
	["external_id", ID],
	["parent_technique", ID],
	["technique_name", /^/],
	["technique_url", /^https?:/],
	["mitre-url", /^https?:/],
	["platform", /^/],
	["modified", DATE],
	["created_at", DATE],
	["updated_at", DATE],
	["stix_id", /^[a-z-]+--/],
	["spec_version", /^2\.\d$/],
]);

/** Tags that generators write besides type, technique and tactics: whole families of them, by their first part. */
const GENERATED_TAGS = /^(?:mitre|attack|platform)(?:[/._-]|$)/i;
const TYPE_TAGS: ReadonlySet<string> = new Set(
	["technique", "techniques", "detection_rule", "atomic_test", "offense", "subtechnique"].map(
		comparable,
	),
);

/**
 * Gives the properties of a note that no generator writes, in the note's order; `properties` are its front matter's.
 *
 * A value that is no scalar and no list of them is given as JSON, and its key in `flattened`: a property is flat.
 */
export function listOwnProperties(
	kind: NoteKind,
	properties: ReadonlyMap<string, unknown>,
): {
	readonly own: readonly NoteProperty[];
	readonly flattened: readonly string[];
} {
	const own: NoteProperty[] = [];
	const flattened: string[] = [];
	for (const [key, value] of properties) {
		const name = key.toLowerCase();
		const generated = kind === "technique" ? GENERATED_OF_TECHNIQUES.get(name) : undefined;
		const text = asTexts(value).join(" ");
		if (generated !== undefined && (text === "" || generated.test(text))) continue;
		if (GENERATED.has(name) || /^(?:x_)?mitre_|(?:^| )permissions required$/.test(name)) continue;
		const flat = flatten(value);
		if (flat === undefined) flattened.push(key);
		own.push({ key, value: flat ?? JSON.stringify(value) });
	}
	return { own, flattened };
}

/** Gives the tags that say neither what the note is nor what its rule or technique is tagged with upstream. */
export function listOwnTags(
	facts: NoteFacts,
	tactics: readonly string[],
	ruleText: string,
): readonly string[] {
	const known = new Set([...tactics.map(comparable), ...listSourceTags(ruleText)]);
	return facts.tags.filter(
		(tag) =>
			!TYPE_TAGS.has(comparable(tag)) &&
			!GENERATED_TAGS.test(tag) &&
			findTechniqueIds(tag).length === 0 &&
			!known.has(comparable(tag)),
	);
}

/** Gives the aliases that name the technique in none of the generators' ways. */
export function listOwnAliases(
	facts: NoteFacts,
	id: string | null,
	title: string,
): readonly string[] {
	const names = new Set([title, title.slice(title.lastIndexOf(":") + 1)].map(comparable));
	const aliases = [...facts.texts("aliases"), ...facts.texts("alias")];
	return aliases.filter(
		(alias) =>
			!(id !== null && findTechniqueIds(alias).includes(id)) && !names.has(comparable(alias)),
	);
}

/** The tags of a rule's own text, in the words that notes make of them. */
function listSourceTags(ruleText: string): string[] {
	const tags: string[] = [];
	for (const match of ruleText.matchAll(/^ *- +["']?([\w.-]+)["']? *$/gm)) {
		tags.push(comparable((match[1] ?? "").replace(/^attack\./i, "")));
	}
	return tags;
}

function flatten(value: unknown): PropertyValue | undefined {
	if (value === null || value === undefined) return null;
	if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
		return value;
	if (!Array.isArray(value)) return undefined;
	const items = value.map((item) => (item === null ? "" : asText(item)));
	return items.every((item) => item !== undefined) ? items : undefined;
}
