import { beforeAll, describe, expect, test } from "vitest";
import type { VaultIndex } from "../../../src/core/index/vault-index";
import { ask, openFixture } from "./support/ask";

let vault: VaultIndex;
beforeAll(() => {
	vault = openFixture();
});

describe("TABLE", () => {
	test("has the note first, then the columns under their names or texts", () => {
		expect(
			ask(vault, 'TABLE level AS "Level", upper( status ) FROM "Detection Rules/Splunk"'),
		).toEqual({
			type: "table",
			columns: ["File", "Level", "upper( status )"],
			rows: [["[[Port forwarding over SSH]]", null, "EXPERIMENTAL"]],
			failed: [],
		});
	});

	test("WITHOUT ID has the columns alone, or none", () => {
		expect(ask(vault, 'table without id file.name from "Notes/Broken"').rows).toEqual([["Broken"]]);
		expect(ask(vault, 'TABLE WITHOUT ID FROM "Notes/Broken"')).toMatchObject({
			columns: [],
			rows: [[]],
		});
	});

	test("shows the last of two columns of one name in both", () => {
		expect(ask(vault, 'TABLE WITHOUT ID 1 AS a, 2 AS a FROM "Notes/Broken"').rows).toEqual([
			[2, 2],
		]);
	});

	test("goes by path where nothing else is asked for", () => {
		expect(ask(vault, 'TABLE WITHOUT ID file.name FROM "Notes"').rows).toEqual([
			["2024-03-12 Review"],
			["Broken"],
			["Shift log"],
		]);
	});
});

describe("LIST", () => {
	test("has the note, a value, or both", () => {
		expect(ask(vault, 'LIST FROM "Notes/Broken"')).toMatchObject({
			type: "list",
			columns: ["id"],
			rows: [["[[Broken]]"]],
		});
		expect(ask(vault, 'LIST file.ext FROM "Notes/Broken"')).toMatchObject({
			columns: ["id", "value"],
			rows: [["[[Broken]]", "md"]],
		});
		expect(ask(vault, 'LIST WITHOUT ID file.ext FROM "Notes/Broken"')).toMatchObject({
			columns: ["value"],
			rows: [["md"]],
		});
	});
});

describe("CALENDAR", () => {
	test("has the date and the note", () => {
		expect(ask(vault, 'CALENDAR file.day FROM "Notes" WHERE file.day')).toEqual({
			type: "calendar",
			columns: ["date", "link"],
			rows: [
				["2024-03-12", "[[2024-03-12 Review]]"],
				["2024-03-14", "[[Shift log]]"],
			],
			failed: [],
		});
	});
});

describe("TASK", () => {
	test("has the tasks of the notes, with their own fields before the note's", () => {
		const { rows = [], type, columns } = ask(vault, 'TASK FROM "Testing Runbooks" WHERE due');
		expect([type, columns]).toEqual(["task", undefined]);
		expect(rows).toMatchObject([
			{
				$item: {
					text: "Sign in from a new address 📅 2024-03-20",
					status: " ",
					children: [13],
					fields: { due: "2024-03-20" },
				},
			},
			{
				$item: {
					parent: 12,
					link: "[[T1021.004 - Remote Services - SSH - runbook#ask-network]]",
					blockId: "ask-network",
				},
			},
		]);
	});

	test("groups into groups", () => {
		const { rows = [] } = ask(
			vault,
			"TASK WHERE !fullyCompleted GROUP BY file.folder AS folder GROUP BY length(rows) AS n",
		);
		expect(rows).toMatchObject([{ key: 2, rows: [{ key: "Notes" }, { key: "Testing Runbooks" }] }]);
	});

	test("knows whether everything under a task is done", () => {
		const { rows = [] } = ask(vault, 'TASK FROM "Notes" WHERE completed');
		expect(rows).toMatchObject([{ $item: { text: "Count the alerts", fullyCompleted: true } }]);
		expect(ask(vault, 'TASK FROM "Testing Runbooks" WHERE fullyCompleted').rows).toHaveLength(1);
	});
});

describe("clauses", () => {
	test("run in the order of writing, any number of each", () => {
		const query = `TABLE WITHOUT ID file.name AS name
			FROM "Detection Rules"
			SORT file.name DESC
			LIMIT 2
			WHERE status != "test"
			SORT file.name
			LIMIT 5`;
		expect(ask(vault, query).rows).toEqual([
			["Port forwarding over SSH"],
			["Sign-in over SSH from a new address"],
		]);
	});

	test("GROUP BY gives a row for each value, null first, with the rows behind it", () => {
		const query = 'TABLE rows.file.name AS names, key FROM "Detection Rules" GROUP BY level';
		expect(ask(vault, query)).toMatchObject({
			columns: ["level", "names", "key"],
			rows: [
				[null, ["Port forwarding over SSH"], null],
				["high", ["Many failed sign-ins over SSH"], "high"],
				["medium", ["Sign-in over SSH from a new address"], "medium"],
			],
		});
	});

	test("GROUP BY puts equal lists and links together", () => {
		const query = `TABLE length(rows) AS n FROM "Detection Rules"
			FLATTEN file.outlinks AS to GROUP BY link(meta(to).path) AS to`;
		expect(ask(vault, query).rows).toEqual([
			["[[Shift log]]", 2],
			["[[T1021.004 - Remote Services - SSH]]", 1],
			["[[T1110 - Brute Force]]", 1],
		]);
		const pairs = ask(vault, "LIST length(rows) GROUP BY [1, 2] AS pair");
		expect(pairs.rows).toEqual([[[1, 2], vault.size]]);
	});

	test("FLATTEN gives a row for each element, none for an empty list, one for null", () => {
		const query = 'TABLE WITHOUT ID file.name, t FROM "Detection Rules" FLATTEN techniques AS t';
		expect(ask(vault, query).rows).toHaveLength(5);
		expect(ask(vault, 'LIST FROM "Detection Rules" FLATTEN list()').rows).toEqual([]);
		expect(ask(vault, 'LIST FROM "Detection Rules" FLATTEN none').rows).toHaveLength(3);
	});

	test("FLATTEN of the grouping takes the grouping back", () => {
		const query = 'TABLE key FROM "Detection Rules" GROUP BY level FLATTEN rows AS level';
		expect(ask(vault, query).columns?.[0]).toBe("File");
	});

	test("LIMIT counts from the end where it is negative", () => {
		expect(ask(vault, 'LIST FROM "Detection Rules" LIMIT -2').rows).toHaveLength(1);
		expect(ask(vault, "LIST LIMIT 1 + 1").rows).toHaveLength(2);
	});

	test("may be parted by comments", () => {
		const query = `// what there is
			LIST // rules
			FROM "Detection Rules" // all
			// the end`;
		expect(ask(vault, query).rows).toHaveLength(3);
	});
});

describe("fields", () => {
	test("are found by key and by canonical name, several values as a list", () => {
		const query = `TABLE WITHOUT ID rules-reviewed, row["Rules Reviewed"], mood, row["Mood"], shift-lead, score
			FROM "Notes" WHERE file.name != "Broken" SORT file.name`;
		expect(ask(vault, query).rows).toEqual([
			[null, null, null, null, null, [0.5, 1.5]],
			[3, 3, "tired", "calm", "Robin", null],
		]);
	});

	test("of any form have values of any type", () => {
		const query = `TABLE WITHOUT ID handled, quiet, alerts, window, budget, host, code, handed, source, plain, priority
			FROM "Notes/Shift log"`;
		expect(ask(vault, query).rows).toEqual([
			[
				["[[Many failed sign-ins over SSH]]", "[[Nowhere]]"],
				'{"days":1,"hours":3}',
				12,
				'{"days":30}',
				'{"hours":2}',
				"db1",
				"is read too, [[Not a link]] #not-a-tag",
				"over",
				"proxy log",
				"item",
				null,
			],
		]);
	});

	test("of the file are there without being written", () => {
		const query = `TABLE WITHOUT ID file.name, file.folder, file.path, file.ext, file.link, file.etags, file.tags,
			file.aliases, file.outlinks, file.inlinks, file.starred, file.frontmatter.budget, length(file.lists), length(file.tasks)
			FROM "Notes/Shift log"`;
		expect(ask(vault, query).rows).toEqual([
			[
				"Shift log",
				"Notes",
				"Notes/Shift log.md",
				"md",
				"[[Shift log]]",
				["#tuning", "#urgent", "#log", "#Detections/review"],
				["#tuning", "#urgent", "#log", "#Detections/review", "#Detections"],
				[],
				["[[Many failed sign-ins over SSH|Many failed sign-ins over SSH]]", "[[Nowhere|Nowhere]]"],
				["[[Many failed sign-ins over SSH]]", "[[Port forwarding over SSH]]", "[[Broken]]"],
				false,
				"2 hours",
				6,
				3,
			],
		]);
	});

	test("of a note behind a link, and of this note", () => {
		const origin = "Techniques/T1021.004 - Remote Services - SSH.md";
		expect(ask(vault, "= [[Shift log]].shift-lead").value).toBe("Robin");
		expect(ask(vault, "= this.name + this.file.ext", origin).value).toBe("SSHmd");
		expect(ask(vault, "= this.name").value).toBeNull();
		expect(
			ask(vault, 'LIST FROM "Detection Rules" WHERE contains(techniques, this.attack_id)', origin)
				.rows,
		).toHaveLength(3);
	});

	test("of an object named row are the row's own", () => {
		expect(ask(vault, 'LIST WITHOUT ID row["file"].name FROM "Notes/Broken"').rows).toEqual([
			["Broken"],
		]);
		expect(
			ask(vault, 'LIST WITHOUT ID row.this.file.name FROM "Notes/Broken"', "README.md").rows,
		).toEqual([["README"]]);
	});

	test("of a note whose front matter cannot be read are none, its text counts", () => {
		expect(
			ask(vault, 'TABLE WITHOUT ID level, file.tags, file.outlinks FROM "Notes/Broken"').rows,
		).toEqual([[null, ["#log"], ["[[Shift log|Shift log]]"]]]);
	});
});
