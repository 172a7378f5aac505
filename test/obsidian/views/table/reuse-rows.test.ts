import { describe, expect, it } from "vitest";
import type { Value } from "../../../../src/core/model/value";
import { reuseRows } from "../../../../src/obsidian/views/table/reuse-rows";
import { keyRows } from "../../../../src/obsidian/views/table/table-model";
import { dateOf, linkTo } from "../../support/values";

const row = (last: Value): Value[] => [
	linkTo("A.md"),
	dateOf("2024-03-01T00:00:00Z"),
	["a", linkTo("B.md")],
	last,
];

describe("rows of a table that is drawn anew", () => {
	it("are the same objects where they show the same", () => {
		const before = keyRows([row(1)], ["A.md"]);
		const after = reuseRows(before, keyRows([row(1), row(2)], ["A.md", "B.md"]));
		expect(after[0]).toBe(before[0]);
		expect(after).toHaveLength(2);
	});

	it.each<[string, Value[]]>([
		["another value", row(2)],
		["another link", [linkTo("C.md"), ...row(1).slice(1)]],
		["another list", [linkTo("A.md"), dateOf("2024-03-01T00:00:00Z"), ["a"], 1]],
		["another date", [linkTo("A.md"), dateOf("2024-03-02T00:00:00Z"), ["a", linkTo("B.md")], 1]],
		["a cell more", [...row(1), null]],
	])("are new where they show %s", (_, cells) => {
		const before = keyRows([row(1)], ["A.md"]);
		const next = keyRows([cells], ["A.md"]);
		expect(reuseRows(before, next)[0]).toBe(next[0]);
	});
});
