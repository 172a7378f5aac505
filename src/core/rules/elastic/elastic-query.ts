import type { QueryLanguage, RuleQuery } from "../../model/rule";
import { countBreaks } from "../../text/count-breaks";

const LANGUAGES: ReadonlyMap<string, QueryLanguage> = new Map([
	["eql", "eql"],
	["kuery", "kuery"],
	["kql", "kuery"],
	["lucene", "lucene"],
	["esql", "esql"],
	["es|ql", "esql"],
	["sql", "sql"],
	["osquery", "sql"],
]);

/** Gives the language that Elastic names (`kuery`, `ES|QL`, `eql`), or undefined. */
export function elasticLanguage(word: string | undefined): QueryLanguage | undefined {
	return word === undefined ? undefined : LANGUAGES.get(word.trim().toLowerCase());
}

/** The language of a rule type that names none: Kibana takes Kuery for everything but EQL and ES|QL rules. */
export function defaultLanguage(type: string | undefined): QueryLanguage {
	if (type === "eql") return "eql";
	return type === "esql" ? "esql" : "kuery";
}

/** Tells a hunt's query apart where the hunt names several languages, by how it starts. */
export function sniffHuntLanguage(
	query: string,
	named: readonly QueryLanguage[],
): QueryLanguage | undefined {
	// A first line may only name a language, and "sql" stands above ES|QL too.
	const start = firstWords(query.replace(/^\s*(?:sql|esql|eql|kuery)[ \t]*\r?\n/i, ""));
	// Some hunts name one language and have queries in two.
	if (/^(?:select|with)\b/i.test(start)) return "sql";
	if (named.length === 1) return named[0];
	if (/^(?:from|row|show|ts)\b/i.test(start)) return "esql";
	if (/^(?:sequence|sample|[a-z]+\s+where)\b/i.test(start)) return "eql";
	return named[0];
}

/** Names what a query reads: the table behind its first `FROM`. */
export function huntLabel(query: string, language: QueryLanguage): string | null {
	const match = /(?:^|\s)from\s+([^\s|;()]+)/i.exec(query);
	const table = match?.[1]?.replace(/,$/, "");
	if (table !== undefined && (language === "esql" || language === "sql")) return table;
	return language === "eql" ? (/\b([a-z]+)\s+where\b/i.exec(query)?.[1] ?? null) : null;
}

/** A file's text in which queries are looked for, from the top down. */
export interface QuerySource {
	readonly text: string;
	/** UTF-16 offset from which the next query can stand. */
	readonly from: number;
	/** 1-based line of the file on which `from` stands. */
	readonly line: number;
	/** How far behind `from` it is looked for, in UTF-16 units beyond twice its own length. */
	readonly reach: number;
}

/** After the first query, only so far: many queries that cannot be found must not cost a search of the whole file each. */
const SEARCH_REACH = 1024;

/** Gives the place to start from: the table that holds the queries. `line` is the file's line on which the text starts. */
export function openQuerySource(text: string, line: number, table: "rule" | "hunt"): QuerySource {
	const header = Math.max(0, text.indexOf(`[${table}]`));
	return { text, from: header, line: line + countBreaks(text, 0, header), reach: text.length };
}

/**
 * Gives an Elastic query with its place in the file, and the source for the next one.
 *
 * A first line that only names the language (`sql`, as some hunts have it) is no part of the query. A query whose TOML escapes keep it
 * from being found gets the line of its first words, else the line of the key, else that of the query before it.
 */
export function placeQuery(
	source: QuerySource,
	text: string,
	language: QueryLanguage,
	label: string | null,
): { readonly query: RuleQuery; readonly next: QuerySource } {
	const marker = /^\s*(?:sql|esql|eql|kuery)[ \t]*\r?\n/.exec(text)?.[0] ?? "";
	const query = text.slice(marker.length);
	const at = findQuery(source, query);
	const line = source.line + countBreaks(source.text, source.from, at);
	return {
		query: { language, text: query, line, label },
		next: { ...source, from: at, line, reach: SEARCH_REACH },
	};
}

function findQuery(source: QuerySource, query: string): number {
	const { text, from, reach } = source;
	const part = text.slice(from, from + 2 * query.length + reach);
	const whole = part.indexOf(query);
	if (whole !== -1) return from + whole;
	const first = query.split("\n", 20).find((line) => line.trim() !== "");
	const found = first === undefined ? -1 : part.indexOf(first);
	if (found !== -1) return from + found;
	return from + Math.max(0, part.search(/^[ \t]*"?query"?[ \t]*[=:]/m));
}

function firstWords(query: string): string {
	const lines = query.split("\n").map((line) => line.trim());
	return (
		lines.find((line) => line !== "" && !line.startsWith("//") && !line.startsWith("--")) ?? ""
	);
}
