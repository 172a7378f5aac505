import type { PredicateValue } from "../model/predicate";
import { keepText } from "../text/keep-text";
import type { EntryPool, KeepTexts } from "./entry-pool";
import type { ExecutionEntry, LibraryEntry, RunbookEntry } from "./library-entry";
import type { RuleFacts } from "./rule-facts";

/** Gives an entry that holds nothing of its note's text but what it says: parts of a text keep the whole of it in memory. */
export function compactEntry(entry: LibraryEntry, pool: EntryPool): LibraryEntry {
	const keep = pool.text;
	const techniques = entry.kind === "technique" ? [] : entry.techniques.map((text) => keep(text));
	switch (entry.kind) {
		case "technique":
			return {
				...entry,
				name: keep(entry.name),
				tactics: entry.tactics.map((text) => keep(text)),
				platforms: entry.platforms.map((text) => keep(text)),
			};
		case "runbook":
			return { ...compactTests(entry, keep), title: keep(entry.title), techniques };
		case "execution":
			return { ...compactExecution(entry, keep), techniques };
		case "rule":
			return {
				...entry,
				id: keepText(entry.id),
				title: keepText(entry.title),
				level: entry.level === null ? null : keep(entry.level),
				status: entry.status === null ? null : keep(entry.status),
				techniques,
				facts: compactFacts(entry.facts, pool),
			};
	}
}

function compactTests(entry: RunbookEntry, keep: KeepTexts): RunbookEntry {
	if (entry.testFacts === undefined) return entry;
	const testFacts = entry.testFacts.map((test) => ({
		...test,
		name: test.name === null ? null : keepText(test.name),
		guid: keepText(test.guid),
		block: test.block === null ? null : keepText(test.block),
		heading: test.heading === null ? null : keepText(test.heading),
		executor: test.executor === null ? null : keep(test.executor),
		platforms: test.platforms.map((text) => keep(text)),
	}));
	return { ...entry, testFacts };
}

function compactExecution(entry: ExecutionEntry, keep: KeepTexts): ExecutionEntry {
	const own = Object.entries(entry).map(([key, value]: [string, unknown]) => [
		key,
		typeof value === "string" && key !== "path" && key !== "kind" ? keepText(value) : value,
	]);
	return {
		// Every text of it stays the same text.
		...(Object.fromEntries(own) as ExecutionEntry),
		verdicts: entry.verdicts.map((row) => ({
			...row,
			target: row.target === null ? null : keep(row.target),
			title: keep(row.title),
			how: keep(row.how),
			evidence: keepText(row.evidence),
		})),
	};
}

function compactFacts(facts: RuleFacts, pool: EntryPool): RuleFacts {
	const keep = pool.text;
	return {
		...facts,
		confidence: facts.confidence === null ? null : keep(facts.confidence),
		reasons: keepAll(facts.reasons, keep),
		predicates: facts.predicates.map((predicate) => ({
			field: predicate.field === null ? null : keep(predicate.field),
			canonical: predicate.canonical === null ? null : keep(predicate.canonical),
			op: keep(predicate.op),
			value: keepValue(predicate.value, keep),
			negated: predicate.negated,
			exclusion: predicate.exclusion,
			role: keep(predicate.role),
			line: predicate.line,
		})),
		condition: keep(facts.condition),
		exclusions: facts.exclusions.map((group) =>
			group.map((part) => ({
				field: part.field === null ? null : keep(part.field),
				canonical: part.canonical === null ? null : keep(part.canonical),
				op: keep(part.op),
				value: keepValue(part.value, keep),
				negated: part.negated,
			})),
		),
		events: facts.events.map((event) => pool.event(event)),
		dataSources: keepAll(facts.dataSources, keep),
		tables: keepAll(facts.tables, keep),
		falsePositives: keepAll(facts.falsePositives, keep),
		product: facts.product === null ? null : keep(facts.product),
		simulations: keepAll(facts.simulations, keep),
	};
}

/** Most rules leave most of their lists empty. */
const NONE: readonly string[] = [];

function keepAll(texts: readonly string[], keep: KeepTexts): readonly string[] {
	return texts.length === 0 ? NONE : texts.map((text) => keep(text));
}

function keepValue(value: PredicateValue, keep: KeepTexts): PredicateValue {
	if (typeof value === "string") return keep(value);
	if (typeof value !== "object" || value === null) return value;
	if ("ref" in value) return { ref: keep(value.ref) };
	// The entries of a list are known where the list is.
	return { list: keep(value.list) };
}
