import type { NoteKind, NoteProperty, PropertyValue } from "../../model/note";
import { normaliseDate } from "../../formats/dates";
import { findTechniqueIds, parentTechniqueId } from "../../text/technique-ids";
import type { NoteFacts } from "./note-facts";
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

type Entry = readonly [string, PropertyValue];

function listFor(
	kind: NoteKind,
	id: string | null,
	title: string,
	facts: NoteFacts,
): readonly Entry[] {
	const text = (...keys: readonly string[]): string | null => firstText(facts, keys);
	const callout = (name: string): string | null => calloutText(facts, name);
	const stated = [...facts.texts("platforms"), ...facts.texts("mitre_platforms")];
	const platforms = splitList(stated.length > 0 ? stated : [callout("Platforms") ?? ""]);
	const dates: readonly Entry[] = [
		["created", readDate(text("created", "mitre_created", "date") ?? callout("Created"))],
		[
			"last_modified",
			readDate(text("last_modified", "mitre_modified", "modified") ?? callout("Last Modified")),
		],
	];
	switch (kind) {
		case "technique":
			return [
				["attack_id", id],
				["name", title],
				["parent", id?.includes(".") === true ? parentTechniqueId(id) : null],
				["tactics", readTactics(facts)],
				["platforms", platforms],
				["version", readVersion(facts) ?? text("mitre_version") ?? callout("Version")],
				["attack_version", text("attack_version")],
				...dates,
				["url", readUrl(text("url", "mitre-attack", "mitre_url"))],
			];
		case "rule":
			return [
				["rule_id", id],
				["vendor", text("vendor")],
				["language", text("language")],
				["title", title],
				["status", text("status")?.toLowerCase() ?? null],
				["level", text("level")?.toLowerCase() ?? null],
				["confidence", text("confidence")],
				["techniques", readTechniques(facts)],
				["tactics", readTactics(facts)],
				...["logsrc_product", "logsrc_service", "logsrc_category"].map((key): Entry => [
					key,
					text(key),
				]),
				["data_sources", splitList(facts.texts("data_sources"))],
				["tables", splitList(facts.texts("tables"))],
				["author", text("author")],
				["license", text("license")],
				["source", text("source")],
				["source_ref", text("source_ref")],
				...dates,
			];
		case "runbook":
			return [
				["runbook_id", id],
				["title", text("title")],
				["techniques", id === null ? [] : [id]],
				["platforms", platforms],
				["source", text("source")],
				["source_ref", text("source_ref")],
			];
	}
}

/** Tactics from properties, from the generators' tags and from the information callout. */
function readTactics(facts: NoteFacts): string[] {
	const values = [
		...facts.texts("tactics"),
		...facts.texts("tactic"),
		...facts.texts("mitre_tactic_ids"),
		...facts.tags.filter((tag) => /^attack[/.]tactic[/.]/i.test(tag)),
	];
	const callout = values.length > 0 ? null : calloutText(facts, "Tactic");
	const shown = callout?.replace(/\[\[[^[\]|]*\|([^[\]]*)\]\]/g, "$1") ?? "";
	const items = splitList(values.length > 0 ? values : [shown]);
	return [...new Set(items.map(readTactic).filter((tactic) => tactic !== undefined))];
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

function firstText(facts: NoteFacts, keys: readonly string[]): string | null {
	for (const key of keys) {
		const value = facts.text1(key);
		if (value !== undefined) return value;
	}
	return null;
}
