import type { PredicateValue } from "../model/predicate";
import { keepText } from "../text/keep-text";
import { rememberTexts } from "../text/remember-texts";
import type { LibraryEntry } from "./library-entry";
import type { RuleFacts } from "./rule-facts";

/** Gives one copy of equal texts, none of which refers to the longer text that it was taken from. */
export type KeepTexts = (text: string) => string;

/** Texts that the pool of one vault holds. */
const MOST = 50_000;

/** Makes a pool for the entries of one vault. */
export function createTextKeeper(): KeepTexts {
	return rememberTexts(MOST, (text) => text);
}

/** Gives an entry that holds nothing of its note's text but what it says: parts of a text keep the whole of it in memory. */
export function compactEntry(entry: LibraryEntry, keep: KeepTexts): LibraryEntry {
	const techniques = entry.kind === "technique" ? [] : entry.techniques.map(keep);
	switch (entry.kind) {
		case "technique":
			return {
				...entry,
				name: keep(entry.name),
				tactics: entry.tactics.map(keep),
				platforms: entry.platforms.map(keep),
			};
		case "runbook":
			return { ...entry, title: keep(entry.title), techniques };
		case "rule":
			return {
				...entry,
				id: keepText(entry.id),
				title: keepText(entry.title),
				level: entry.level === null ? null : keep(entry.level),
				status: entry.status === null ? null : keep(entry.status),
				techniques,
				facts: compactFacts(entry.facts, keep),
			};
	}
}

function compactFacts(facts: RuleFacts, keep: KeepTexts): RuleFacts {
	return {
		...facts,
		confidence: facts.confidence === null ? null : keep(facts.confidence),
		reasons: facts.reasons.map(keep),
		predicates: facts.predicates.map((predicate) => ({
			field: predicate.field === null ? null : keep(predicate.field),
			canonical: predicate.canonical,
			op: predicate.op,
			value: keepValue(predicate.value, keep),
			negated: predicate.negated,
			exclusion: predicate.exclusion,
			role: predicate.role,
			line: predicate.line,
		})),
		exclusions: facts.exclusions.map((group) =>
			group.map((part) => ({
				field: part.field === null ? null : keep(part.field),
				canonical: part.canonical,
				op: part.op,
				value: keepValue(part.value, keep),
				negated: part.negated,
			})),
		),
		dataSources: facts.dataSources.map(keep),
		tables: facts.tables.map(keep),
		falsePositives: facts.falsePositives.map(keep),
	};
}

function keepValue(value: PredicateValue, keep: KeepTexts): PredicateValue {
	if (typeof value === "string") return keep(value);
	if (typeof value !== "object" || value === null) return value;
	if ("ref" in value) return { ref: keep(value.ref) };
	// The entries of a list are known where the list is.
	return { list: keep(value.list) };
}
