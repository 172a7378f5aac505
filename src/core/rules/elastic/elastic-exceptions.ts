import { addToGroup } from "../../text/add-to-group";
import { asTables, asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";

/** An item of an exception list: no event that it describes is one of the rule's. */
export interface ElasticException {
	readonly item: Table;
	/** As it stands in the file. */
	readonly text: string;
	/** 1-based line of the file. */
	readonly line: number;
}

/** How much longer than their export rules may become together by the exceptions that they share, in UTF-16 units. */
const GROWTH_LIMIT = 4;
const GROWTH_FLOOR = 65_536;

/**
 * Gives what tells a rule's exceptions out of its export, where the items of the lists stand beside the rules that name these
 * (`exceptions_list`). Where rules that share lists would grow to many times the length of the export, it gives null from then on.
 */
export function findExceptions(
	documents: readonly ElasticException[],
): (rule: Table) => readonly ElasticException[] | null {
	const lists = new Map<string, ElasticException[]>();
	let length = 0;
	for (const document of documents) {
		length += document.text.length;
		const list = asText(ownValue(document.item, "list_id"));
		const isItem = asText(ownValue(document.item, "item_id")) !== undefined;
		if (list !== undefined && isItem) addToGroup(lists, list, document);
	}
	let room = GROWTH_FLOOR + GROWTH_LIMIT * length;
	return (rule) => {
		const named = asTables(ownValue(rule, "exceptions_list")).flatMap((list) =>
			asTexts(ownValue(list, "list_id")),
		);
		const found = [...new Set(named)].flatMap((list) => lists.get(list) ?? []);
		room -= found.reduce((sum, { text }) => sum + text.length, 0);
		return room < 0 ? null : found;
	};
}

/**
 * Gives an exception as a filter of Kibana's: what all of its entries describe is left out. An entry of a kind that no query states (a value
 * list) makes a filter of no known kind.
 */
export function exceptionFilter(item: Table): Table {
	const filter = asTables(ownValue(item, "entries")).map((entry) => entryQuery(entry, ""));
	return { meta: { negate: true }, query: { bool: { filter } } };
}

/** Entries of kinds with a value, by their names in the query DSL. */
const KINDS: ReadonlyMap<string, string> = new Map([
	["match", "term"],
	["match_any", "terms"],
	["wildcard", "wildcard"],
]);

/** One entry as a query; those of a `nested` one name their fields below it. */
function entryQuery(entry: Table, above: string): Table {
	const text = (key: string): string => asText(ownValue(entry, key)) ?? "";
	const field = above + text("field");
	const type = text("type");
	const query = KINDS.get(type);
	const asked =
		type === "nested"
			? {
					bool: {
						filter: asTables(ownValue(entry, "entries")).map((inner) =>
							entryQuery(inner, `${field}.`),
						),
					},
				}
			: type === "exists"
				? { exists: { field } }
				: query === undefined
					? {}
					: { [query]: Object.fromEntries([[field, ownValue(entry, "value")]]) };
	return text("operator") === "excluded" ? { bool: { must_not: [asked] } } : asked;
}

/** Names an exception as its author did. */
export function nameException({ item }: ElasticException): string {
	return asText(ownValue(item, "name")) ?? asText(ownValue(item, "item_id")) ?? "";
}
