import type { NoteKind, NoteProperty, PropertyValue } from "../../model/note";
import { normaliseDate } from "../../formats/dates";
import { findTechniqueIds, parentTechniqueId } from "../../text/technique-ids";
import type { NoteFacts } from "../identity/note-facts";
import { readTactic, splitList } from "./split-list";

/**
 * Gives what a note says of its technique, rule or tests in our property names, order and types: tactics as short names or ids,
 * lists in place of joined text, dates as `YYYY-MM-DD`, the version as text. What is absent is left out.
 */
export function normaliseProperties(
	kind: NoteKind,
	id: string | null,
	title: string,
	facts: NoteFacts,
): readonly NoteProperty[] {
	const all = listFor(kind, id, title, facts);
	return all
		.filter(
			([, value]) =>
				value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
		)
		.map(([key, value]) => ({ key, value }));
}

const PLATFORM_KEYS = ["platforms", "platform", "mitre_platforms", "x_mitre_platforms"] as const;

type Entry = readonly [string, PropertyValue];

function listFor(
	kind: NoteKind,
	id: string | null,
	title: string,
	facts: NoteFacts,
): readonly Entry[] {
	switch (kind) {
		case "technique":
			return listOfTechnique(id, title, facts);
		case "rule":
			return listOfRule(id, title, facts);
		case "runbook":
			return [
				["runbook_id", id],
				["title", firstText(facts, "title")],
				["techniques", id === null ? [] : [id]],
				["platforms", readPlatforms(facts)],
				["source", firstText(facts, "source")],
				["source_ref", firstText(facts, "source_ref")],
			];
	}
}

function listOfTechnique(id: string | null, title: string, facts: NoteFacts): readonly Entry[] {
	const version =
		readVersion(facts) ??
		firstText(facts, "mitre_version", "x_mitre_version") ??
		calloutText(facts, "Version");
	return [
		["attack_id", id],
		["name", title],
		["parent", id?.includes(".") === true ? parentTechniqueId(id) : null],
		["tactics", readTactics(facts)],
		["platforms", readPlatforms(facts)],
		["version", version],
		["attack_version", firstText(facts, "attack_version")],
		...readDates(facts),
		["url", readUrl(firstText(facts, "url", "mitre-attack", "mitre_url", "technique_url"))],
	];
}

function listOfRule(id: string | null, title: string, facts: NoteFacts): readonly Entry[] {
	const entry = (key: string): Entry => [key, firstText(facts, key)];
	return [
		["rule_id", id],
		...["vendor", "language"].map(entry),
		["title", title],
		["status", firstText(facts, "status")?.toLowerCase() ?? null],
		["level", firstText(facts, "level")?.toLowerCase() ?? null],
		entry("confidence"),
		["techniques", readTechniques(facts)],
		["tactics", readTactics(facts)],
		...["logsrc_product", "logsrc_service", "logsrc_category"].map(entry),
		["data_sources", splitList(facts.texts("data_sources"))],
		["tables", splitList(facts.texts("tables"))],
		...["author", "license", "source", "source_ref"].map(entry),
		...readDates(facts),
	];
}

function readPlatforms(facts: NoteFacts): readonly string[] {
	const stated = PLATFORM_KEYS.flatMap((key) => facts.texts(key));
	return splitList(stated.length > 0 ? stated : [calloutText(facts, "Platforms") ?? ""]);
}

function readDates(facts: NoteFacts): readonly Entry[] {
	const created = firstText(facts, "created", "mitre_created", "created_at", "date");
	const modified = firstText(facts, "last_modified", "mitre_modified", "modified", "updated_at");
	return [
		["created", readDate(created ?? calloutText(facts, "Created"))],
		["last_modified", readDate(modified ?? calloutText(facts, "Last Modified"))],
	];
}

/** Tactics from properties, from the generators' tags and from the information callout. */
function readTactics(facts: NoteFacts): string[] {
	const values = [
		...facts.texts("tactics"),
		...facts.texts("tactic"),
		...facts.texts("mitre_tactic_ids"),
		...facts.tags.filter((tag) => /^attack[/.]tactic[/.]/i.test(tag)),
	];
	const callout = calloutText(facts, "Tactic") ?? "";
	const items = splitList((values.length > 0 ? values : [callout]).map(showLinks));
	return [...new Set(items.map(readTactic).filter((tactic) => tactic !== undefined))];
}

/** Puts what they show in place of links, without a tactic's id before it: `[[Discovery|TA0007 - Discovery]]` would be a list of two. */
function showLinks(text: string): string {
	return text.replace(/\[\[([^[\]]*)\]\]/g, (_, link: string) => {
		const shown = link.slice(link.indexOf("|") + 1);
		return shown.slice(shown.lastIndexOf("/") + 1).replace(/^TA\d{4} ?[-:] ?/, "");
	});
}

function readTechniques(facts: NoteFacts): string[] {
	const texts = [...facts.texts("techniques"), ...facts.tags];
	return [...new Set(texts.flatMap(findTechniqueIds))];
}

/** A line `> Name: value` of the callout in which one generator puts what others have as properties. */
function calloutText(facts: NoteFacts, name: string): string | null {
	const at = facts.text.indexOf(`\n> ${name}:`, facts.body);
	if (at === -1) return null;
	const start = at + name.length + 4;
	const end = facts.text.indexOf("\n", start);
	const value = facts.text.slice(start, end === -1 ? undefined : end).trim();
	return value === "" ? null : value;
}

/** The version as it is spelt: YAML would make 1.1 of 1.10. */
function readVersion(facts: NoteFacts): string | null {
	const spelt = /^version:[ \t]*["']?([\d.]+)/m.exec(facts.text.slice(0, facts.body));
	return spelt?.[1] ?? facts.text1("version") ?? null;
}

function readUrl(url: string | null): string | null {
	return url !== null && /^https?:\/\//.test(url) ? url : null;
}

function readDate(text: string | null): string | null {
	return text === null ? null : (normaliseDate(text) ?? null);
}

function firstText(facts: NoteFacts, ...keys: readonly string[]): string | null {
	for (const key of keys) {
		const value = facts.text1(key);
		if (value !== undefined) return value;
	}
	return null;
}
