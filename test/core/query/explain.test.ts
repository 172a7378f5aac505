import { describe, expect, test } from "vitest";
import { openFixture, ask } from "./support/ask";
import { askRecords, NOTES, openNotes } from "./support/records-vault";

const vault = openNotes(NOTES);
const plain = openFixture();

describe("EXPLAIN", () => {
	test("names the indices of a source with their sizes, which side is gone through, and the rows behind each step", () => {
		expect(
			askRecords(
				vault,
				`explain TABLE length(rows)
				 FROM predicates AND #T1021_004 AND -"Rules/Copies"
				 WHERE indicator GROUP BY canonical SORT key LIMIT 1`,
			),
		).toEqual({
			type: "table",
			columns: ["step", "how", "rows"],
			rows: [
				["predicates", "index of kinds of notes: each rule may hold some", 2],
				["#T1021_004", "tag index", 5],
				[
					"predicates AND #T1021_004",
					"goes through the left side (2) and tests each in the right side (5)",
					2,
				],
				['"Rules/Copies"', "path", 1],
				['-"Rules/Copies"', "every note but those", 5],
				[
					'predicates AND #T1021_004 AND -"Rules/Copies"',
					"goes through the left side (2) and tests each in the right side (5); estimated 2 notes",
					1,
				],
				["predicates", "library: the predicates of 1 note, made as they are taken", 6],
				["WHERE indicator", "6 rows in", 4],
				["GROUP BY canonical", "4 rows in", 2],
				["SORT key", "2 rows in; finds only the rows that LIMIT keeps", 2],
				["LIMIT 1", "2 rows in", 1],
				["TABLE", "shows 2 columns", 1],
			],
			failed: [],
		});
	});

	test("tells where rows fail, and where a limit ends the work", () => {
		expect(
			ask(plain, 'EXPLAIN LIST noise + 1 FROM "Detection Rules" WHERE upper(noise + 1) != 1').error,
		).toBeDefined();
		const steps = ask(plain, 'EXPLAIN LIST noise + 1 FROM "Detection Rules" SORT noise + 1').rows;
		expect(steps?.slice(1)).toEqual([
			["SORT noise + 1", "3 rows in, 2 failed", 1],
			["LIST", "shows 2 columns", 1],
		]);
		const early = ask(plain, 'EXPLAIN LIST WHERE file.name != "a" LIMIT 2').rows;
		expect(early).toEqual([
			["all notes", "goes through every note", 10],
			['WHERE file.name != "a"', "2 rows in; stops once LIMIT has enough", 2],
			["LIMIT 2", "2 rows in; stops once LIMIT has enough", 2],
			["LIST", "shows 1 column", 2],
		]);
	});

	test("stands before each type of query", () => {
		for (const query of ["TABLE a", "LIST", "TASK", "CALENDAR file.cday"]) {
			const { type, rows } = ask(plain, `EXPLAIN ${query}`);
			expect(type).toBe("table");
			expect(rows?.at(-1)).toEqual([
				query.split(" ")[0],
				expect.stringContaining("shows"),
				expect.any(Number),
			]);
		}
	});

	test.each([
		["EXPLAIN", 1, 1, "Expected TABLE, LIST, TASK or CALENDAR"],
		["EXPLAIN\nTABLE a,\nFROM #b", 3, 1, "Expected a value"],
		["EXPLAIN TALBE a", 1, 9, "did you mean TABLE?"],
		["EXPLAINLIST", 1, 1, "Expected TABLE"],
		["EXPLAIN EXPLAIN LIST", 1, 9, "Expected TABLE"],
	])("%j is as wrong as what it explains", (query, line, column, message) => {
		const { error } = ask(plain, query);
		expect(error).toMatchObject({ kind: "parse", line, column });
		expect(error?.message).toContain(message);
	});

	test("cannot tell how a query runs that cannot run", () => {
		expect(ask(plain, "EXPLAIN LIST FROM -predicates").error?.kind).toBe("execution");
	});
});
