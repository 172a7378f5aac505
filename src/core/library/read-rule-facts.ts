import { listPredicates } from "../languages/list-predicates";
import type { ListedPredicate } from "../languages/list-predicates";
import type { CanonicalField, FieldTable } from "../model/canonical-field";
import type { EventEvidence } from "../model/event";
import type { Predicate, PredicateValue } from "../model/predicate";
import type { Rule } from "../model/rule";
import type { UnderstoodQuery, UnderstoodRule } from "../rules/understand-rule";
import { understandRule } from "../rules/understand-rule";
import { nameLogsource } from "../taxonomy/fields/name-logsource";
import type { ExclusionGroup } from "./list-exclusions";
import { listExclusions } from "./list-exclusions";
import type { RuleKnowledge } from "./rule-knowledge";
import type { ExclusionPart, FactPredicate, PredicateRole, RuleFacts } from "./rule-facts";
import { joinConditions, writeCondition } from "./write-condition";

/** Takes a rule apart and gives what panels and the command line tell of it. */
export function readRuleFacts(rule: Rule, knowledge: RuleKnowledge): RuleFacts {
	return describeRule(understandRule(rule, knowledge.context), knowledge);
}

/** Gives the facts of a rule that is taken apart already. */
export function describeRule(understood: UnderstoodRule, knowledge: RuleKnowledge): RuleFacts {
	const { rule, queries, parsed, reasons } = understood;
	const sources = queries.flatMap(({ parsed: query }) => query?.sources ?? []);
	const { described, owners, condition } = describeQueries(
		understood,
		knowledge,
		sources.length > 1,
	);
	const predicates = described.flat();
	const { vendor, kind, language, confidence } = rule;
	const { dataSources, falsePositives, logsource, tables } = rule;
	const events = knowledge.events.resolve({
		vendor,
		logsource,
		dataSources,
		sources,
		tables,
		predicates:
			owners.length === 0
				? predicates.filter(isWanted)
				: predicates.flatMap((fact, index) =>
						isWanted(fact) ? { ...fact, source: owners[index] ?? null } : [],
					),
		...listParts(queries, described),
	});
	return {
		vendor,
		kind,
		language,
		confidence,
		parsed,
		reasons,
		predicates,
		condition,
		exclusions: queries.flatMap((query) =>
			describeExclusions(query, ruleOf(rule, query), knowledge),
		),
		events,
		dataSources,
		tables: listTables(rule, queries),
		falsePositives,
		product: logsource.product,
		simulations: rule.simulations.flatMap(({ guid }) => guid ?? []),
	};
}

/** Labels of queries that stand beside a rule's own and must hold too. */
const FILTERS: ReadonlySet<string> = new Set(["Filter", "Exception", "Indicators"]);

interface DescribedQueries {
	/** The predicates of each query. */
	readonly described: readonly (readonly FactPredicate[])[];
	/** What each of them is about, by its place among all of them; empty where there is one source to be about. */
	readonly owners: readonly (string | null)[];
	/** How they are joined. */
	readonly condition: string;
}

function describeQueries(
	{ rule, queries }: UnderstoodRule,
	knowledge: RuleKnowledge,
	hasOwners: boolean,
): DescribedQueries {
	const places = new Map<Predicate, { readonly first: number; readonly count: number }>();
	const owners: (string | null)[] = [];
	let total = 0;
	const described = queries.map((query) => {
		const place = (predicate: Predicate, first: number, count: number): void => {
			places.set(predicate, { first: total + first, count });
			for (let index = 0; hasOwners && index < count; index++) owners.push(predicate.source);
		};
		const facts = describeQuery(query, ruleOf(rule, query), knowledge, place);
		total += facts.length;
		return facts;
	});
	const conditions = queries.flatMap(({ parsed, query }) =>
		parsed === undefined
			? []
			: { written: writeCondition(parsed, places), isFilter: FILTERS.has(query.label ?? "") },
	);
	return { described, owners, condition: joinConditions(conditions, rule.isCounted === true) };
}

function isWanted({ negated }: FactPredicate): boolean {
	return !negated;
}

/** The rule as one of its queries states it. */
function ruleOf(rule: Rule, { query: { logsource } }: UnderstoodQuery): Rule {
	return logsource === undefined ? rule : { ...rule, logsource };
}

/** Queries that each have a log source of their own read their own events. */
function listParts(
	queries: readonly UnderstoodQuery[],
	described: readonly (readonly FactPredicate[])[],
): Pick<EventEvidence, "parts"> {
	const parts = queries.flatMap(({ query: { logsource } }, index) =>
		logsource === undefined
			? []
			: { logsource, predicates: (described[index] ?? []).filter(isWanted) },
	);
	return parts.length > 0 && parts.length === queries.length ? { parts } : {};
}

/** A list by its name alone: its entries are known where the list is. */
function nameList(value: PredicateValue): PredicateValue {
	return typeof value === "object" && value !== null && "list" in value
		? { list: value.list }
		: value;
}

const TABLE_KINDS = new Set(["table", "index", "data-model", "sourcetype"]);

function listTables(rule: Rule, queries: readonly UnderstoodQuery[]): readonly string[] {
	const named = queries.flatMap(({ parsed }) =>
		(parsed?.sources ?? []).filter(({ kind }) => TABLE_KINDS.has(kind)).map(({ name }) => name),
	);
	return [...new Set([...rule.tables, ...named])];
}

function describeQuery(
	query: UnderstoodQuery,
	rule: Rule,
	{ fields }: RuleKnowledge,
	place: (predicate: Predicate, first: number, count: number) => void,
): readonly FactPredicate[] {
	if (query.parsed === undefined) return [];
	const facts: FactPredicate[] = [];
	for (const listed of listPredicates(query.parsed.detection)) {
		const { field, op, terms, span } = listed.predicate;
		place(listed.predicate, facts.length, Math.max(terms.length, 1));
		const canonical = findField(fields, rule, listed.predicate);
		const role = roleOf(listed, canonical);
		const add = (value: PredicateValue, at: number): void => {
			facts.push({
				field,
				canonical: canonical?.id ?? null,
				op,
				value,
				negated: listed.isNegated,
				exclusion: listed.isExclusion,
				role,
				line: query.lineAt(at),
			});
		};
		if (terms.length === 0) add(null, span.start);
		for (const { value, at } of terms) add(nameList(value), at);
	}
	return facts;
}

function describeExclusions(
	{ parsed }: UnderstoodQuery,
	rule: Rule,
	{ fields }: RuleKnowledge,
): (readonly ExclusionPart[])[] {
	if (parsed === undefined) return [];
	return listExclusions(parsed.detection).map((group: ExclusionGroup) =>
		group.map(({ predicate, op, value, isNegated: negated }) => {
			const canonical = predicate && findField(fields, rule, predicate);
			const field = predicate?.field ?? null;
			return { field, canonical: canonical?.id ?? null, op, value: nameList(value), negated };
		}),
	);
}

/**
 * Gives the canonical field of a predicate; a Sigma rule's log source stands for the source that its condition does not name. A column
 * that the query renames is the field that it was. Where that one is not known, or is a part of a field that is known only as a whole, the
 * new name says more.
 */
export function findField(
	fields: FieldTable,
	{ vendor, logsource }: Pick<Rule, "vendor" | "logsource">,
	{ field, original, source, origin }: ListedPredicate["predicate"],
): CanonicalField | undefined {
	if (field === null || origin === "computed") return undefined;
	const known = source ?? (vendor === "sigma" ? nameLogsource(logsource) : null);
	const named = fields.find(vendor, field, known);
	if (original === undefined) return named;
	const found = fields.find(vendor, original, known);
	const whole = original.replace(/[.[{][^.[{]*$/, "");
	const isPart = whole !== original && found === fields.find(vendor, whole, known);
	return isPart ? (named ?? found) : (found ?? named);
}

function roleOf(
	{ predicate, isOnGroups }: ListedPredicate,
	canonical: CanonicalField | undefined,
): PredicateRole {
	if (predicate.origin === "computed") return "computed";
	if (isOnGroups && canonical === undefined) return "computed";
	return isEventNumber(predicate, canonical) ? "routing" : (canonical?.role ?? "indicator");
}

/** UDM has Windows' event numbers in the field that names an operation elsewhere; a number says only which events are read. */
function isEventNumber(
	{ terms }: ListedPredicate["predicate"],
	canonical: CanonicalField | undefined,
): boolean {
	if (canonical?.id !== "event.action" || terms.length === 0) return false;
	return terms.every(({ value }) => typeof value === "string" && /^\d{1,5}$/.test(value));
}
