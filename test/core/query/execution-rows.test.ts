import { describe, expect, it } from "vitest";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { runQuery } from "../../../src/core/query/run-query";
import { askRecords, openNotes } from "./support/records-vault";

const techniques = createTechniqueResolver({
	...EMPTY_ATTACK_DATA,
	techniques: [
		{
			...{ id: "T1021.004", name: "SSH", parent: "T1021", parentName: "Remote Services" },
			...{ domain: "enterprise", tactics: ["lateral-movement"] },
		},
	],
	retired: [{ id: "T1184", name: "SSH hijacking", successor: "T1021.004", url: null }],
});

const run = (id: string, technique: string): string =>
	`---\nlog_id: ${id}\ntechnique: ${technique}\ntags: [atomic_execution]\n---\n`;

const vault = openNotes({
	"Runs/A.md": run("a", "T1184"),
	"Runs/B.md": run("b", "[T1021.004, T1184, T9999]"),
	"Notes/C.md": "---\ntechnique: T1184\ntags: [lab]\n---\n",
});

describe("a query for executions", () => {
	const rowsOf = (query: string, known = techniques): unknown =>
		askRecords(vault, query, known).rows;

	it("shows the technique in use today, and the noted one beside it", () => {
		expect(rowsOf("TABLE WITHOUT ID technique, noted_technique FROM executions")).toEqual([
			["T1021.004", "T1184"],
			[
				["T1021.004", "T9999"],
				["T1021.004", "T1184", "T9999"],
			],
		]);
		expect(
			rowsOf('TABLE WITHOUT ID file.name FROM executions WHERE technique = "T1021.004"'),
		).toEqual([["A"]]);
	});

	it("leaves other notes beside the runs, and other queries, as they are", () => {
		const query = 'TABLE WITHOUT ID technique FROM executions or #lab WHERE technique = "T1184"';
		expect(rowsOf(query)).toEqual([["T1184"]]);
		expect(rowsOf('TABLE WITHOUT ID technique FROM "Runs/A"')).toEqual([["T1184"]]);
	});

	it("has no column of a technique that is edited as if it were the note's", () => {
		const query = "TABLE WITHOUT ID technique, noted_technique, host FROM executions";
		expect(runQuery(vault.index, query, { origin: null, now: 0 })).toMatchObject({
			editable: [null, null, "host"],
		});
	});
});
