import { describe, expect, it } from "vitest";
import { findProperty } from "../../../src/core/index/find-property";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { runQuery } from "../../../src/core/query/run-query";

const stat = { ctime: 0, mtime: 0, size: 1 };

function openNote(text: string) {
	const index = createVaultIndex();
	index.put("A.md", text, stat);
	return index;
}

function tableOf(query: string) {
	const index = openNote("---\nstatus: x\ntags: [a, b]\n---\n");
	const outcome = runQuery(index, query, { origin: null, now: 0 });
	if (outcome.type !== "table") throw new Error("no table");
	return outcome;
}

describe("columns of a table that show a property", () => {
	it.each<[string, (string | null)[]]>([
		["TABLE status", [null, "status"]],
		["TABLE WITHOUT ID file.link, status AS S", [null, "status"]],
		['TABLE WITHOUT ID row["Review Date"], row[status]', ["Review Date", null]],
		[
			"TABLE WITHOUT ID upper(status), file.name, file.frontmatter.status, this.status",
			[null, null, null, null],
		],
		["TABLE WITHOUT ID status, tags FLATTEN tags", ["status", null]],
		["TABLE WITHOUT ID status, t FLATTEN tags AS t", ["status", null]],
		["TABLE WITHOUT ID status AS A, level AS A", ["level", "level"]],
		["TABLE WITHOUT ID status WHERE status SORT status LIMIT 1", ["status"]],
		["TABLE rows.status GROUP BY status", [null, null]],
	])("of %s", (query, columns) => {
		expect(tableOf(query).editable).toEqual(columns);
	});

	it("stand beside the note of each row", () => {
		expect(tableOf("TABLE status").notes).toEqual(["A.md"]);
		expect(tableOf("TABLE status FLATTEN tags AS t").notes).toEqual(["A.md", "A.md"]);
		expect(tableOf("TABLE length(rows) GROUP BY status").notes).toEqual([null]);
	});
});

describe("the property that a query's name means in a note", () => {
	const find = (text: string, name: string) => {
		const record = openNote(text).note("A.md")?.record;
		return record === undefined ? undefined : findProperty(record, name);
	};

	it("has the note's spelling", () => {
		expect(find("---\nReview Date: 1\n---\n", "review-date")).toEqual({
			key: "Review Date",
			value: 1,
		});
		expect(find("---\nstatus: x\n---\n", "status")).toEqual({ key: "status", value: "x" });
	});

	it("is a new one where the note has none", () => {
		expect(find("text", "status")).toEqual({ key: "status", value: undefined });
		expect(find("---\n__proto__: 1\n---\n", "toString")).toEqual({
			key: "toString",
			value: undefined,
		});
	});

	it("is none where the value does not stand in the front matter alone", () => {
		expect(find("status:: x\n", "status")).toBeUndefined();
		expect(find("---\nstatus: x\n---\nstatus:: y\n", "status")).toBeUndefined();
		expect(find("---\nReview Date: 1\nreview date: 2\n---\n", "review-date")).toBeUndefined();
		expect(find("**Review Date**:: 1\n", "review-date")).toBeUndefined();
	});

	it("is none where the note spells it so that the query does not reach it", () => {
		expect(find("---\nstatus: x\n---\n", "Status")).toBeUndefined();
	});
});
