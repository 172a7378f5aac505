import { beforeAll, describe, expect, test } from "vitest";
import type { VaultIndex } from "../../../src/core/index/vault-index";
import { ask, openFixture } from "./support/ask";

let vault: VaultIndex;
beforeAll(() => {
	vault = openFixture();
});

describe("a text that is no query", () => {
	test.each([
		["SELECT a", 1, 1, 'Expected TABLE, LIST, TASK or CALENDAR, found "SELECT"'],
		["", 1, 1, "Expected TABLE, LIST, TASK or CALENDAR, found the end of the query"],
		["TABLES a", 1, 6, 'Expected a blank, found "S"'],
		[
			'TABLE a b FROM "x"',
			1,
			9,
			'Expected an operator, AS, "," or FROM, WHERE, SORT, GROUP BY, FLATTEN, LIMIT, found "b"',
		],
		['TABLE a,\n  FROM "x"', 2, 3, 'Expected a value, found "FROM"'],
		["LIST FROM Rulez", 1, 11, 'found "Rulez"; did you mean rules?'],
		[
			'LIST FROM "a" AND',
			1,
			18,
			'Expected a "folder", a #tag, a [[link]] or a table (techniques, rules, runbooks, executions, predicates, ' +
				"events, exclusions, tests, verdicts), found the end of the query",
		],
		['LIST\nFROM "a"\nWHERE', 3, 6, "Expected something behind WHERE, found the end of the query"],
		["LIST WHERE (a", 1, 14, 'Expected an operator or ")", found the end of the query'],
		["LIST WHERE f(a b)", 1, 16, 'Expected an operator or "," or ")", found "b"'],
		["LIST WHERE {a 1}", 1, 15, 'Expected ":", found "1"'],
		["LIST WHERE a.", 1, 14, "Expected a field name, found the end of the query"],
		["TABLE a AS", 1, 11, "Expected a name behind AS, found the end of the query"],
		["CALENDAR", 1, 9, "Expected a value, found the end of the query"],
		["LIST GROUP  BY a", 1, 6, ""],
		["LIST WHERE nullable", 1, 16, 'Expected row["nullable"] for a field of that name'],
	])("%j is refused at line %i, column %i", (query, line, column, message) => {
		const { error } = ask(vault, query);
		expect([error?.kind, error?.line, error?.column]).toEqual(["parse", line, column]);
		expect(error?.message).toContain(message);
	});

	test("of any nesting is refused, not run out of stack over", () => {
		for (const open of ["(", "[", "!", "f(", "{a:", "a[", "(x) => "]) {
			expect(ask(vault, `LIST WHERE ${open.repeat(20_000)}`).error?.kind).toBe("parse");
		}
		expect(ask(vault, `LIST FROM ${"(".repeat(20_000)}`).error?.kind).toBe("parse");
		expect(ask(vault, `LIST FROM ${"-".repeat(20_000)}#a`).error?.kind).toBe("parse");
	});
});

describe("a query that cannot run", () => {
	test.each([
		["TABLE contans(level, 1)", 1, 7, 'there is no function "contans"; did you mean contains()?'],
		["LIST WHERE severity_of(level)", 1, 12, 'there is no function "severity_of"'],
		["LIST\nWHERE lower(5) = 1", 2, 7, "lower(number) is not possible; it takes lower(string)"],
		["LIST LIMIT ten", 1, 12, "LIMIT takes a number, not null"],
		["LIST LIMIT lower(1)", 1, 12, "LIMIT fails"],
		['LIST WHERE true FROM "x"', 1, 17, "FROM has to come first"],
		['LIST FROM csv("a.csv")', 1, 11, "csv() is no source here"],
		[
			"TABLE 1 + null AS sum",
			1,
			7,
			"number + null cannot be calculated: one of the two is missing here",
		],
		["LIST SORT [1][true]", 1, 0, ""],
		["= lower(1)", 1, 3, "lower(number)"],
	])("%j says where and why", (query, line, column, message) => {
		const { error } = ask(vault, query);
		if (column === 0) expect(error).toBeDefined();
		else expect([error?.kind, error?.line, error?.column]).toEqual(["execution", line, column]);
		expect(error?.message).toContain(message);
	});

	test("is no mistake where there are no rows to run it on", () => {
		expect(ask(vault, 'LIST FROM "Nowhere" WHERE nosuch(level)')).toMatchObject({
			rows: [],
			failed: [],
		});
	});
});

describe("a row that fails", () => {
	test("is named with its note, its column and the reason, and is in no other way in the answer", () => {
		const { rows, failed } = ask(
			vault,
			'TABLE WITHOUT ID upper(level) AS L, noise + 1 AS more FROM "Detection Rules"',
		);
		expect(rows).toEqual([["HIGH", 8]]);
		expect(failed).toMatchObject([
			{ note: "Detection Rules/Sigma/Sign-in over SSH from a new address.md", column: "more" },
			{ note: "Detection Rules/Splunk/Port forwarding over SSH.md", column: "more" },
		]);
		expect(failed?.[0]?.message).toMatch(/^null \+ number/);
	});

	test.each(["WHERE", "SORT", "GROUP BY", "FLATTEN"])("in %s is named by the clause", (clause) => {
		const { failed } = ask(vault, `LIST FROM "Detection Rules" ${clause} noise + 1`);
		expect(failed).toHaveLength(2);
		expect(failed?.[0]?.column).toBe(clause);
	});

	test("of a group comes from no single note", () => {
		const { failed } = ask(vault, 'TABLE sum(rows.noise) FROM "Detection Rules" GROUP BY status');
		expect(failed).toEqual([]);
		const sums = ask(
			vault,
			'TABLE sum(rows.noise) + 1 AS n FROM "Detection Rules" GROUP BY status',
		);
		expect(sums.failed?.map(({ note }) => note)).toEqual([null, null]);
	});
});
