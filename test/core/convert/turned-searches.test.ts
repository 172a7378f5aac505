import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runBase } from "../../support/bases/run-base";
import { openFixture } from "../query/support/ask";
import { compileSearch } from "./support/naive-search";
import { convertText, listNotes, NOW, refusals, turnedText } from "./support/turn";

const index = openFixture();
const now = new Date(NOW);

function found(search: string): string[] {
	const isFound = compileSearch(search);
	const notes = index.notes().filter(({ record }) => isFound(record));
	return notes.map(({ path }) => path).sort();
}

function expectSameRows(search: string): void {
	const conversion = convertText("query", search);
	const expected = found(search);
	expect(listNotes(index, turnedText(conversion, "detection-vault"))).toEqual(expected);
	expect(runBase(turnedText(conversion, "base"), index.notes(), now)).toEqual(expected);
}

describe("a search becomes a table", () => {
	test("of rules with the columns that the reference vault's tables have", () => {
		expect(
			turnedText(convertText("query", "tag: detection_rule\ntag: T1021_004"), "detection-vault"),
		).toBe(
			[
				"TABLE WITHOUT ID",
				'file.link AS "Name",',
				'status AS "Status",',
				'level AS "Level",',
				'logsrc_product AS "Log Source Product"',
				"FROM #detection_rule AND #T1021_004",
				"SORT file.name",
			].join("\n"),
		);
	});

	test("of runbooks with theirs, and of anything else with the name", () => {
		const columns = (search: string): string | undefined =>
			turnedText(convertText("query", search), "detection-vault").split("\n")[1];
		expect(columns("tag:#atomic_test tag:T1021_004")).toBe('filename AS "Name"');
		expect(columns("tag:#other")).toBe('file.link AS "Name"');
		expect(columns("-tag:detection_rule")).toBe('file.link AS "Name"');
	});

	test.each([
		"tag: detection_rule\ntag: T1021_004",
		"tag:#atomic_test",
		"tag:DETECTION_RULE -tag:#T1110",
		"tag:detection_rule (tag:T1110 OR tag:T1021_004)",
		"tag:T1110 OR tag:atomic_test path:runbook",
		'path:"Detection Rules/Splunk"',
		"file:ssh -file:runbook",
		"file:.md",
		"file:md",
		"[status]",
		"[level:high] OR [level:medium]",
		'[title:"SSH"] -[vendor:splunk]',
		"-(tag:detection_rule OR tag:techniques) path:notes",
		"tag:no_such_tag",
	])("with the rows of the search: %s", expectSameRows);

	test("with the rows of the search, whatever it is put together of", () => {
		const term = fc.constantFrom(
			...[
				"tag:detection_rule",
				"tag: T1110",
				"tag:#techniques",
				"path:rules",
				'path:"Testing Runbooks"',
			],
			...["file:ssh", "file:t1", "[level]", "[level:high]", "[techniques:T1021]", "[attack_id]"],
		);
		const { search } = fc.letrec<{ search: string }>((tie) => ({
			search: fc.oneof(
				{ depthSize: "small" },
				term,
				fc.tuple(tie("search"), tie("search")).map(([a, b]) => `${a} ${b}`),
				fc.tuple(tie("search"), tie("search")).map(([a, b]) => `(${a} OR ${b})`),
				tie("search").map((inner) => `-(${inner})`),
			),
		}));
		fc.assert(fc.property(search, expectSameRows), { numRuns: 150 });
	});

	test("that lists notes only, and says so where the search finds more", () => {
		const remarks = (search: string): readonly string[] => {
			const { base } = convertText("query", search).to;
			return base.ok ? base.remarks : [];
		};
		expect(remarks("path:images")).toEqual(["notes-only"]);
		expect(remarks("tag:a OR file:x")).toEqual(["notes-only"]);
		expect(remarks("tag:a file:x")).toEqual([]);
	});
});

describe("what no table can ask for is named", () => {
	test.each([
		["mimikatz", ["text-search: mimikatz"]],
		['tag:a "two words"', ['text-search: "two words"']],
		["line:(a b) tag:x", ["search-operator: line:(a b)"]],
		[
			"section:(x) OR task-todo:call",
			["search-operator: section:(x)", "search-operator: task-todo:call"],
		],
		["/\\d{4}/ path:/a b/", ["regular-expression: /\\d{4}/", "regular-expression: /a b/"]],
		["[rank:<5] [x:null]", ["property-comparison: [rank:<5]", "property-comparison: [x:null]"]],
		["tag:a.b", ["no-tag: tag:a.b"]],
		["", ["empty: "]],
		["(tag:a", ["unfinished: (tag:a"]],
		["tag:a)", ["unfinished: )"]],
		["tag:", ["unfinished: tag:"]],
		["tag:a OR", ["unfinished: OR"]],
		['path:"x', ['unfinished: "x']],
	])("%s", (search, expected) => {
		const conversion = convertText("query", search);
		expect(refusals(conversion, "detection-vault")).toEqual(expected);
		expect(refusals(conversion, "base")).toEqual(expected);
	});

	test("and no text makes the reader throw", () => {
		const piece = fc.constantFrom(
			"tag:",
			"(",
			")",
			"-",
			"OR",
			'"',
			"[",
			"]",
			":",
			"/",
			"\\",
			"a",
			" ",
			"\n",
			"path:",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				convertText("query", pieces.join("").replaceAll("~~~~", ""));
			}),
		);
	});
});
