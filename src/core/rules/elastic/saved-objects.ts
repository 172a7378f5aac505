import { parseJson } from "../../formats/json";
import { asTable, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";

/** The `type` that a rule's table has for a search or query that somebody saved in Kibana. */
export const SAVED_SEARCH = "saved_search";

/**
 * Gives the rule inside a saved object of Kibana's, as its Saved Objects page and its packages write them, or the table itself.
 *
 * A rule stands in `attributes` (`security-rule`), or with names in camel case in their `params` (`alert`). A saved query, and a saved
 * search of Discover, become a rule's table of the type `saved_search`; one that asks for nothing stays as it is.
 */
export function unwrapSavedObject(table: Table): Table {
	const attributes = asTable(ownValue(table, "attributes"));
	if (attributes === undefined) return table;
	const params = asTable(ownValue(attributes, "params"));
	if (params !== undefined && asText(ownValue(params, "ruleId")) !== undefined)
		return { ...renameKeys(params), ...pick(attributes, "name", "tags") };
	const type = asText(ownValue(table, "type"));
	if (type === "query") return openSearch(table, attributes, attributes) ?? attributes;
	const source = type === "search" ? readSource(attributes) : undefined;
	return (source && openSearch(table, attributes, source)) ?? attributes;
}

function renameKeys(params: Table): Table {
	const entries = Object.entries(params).map(([key, value]): [string, unknown] => [
		key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		value,
	]);
	return Object.fromEntries(entries);
}

function pick(table: Table, ...keys: readonly string[]): Table {
	return Object.fromEntries(keys.map((key) => [key, ownValue(table, key)]));
}

/** What a saved search asks for is JSON inside of its JSON. */
function readSource(attributes: Table): Table | undefined {
	const meta = asTable(ownValue(attributes, "kibanaSavedObjectMeta"));
	const text = meta && asText(ownValue(meta, "searchSourceJSON"));
	const read = text === undefined ? undefined : parseJson(text);
	return read?.ok === true ? asTable(read.json) : undefined;
}

function openSearch(object: Table, attributes: Table, source: Table): Table | undefined {
	const query = asTable(ownValue(source, "query"));
	const esql = query && asText(ownValue(query, "esql"));
	const text = esql ?? (query && asText(ownValue(query, "query")));
	if (query === undefined || text === undefined || text === "*") return undefined;
	return {
		...{ type: SAVED_SEARCH, rule_id: ownValue(object, "id"), name: ownValue(attributes, "title") },
		...pick(attributes, "description"),
		...{ query: text, language: esql === undefined ? ownValue(query, "language") : "esql" },
		filters: ownValue(source, "filter") ?? ownValue(source, "filters"),
		updated_at: ownValue(object, "updated_at"),
	};
}
