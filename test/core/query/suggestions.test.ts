import { describe, expect, test } from "vitest";
import { ask, openFixture } from "./support/ask";
import { askRecords, NOTES, openNotes } from "./support/records-vault";

const vault = openFixture();
const records = openNotes(NOTES);

describe("a misspelt word of the language", () => {
	test.each([
		['LIST FORM "a"', 11, 'did you mean FROM for "FORM"?'],
		["TABLE a WHER b", 9, "did you mean WHERE?"],
		["LIST WERE a = 1", 11, 'did you mean WHERE for "WERE"?'],
		["TABLE a FROM #b GROUP c", 17, "did you mean GROUP BY?"],
		["TABLE a FROM #b GROUP  BY c", 17, "one blank"],
		["TABLE a FROM #b ORDER BY c", 17, "did you mean SORT?"],
		["TABLE a FROM #b LIMT 3", 17, "did you mean LIMIT?"],
		["SELECT a", 1, "did you mean TABLE?"],
		["TABEL a", 1, "did you mean TABLE?"],
		["TABLE WITHOUTID a", 17, 'did you mean WITHOUT ID for "WITHOUTID"?'],
		["LIST FROM predicate", 11, "did you mean predicates?"],
		["LIST FROM Tests", 11, 'did you mean tests, or the folder "Tests"?'],
		["LIST SORT file.name", 11, 'put FROM "" before it'],
	])("%j: column %i, %s", (query, column, message) => {
		const { error } = ask(vault, query);
		expect(error).toMatchObject({ kind: "parse", line: 1, column });
		expect(error?.message).toContain(message);
	});

	test.each(["TABLE a b", "LIST FROM #a WHERE", "TABLE a, FROM #b"])("%j is near none", (query) => {
		expect(ask(vault, query).error?.message).not.toContain("did you mean");
	});
});

describe("a hint", () => {
	test.each([
		[
			'LIST FROM "Detection Rules" WHERE statsu = "x"',
			1,
			35,
			'no row has a field "statsu"; did you mean status?',
		],
		['TABLE levle\nFROM "Detection Rules"', 1, 7, "did you mean level?"],
		['TABLE Rule-ID FROM "Detection Rules"', 1, 7, "did you mean rule_id?"],
		[
			'LIST FROM "Detection Rules" SORT file.nmae',
			1,
			34,
			'no row has a field "file.nmae"; did you mean file.name?',
		],
		['TABLE row["leevl"] FROM "Detection Rules"', 1, 7, "did you mean level?"],
		['LIST filter(tags, (t) => t = staus) FROM "Detection Rules"', 1, 30, "did you mean status?"],
		[
			"LIST FROM #detections/reveiw",
			1,
			11,
			"no note has the tag #detections/reveiw; did you mean #detections/review?",
		],
		['LIST FROM "Detection rules/Sigma"', 1, 11, 'did you mean "Detection Rules/Sigma"?'],
		[
			'LIST FROM "Techniques/"',
			1,
			11,
			'there is no folder or note "Techniques/"; did you mean "Techniques"?',
		],
	])("%j", (query, line, column, message) => {
		const { hints, rows } = ask(vault, query);
		expect(rows).toBeDefined();
		expect(hints).toMatchObject([{ line, column }]);
		expect(hints?.[0]?.message).toContain(message);
	});

	test("names a field of records too", () => {
		expect(askRecords(records, "LIST canonicl FROM predicates").hints).toMatchObject([
			{ message: 'no row has a field "canonicl"; did you mean canonical?' },
		]);
	});

	test.each([
		// Some row has it, null as it may be.
		'TABLE level FROM "Detection Rules/Splunk"',
		// Nothing is near.
		'TABLE zebra FROM "Detection Rules"',
		// Made by the query itself.
		'TABLE leve FROM "Detection Rules" FLATTEN level AS leve',
		"TABLE key, rows.level, statuss GROUP BY status AS statuss",
		"LIST map(file.tags, (leve) => leve)",
		// Names of functions are told apart when they are called.
		'LIST FROM "Nowhere at all" WHERE lenght(a)',
		'TABLE this.level, level[levle] FROM "Techniques"',
	])("is not given for %s", (query) => {
		expect(ask(vault, query)).not.toHaveProperty("hints");
	});

	test("comes with an explained query as well", () => {
		expect(ask(vault, 'EXPLAIN LIST statsu FROM "Detection Rules"').hints).toMatchObject([
			{ line: 1, column: 14 },
		]);
	});
});
