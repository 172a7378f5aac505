import { asTable, asTables, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";

/** What the filters of a rule ask for. */
export interface ElasticFilters {
	/** A Lucene query for each filter, with its place among the rule's filters. */
	readonly queries: readonly { readonly text: string; readonly index: number }[];
	/** Places of the filters that are of no known kind. */
	readonly unknown: readonly number[];
}

/**
 * Reads the filters that stand beside a rule's query, as Kibana saves them (Elasticsearch's query DSL, with `meta.negate` and
 * `meta.disabled`; combined ones have theirs in `meta.params`), as queries in Lucene. All of them must hold; one that is switched off asks for nothing.
 */
export function readElasticFilters(filters: unknown): ElasticFilters {
	const queries: { readonly text: string; readonly index: number }[] = [];
	const unknown: number[] = [];
	for (const [index, filter] of asTables(filters).entries()) {
		const text = showFilter(filter, 0);
		if (text === undefined) unknown.push(index);
		else if (text !== "") queries.push({ text, index });
	}
	return { queries, unknown };
}

/** One filter; empty where it asks for nothing, undefined where its kind is not known. */
function showFilter(filter: Table, depth: number): string | undefined {
	const meta = asTable(ownValue(filter, "meta")) ?? {};
	if (ownValue(meta, "disabled") === true) return "";
	const isCombined = ownValue(meta, "type") === "combined";
	// Before version 7.14 what is asked stood beside `meta`.
	const text = isCombined
		? showCombined(meta, depth)
		: showQuery(asTable(ownValue(filter, "query")) ?? filter, depth);
	return text && (ownValue(meta, "negate") === true ? `NOT (${text})` : text);
}

/** Filters that a person has joined by `AND` or `OR` (`CombinedFilterMeta` of `kbn-es-query`). */
function showCombined(meta: Table, depth: number): string | undefined {
	if (depth > DEEPEST) return undefined;
	const parts = asTables(ownValue(meta, "params")).map((filter) => {
		const text = showFilter(filter, depth + 1);
		return text && `(${text})`;
	});
	return joinParts(parts, ownValue(meta, "relation") === "OR" ? " OR " : " AND ");
}

type Show = (body: Table, depth: number) => string | undefined;

const KINDS: ReadonlyMap<string, Show> = new Map<string, Show>([
	["match_all", () => ""],
	["match_phrase", showEach(["query"], showPhrase)],
	["match", showEach(["query"], showPhrase)],
	["term", showEach(["value"], showPhrase)],
	["terms", showEach([], showPhrases)],
	["wildcard", showEach(["value", "wildcard"], showWildcard)],
	[
		"prefix",
		showEach(
			["value"],
			ofText((value) => `${escape(value)}*`),
		),
	],
	[
		"regexp",
		showEach(
			["value"],
			ofText((value) => `/${value.replaceAll("/", "\\/")}/`),
		),
	],
	["exists", (body) => showExists(ownValue(body, "field"))],
	["range", showRange],
	["query_string", (body) => showInner(ownValue(body, "query"))],
	["bool", showBool],
]);

/** Filters in filters deeper than this are not read. */
const DEEPEST = 20;

/** One query of the DSL; empty where it asks for nothing, undefined where its kind is not known. */
function showQuery(query: Table, depth: number): string | undefined {
	if (depth > DEEPEST) return undefined;
	for (const [kind, show] of KINDS) {
		const body = asTable(ownValue(query, kind));
		if (body !== undefined) return show(body, depth);
	}
	return undefined;
}

/** A query by field: the value, or a table that has it under one of the names. */
function showEach(names: readonly string[], show: (value: unknown) => string | undefined): Show {
	return (body) => {
		const parts = Object.entries(body).flatMap(([field, value]) => {
			const table = asTable(value) ?? {};
			const key = names.find((name) => Object.hasOwn(table, name));
			const shown = show(key === undefined ? value : ownValue(table, key));
			const isOption = field === "boost" || field === "minimum_should_match";
			return isOption ? [] : [shown && `${escape(field)}:${shown}`];
		});
		return parts.length === 0 ? undefined : joinParts(parts, " AND ");
	};
}

function ofText(show: (value: string) => string): (value: unknown) => string | undefined {
	return (value) => (typeof value === "string" ? show(value) : undefined);
}

function showPhrase(value: unknown): string | undefined {
	if (typeof value === "boolean" || typeof value === "number") return escape(String(value));
	return typeof value === "string" ? `"${value.replace(/["\\]/g, "\\$&")}"` : undefined;
}

function showPhrases(values: unknown): string | undefined {
	if (!Array.isArray(values) || values.length === 0) return undefined;
	const shown = joinParts(values.map(showPhrase), " OR ");
	return shown && `(${shown})`;
}

/** A backslash takes the meaning of a wildcard or of another backslash; before anything else it was meant as one. */
function showWildcard(value: unknown): string | undefined {
	if (typeof value !== "string") return undefined;
	const parts = value.match(/\\[*?\\]|[*?\\]|[^*?\\]+/g) ?? [];
	return parts
		.map((part) => (/^[*?]$/.test(part) ? part : escape(part.replace(/^\\(?=.)/, ""))))
		.join("");
}

function showExists(field: unknown): string | undefined {
	return typeof field === "string" ? `_exists_:${escape(field)}` : undefined;
}

const BOUNDS = [
	["gte", ">="],
	["gt", ">"],
	["lte", "<="],
	["lt", "<"],
] as const;

function showRange(body: Table): string | undefined {
	const parts = Object.entries(body).flatMap(([field, value]) => {
		const table = asTable(value) ?? {};
		const bounds = BOUNDS.flatMap(([name, sign]) => {
			const bound = ownValue(table, name);
			if (typeof bound === "number") return `${escape(field)}:${sign}${bound}`;
			return typeof bound === "string" ? `${escape(field)}:${sign}${escape(bound)}` : [];
		});
		return bounds.length === 0 ? [undefined] : bounds;
	});
	return parts.length === 0 ? undefined : joinParts(parts, " AND ");
}

function showInner(query: unknown): string | undefined {
	return typeof query === "string" ? `(${query})` : undefined;
}

function showBool(body: Table, depth: number): string | undefined {
	const list = (name: string): (string | undefined)[] => {
		const value = ownValue(body, name) ?? [];
		return (Array.isArray(value) ? value : [value]).map((part: unknown) => {
			const query = asTable(part);
			return query && showQuery(query, depth + 1);
		});
	};
	const all = [...list("must"), ...list("filter")];
	// Beside what must hold they only rank the results, unless a number of them is asked for.
	const least = asText(ownValue(body, "minimum_should_match")) ?? (all.length === 0 ? "1" : "0");
	const choices = list("should");
	// Lucene has no way to ask for two of three.
	if (choices.length > 0 && least !== "0" && least !== "1") return undefined;
	const should = least === "0" ? "" : joinParts(choices, " OR ");
	const not = joinParts(list("must_not"), " OR ");
	return joinParts([...all, should && `(${should})`, not && `NOT (${not})`], " AND ");
}

/** Parts that ask for something; undefined where one is not understood. */
function joinParts(parts: readonly (string | undefined)[], word: string): string | undefined {
	if (parts.includes(undefined)) return undefined;
	return parts.filter((part) => part !== "").join(word);
}

function escape(text: string): string {
	return text.replace(/[\s+\-=&|><!(){}[\]^"~*?:\\/]/g, "\\$&");
}
