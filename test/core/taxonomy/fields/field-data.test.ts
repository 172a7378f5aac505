import { expect, test } from "vitest";
import { VENDORS } from "../../../../src/core/model/rule";
import { createFieldTable } from "../../../../src/core/taxonomy/fields/create-field-table";
import { FIELD_DATA } from "../../../../src/core/taxonomy/fields/data/field-data";
import { listSpellings, readFieldRows } from "../../../../src/core/taxonomy/fields/read-field-rows";
import { readSpelling } from "../../../../src/core/taxonomy/fields/read-spelling";
import { compareCodeUnits } from "../../../../src/core/text/compare";

const rows = FIELD_DATA.flatMap(readFieldRows);
const ids = rows.map(({ field }) => field.id);

test("every field stands once, and has a name with some vendor", () => {
	expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
	const unnamed = rows.filter((row) =>
		VENDORS.every((vendor) => listSpellings(row, vendor).length === 0),
	);
	expect(unnamed.map(({ field }) => field.id)).toEqual([]);
});

test("no name means two fields in the same source", () => {
	const meant = new Map<string, string>();
	const clashes: string[] = [];
	for (const row of rows) {
		for (const vendor of VENDORS) {
			for (const spelling of listSpellings(row, vendor)) {
				for (const place of listPlaces(spelling)) {
					const key = `${vendor} ${place}`;
					if ((meant.get(key) ?? row.field.id) !== row.field.id)
						clashes.push(`${key}: ${meant.get(key)}, ${row.field.id}`);
					meant.set(key, row.field.id);
				}
			}
		}
	}
	expect(clashes).toEqual([]);
});

/** A spelling once for each source it is bound to; what holds everywhere and what holds elsewhere share a place. */
function listPlaces(spelling: string): readonly string[] {
	const { name, isPrefix, sources, isElsewhere } = readSpelling(spelling);
	const written = isPrefix ? `${name}*` : name;
	if (isElsewhere || sources.length === 0) return [written];
	return sources.map((source) => `${written}@${source.toLowerCase()}`);
}

test("lines are read whole: ids, labels and kinds, then known letters", () => {
	for (const line of FIELD_DATA.flatMap((text) => text.split("\n"))) {
		expect(line).toMatch(/^(?:[a-z@][\w.@]+ \S+ [tpnabd][RT]?(?:<[\w.]+)?|[sepkywro8](?: \S+)+)?$/);
	}
});

test("a base name and the path it belongs to share a row", () => {
	const table = createFieldTable([]);
	for (const { id, facet } of table.fields) {
		if (facet === null) continue;
		const path = table.get(facet.of);
		expect([id, path?.type, path?.facet]).toEqual([id, "path", { of: facet.of, part: "path" }]);
	}
	expect(table.get("process.name")?.facet).toEqual({ of: "process.executable", part: "name" });
	expect(table.get("process.executable")?.facet?.part).toBe("path");
});

test("fields come in code-unit order of their ids", () => {
	const listed = createFieldTable([]).fields.map(({ id }) => id);
	expect(listed).toEqual([...listed].sort(compareCodeUnits));
	expect(listed).toHaveLength(ids.length);
});
