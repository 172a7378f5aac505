import { asTables, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";

/**
 * Gives what an indicator match rule compares with its indicators (`threat_mapping`) as a query in EQL: the entries of an item must all
 * match, one of the items suffices. Undefined where it compares nothing.
 */
export function showThreatMapping(mapping: unknown): string | undefined {
	const items = asTables(mapping).flatMap((item) => {
		const entries = asTables(ownValue(item, "entries")).flatMap(showEntry);
		return entries.length === 0 ? [] : entries.join(" and ");
	});
	return items.length === 0 ? undefined : `any where (${items.join(") or (")})`;
}

function showEntry(entry: Table): readonly string[] {
	const field = asText(ownValue(entry, "field"));
	const value = asText(ownValue(entry, "value"));
	if (field === undefined || value === undefined) return [];
	const sign = ownValue(entry, "negate") === true ? "!=" : "==";
	return [`${quote(field)} ${sign} ${quote(value)}`];
}

/** A name that is not plain stands between backticks. */
function quote(name: string): string {
	return /^[A-Za-z_@][\w.@]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}
