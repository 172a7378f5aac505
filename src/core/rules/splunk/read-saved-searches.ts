import { asTable, asText, ownValue, type Table } from "../../formats/values";
import { problemOf, type Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { indexLines } from "../../text/line-index";
import { fileExtension, fileNameOf } from "../file-names";
import { findJsonObjects } from "../find-json-objects";
import type { ParsedJsonFile, ParsedRuleFile, RuleFile, RuleReading } from "../rule-reader";
import { listConfStanzas } from "./conf-stanzas";
import { isSavedSearchSetting, judgeSavedSearch } from "./judge-saved-search";
import { readSavedSearch, type SavedSearch } from "./read-saved-search";

/** A saved search of which it is not yet known what it is for. */
export type FoundSearch = Omit<SavedSearch, "kind">;

/** Configurations that have searches and are something else. */
const OTHER_CONF = /eventtypes|transactiontypes|macros|tags|workflow_actions|props|transforms/i;

/** Extensions of a configuration, and of a text that may be one. */
const CONF_EXTENSIONS: ReadonlySet<string> = new Set(["conf", "ini"]);
const MAYBE_CONF_EXTENSIONS: ReadonlySet<string> = new Set(["", "txt", "text"]);

/** How many searches are named that are no rules. */
const NAMED_REPORTS = 3;

/** Finds the saved searches of a `savedsearches.conf`, or of what Splunk's REST interface gives, at any depth. */
export function findSavedSearches(file: ParsedRuleFile): readonly FoundSearch[] {
	if (file.format === "text") return findInConf(file);
	return file.format === "json" && /"search"\s*:/.test(file.text) ? findInJson(file) : [];
}

/**
 * Reads saved searches as rules: those that alert, name a technique or are run by people. The others feed lookups or draw charts; a problem
 * of severity `info` counts them.
 */
export function readSavedSearches(file: RuleFile, found: readonly FoundSearch[]): RuleReading {
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	const reports: FoundSearch[] = [];
	for (const search of found) {
		const use = judgeSavedSearch(search.name, search.search, search.settings);
		if (use === "report") {
			reports.push(search);
			continue;
		}
		const reading = readSavedSearch({ ...search, kind: use === "alert" ? "rule" : "hunt" });
		rules.push(reading.rule);
		problems.push(...reading.problems);
	}
	const [first] = reports;
	if (first !== undefined)
		problems.push(problemOf(file.file, first.line, "rule-field", tellReports(reports), "info"));
	return { rules, problems };
}

function tellReports(reports: readonly FoundSearch[]): string {
	const named = reports.slice(0, NAMED_REPORTS).map(({ name }) => `"${name}"`);
	const names = named.join(", ") + (reports.length > NAMED_REPORTS ? ", …" : "");
	return reports.length === 1
		? `a saved search is no rule, since it alerts on nothing: ${names}`
		: `${reports.length} saved searches are no rules, since they alert on nothing: ${names}`;
}

function findInConf(file: ParsedRuleFile): readonly FoundSearch[] {
	const { path, text } = file;
	const extension = fileExtension(path);
	const isConf = CONF_EXTENSIONS.has(extension);
	if (isConf ? OTHER_CONF.test(fileNameOf(path)) : !MAYBE_CONF_EXTENSIONS.has(extension)) return [];
	if (!/^[ \t]*search[ \t]*=/m.test(text) || !/^[ \t]*\[/m.test(text)) return [];
	const stanzas = listConfStanzas(text);
	const named = stanzas.filter(({ name }) => name !== "default");
	const searches = named.filter(({ settings }) => settings.has("search"));
	const isSure =
		isConf || searches.some((one) => [...one.settings.keys()].some(isSavedSearchSetting));
	if (!isSure) return [];
	const shared = stanzas
		.filter(({ name }) => name === "default")
		.flatMap((one) => [...one.settings]);
	return searches.map((stanza): FoundSearch => {
		const own = [...shared, ...stanza.settings].map(([key, { value }]) => [key, value] as const);
		const search = stanza.settings.get("search");
		return {
			file,
			name: stanza.name,
			search: search?.value ?? "",
			settings: new Map(own),
			text: stanzas.length === 1 ? text : text.slice(stanza.start, stanza.end),
			textLanguage: "ini",
			line: stanzas.length === 1 ? 1 : stanza.line,
			queryLine: search?.line ?? stanza.line,
			queryColumn: search?.column ?? 1,
		};
	});
}

function findInJson(file: ParsedJsonFile): readonly FoundSearch[] {
	const lines = indexLines(file.text);
	return findJsonObjects(file, looksLikeSearch, (table, span): FoundSearch | undefined => {
		const content = asTable(ownValue(table, "content")) ?? table;
		const settings = readSettings(content);
		const search = settings.get("search") ?? settings.get("qualifiedSearch");
		const name = asText(ownValue(table, "name")) ?? asText(ownValue(table, "title"));
		if (search === undefined || name === undefined) return undefined;
		if (![...settings.keys()].some(isSavedSearchSetting)) return undefined;
		const text = file.text.slice(span.start, span.end);
		const queryAt = span.start + Math.max(0, text.search(/"search"\s*:/));
		return {
			file,
			...{ name, search, settings, text },
			textLanguage: "json",
			line: lines.positionAt(span.start).line,
			queryLine: lines.positionAt(queryAt).line,
		};
	});
}

function looksLikeSearch(keys: ReadonlySet<string>): boolean {
	return (keys.has("search") || keys.has("content")) && (keys.has("name") || keys.has("title"));
}

function readSettings(table: Table): ReadonlyMap<string, string> {
	const settings = new Map<string, string>();
	for (const [key, value] of Object.entries(table)) {
		const text = typeof value === "string" ? value : asText(value);
		if (text !== undefined) settings.set(key, text);
	}
	return settings;
}
