import { asTable } from "./values";
import type { Table } from "./values";
import { addToGroup } from "../text/add-to-group";

/**
 * Lays tables over each other, field by field, the later ones above.
 *
 * Where a later one has another value than a table, it replaces what is below; tables that meet are merged in the same way. Linear in
 * the number of values.
 */
export function mergeTables(tables: readonly Table[]): Table {
	const layers = new Map<string, unknown[]>();
	for (const table of tables) {
		for (const [key, value] of Object.entries(table)) {
			addToGroup(layers, key, value);
		}
	}
	return Object.fromEntries([...layers].map(([key, values]) => [key, mergeLayers(values)]));
}

function mergeLayers(values: readonly unknown[]): unknown {
	const tables: Table[] = [];
	for (let at = values.length - 1; at >= 0; at--) {
		const table = asTable(values[at]);
		if (table === undefined) break;
		tables.push(table);
	}
	return tables.length > 1 ? mergeTables(tables.reverse()) : values[values.length - 1];
}
