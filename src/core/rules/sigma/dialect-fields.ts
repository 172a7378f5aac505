import { asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { normaliseTechniqueId } from "../../text/technique-ids";

/**
 * Whether a table names its fields as Sekoia's rules do: Sigma's detection over ECS without a log source, with the title under `rule` and the
 * id under `uuid`. Source: the rules in SEKOIA-IO/Community.
 */
export function isDialect(table: Table): boolean {
	const has = (key: string): boolean => asText(ownValue(table, key)) !== undefined;
	return has("uuid") && has("rule") && !has("title");
}

/** Gives a table of that dialect under Sigma's own names, any other as it is. */
export function nameFields(table: Table): Table {
	if (!isDialect(table)) return table;
	const field = (key: string): unknown => ownValue(table, key);
	const techniques = asTexts(field("attack")).map((id) =>
		normaliseTechniqueId(id) === undefined ? id : `attack.${id}`,
	);
	return {
		...table,
		title: field("rule"),
		id: field("uuid"),
		references: asTexts(field("sources")).flatMap((text) => text.split(/\s+/).filter(isAddress)),
		falsepositives: field("false_positives"),
		tags: [...asTexts(field("tags")), ...techniques],
	};
}

function isAddress(word: string): boolean {
	return /^https?:\/\//i.test(word);
}
