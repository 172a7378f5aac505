import { describe, expect, test } from "vitest";
import type { Json } from "../../../../src/core/query/encode-value";
import { ask } from "../support/ask";
import { vaultOf } from "../support/small-vault";

const index = vaultOf({
	"A.md":
		"---\nn: 3\nmix: 1\nlist: [x, y]\ntags: [red, Blue/Deep]\naliases: [Ay, 'Ah, ha']\n---\n#green [[B]] ![[C|see]] [[B#Part]]",
	"B.md":
		"---\nn: 1\nmix: text\nlist: z\ntag: red, blue\nalias: Bee, Bo\n---\n[[Missing]]\n\n- [ ] one [p:: 2]\n\t- [x] two\n- plain [[A]]",
	"C.md": "---\nn: 2\nmix: true\nlist: []\ndate: 2024-01-02\n---\n",
	"F/D 2023-05-06.md": "---\nmix: [2, 1]\nlist:\nwhere: here\nReview Date: 2024-01-01\n---\n[[A]]",
	"F/G/E.md": "mix:: 2024-01-01\nday:: later\n#redder",
});

const rows = (
	query: string,
	origin: string | null = null,
): readonly Json[] | string | undefined => {
	const answer = ask(index, query, origin);
	return answer.error?.kind ?? answer.rows;
};
const names = (query: string, origin: string | null = null): Json => {
	const found =
		ask(index, `LIST WITHOUT ID substring(file.name, 0, 1) ${query}`, origin).rows ?? [];
	return found
		.flat()
		.map((name) => (typeof name === "string" ? name : "?"))
		.join("");
};

describe("sources", () => {
	test.each<[from: string, names: string]>([
		["", "ABCDE"],
		['FROM ""', "ABCDE"],
		['FROM "F"', "DE"],
		['FROM "F/"', ""],
		['FROM "f"', ""],
		['FROM "F/G"', "E"],
		['FROM "A"', "A"],
		['FROM "A.md"', "A"],
		['FROM "F/G/E"', "E"],
		["FROM #red", "AB"],
		["FROM #RED", "AB"],
		["FROM #blue", "AB"],
		["FROM #blue/deep", "A"],
		["FROM #blue/", ""],
		["FROM #re", ""],
		["FROM #green", "A"],
		["FROM -#red", "CDE"],
		["FROM !#red", "CDE"],
		["FROM - #red", "parse"],
		["FROM --#red", "AB"],
		['FROM #red and -"A"', "B"],
		['FROM #red AND ("A" OR "B")', "AB"],
		['FROM "C" or "A" and #red', "A"],
		['FROM "C"|"A"&#red', "A"],
		['FROM "C" or ("A" and #red)', "AC"],
		['FROM ( "C" )', "C"],
		['FROM -("C" or #red)', "DE"],
		["FROM [[A]]", "BD"],
		["FROM [[A.md]]", "BD"],
		["FROM [[a]]", "BD"],
		["FROM [[A#x|y]]", "BD"],
		["FROM [[Missing]]", "B"],
		["FROM [[Nowhere]]", ""],
		["FROM outgoing([[A]])", "BC"],
		["FROM outgoing( [[A]])", "BC"],
		["FROM outgoing([[A]] )", "parse"],
		["FROM Outgoing([[A]])", "parse"],
		["FROM outgoing([[C]])", ""],
		["from#red", "parse"],
		["FROM\n#red", "AB"],
		['FROM "F" FROM "F"', "execution"],
		["FROM", "parse"],
		["FROM red", "parse"],
		['FROM "F" and', "parse"],
	])("%s", (from, expected) => {
		const found = rows(`LIST WITHOUT ID file.name ${from}`);
		expect(typeof found === "string" ? found : names(from)).toBe(expected);
	});

	test.each<[from: string, origin: string, names: string]>([
		["FROM [[]]", "A.md", "BD"],
		["FROM [[#x]]", "A.md", "BD"],
		["FROM outgoing([[]])", "A.md", "BC"],
		['FROM -"A" AND [[]]', "A.md", "BD"],
		["WHERE this.file.name = file.name", "B.md", "B"],
		["WHERE contains(this.file.outlinks, file.link)", "A.md", "BC"],
		["WHERE n > this.n", "B.md", "AC"],
	])("%s in %s", (from, origin, expected) => {
		expect(names(from, origin)).toBe(expected);
	});
});

describe("clauses", () => {
	test.each<[clauses: string, names: string]>([
		["WHERE n", "ABC"],
		["WHERE !n", "DE"],
		["WHERE n > 1", "AC"],
		["WHERE n >= 1 AND n < 3", "BC"],
		["WHERE n < 2", "BDE"],
		["WHERE n WHERE n > 1", "AC"],
		["where n Where n > 1", "AC"],
		["WHERE list", "AB"],
		["WHERE length(list) = 0", "CDE"],
		['WHERE row["where"]', "D"],
		['WHERE row.where = "here"', "D"],
		["WHERE review-date", "D"],
		["WHERE Review-Date", ""],
		['WHERE row["Review Date"].year = 2024', "D"],
		["SORT n", "DEBCA"],
		["SORT n DESC", "ACBDE"],
		["SORT n descending", "ACBDE"],
		["SORT n Ascending", "DEBCA"],
		["SORT file.folder DESC, n asc", "EDBCA"],
		["SORT mix", "DCEAB"],
		["SORT mix DESC", "BAECD"],
		["SORT typeof(mix), n", "DCEAB"],
		["SORT n SORT file.folder", "BCADE"],
		["SORT n, LIMIT 2", "parse"],
		["SORT", "parse"],
		["SORT n DESCC", "parse"],
		["LIMIT 2", "AB"],
		["LIMIT 2.9", "AB"],
		["LIMIT 1 + 1", "AB"],
		["LIMIT 0", ""],
		["LIMIT -2", "ABC"],
		["LIMIT length([1, 2])", "AB"],
		["LIMIT 99", "ABCDE"],
		["LIMIT n", "execution"],
		['LIMIT "2"', "execution"],
		["LIMIT null", "execution"],
		["LIMIT 3 LIMIT 2", "AB"],
		["LIMIT 3 SORT n LIMIT 1", "B"],
		["LIMIT 2 WHERE n < 2", "B"],
		["FLATTEN list", "AABDE"],
		["FLATTEN 5", "ABCDE"],
		["FLATTEN [1, 2] AS x LIMIT 3", "AAB"],
		['FLATTEN list WHERE list = "y"', "A"],
		['FLATTEN list AS l WHERE l = "z"', "B"],
		['FLATTEN list AS "an l" WHERE row["an l"] = "z"', "B"],
		["FLATTEN mix FLATTEN mix", "ABCDDE"],
		['FLATTEN [[1, 2], [3]] AS pair FLATTEN pair WHERE file.name = "A"', "AAA"],
		["WHERE n // all of them\n// and a line\nSORT n", "BCA"],
		["// first\nWHERE n", "ABC"],
		["WHERE n //", "ABC"],
		["WHERE //x\nn", "parse"],
		['WHERE file.name = "A"SORT n', "A"],
		["WHERE\n\n\tn\n>\n1", "AC"],
		["WHERE", "parse"],
		["GROUP BY", "parse"],
		["GROUP  BY n", "parse"],
		["GROUPBY n", "parse"],
		["FLATTEN", "parse"],
		["WHERE n,", "parse"],
		["WHERE nosuch()", "execution"],
		["WHERE n + 1 > 2", "AC"],
		["WHERE typo = 1 OR n = 1", "B"],
		['WHERE contains(file.tags, "#blue")', "B"],
		['WHERE contains(file.tags, "#Blue")', "A"],
		['WHERE contains(file.etags, "#Blue")', "A"],
		['WHERE econtains(file.etags, "#Blue")', ""],
		['WHERE contains(file, "day")', "CD"],
		["WHERE file.day", "CD"],
		["WHERE file.link = [[A]]", "A"],
		['WHERE file.folder = ""', "ABC"],
		["WHERE contains(file.inlinks, [[B]])", "A"],
		['WHERE regexmatch("[A-C]", file.name)', "ABC"],
		["WHERE any(file.tasks, (t) => t.completed)", "B"],
		["WHERE date(2024-01-02) = file.day", "C"],
		["WHERE mix = date(2024-01-01)", "E"],
		['WHERE file.ext = "md" AND file.starred', ""],
	])("%s", (clauses, expected) => {
		const found = rows(`LIST WITHOUT ID file.name ${clauses}`);
		expect(typeof found === "string" ? found : names(clauses)).toBe(expected);
	});
});

describe("what queries show", () => {
	test.each<
		[query: string, columns: readonly string[] | undefined, rows: readonly Json[] | string]
	>([
		['TABLE n FROM "A"', ["File", "n"], [["[[A]]", 3]]],
		['TABLE FROM "A"', ["File"], [["[[A]]"]]],
		['TABLE WITHOUT ID FROM "A"', [], [[]]],
		['TABLE   without\n id n FROM "A"', ["n"], [[3]]],
		['TABLE n AS N, n as "the n" FROM "A"', ["File", "N", "the n"], [["[[A]]", 3, 3]]],
		['TABLE n+1, upper( "a" ) FROM "A"', ["File", "n+1", 'upper( "a" )'], [["[[A]]", 4, "A"]]],
		['TABLE n +\n  1 FROM "A"', ["File", "n +1"], [["[[A]]", 4]]],
		['TABLE n AS x, 5 AS x FROM "A"', ["File", "x", "x"], [["[[A]]", 5, 5]]],
		['TABLE n, FROM "A"', undefined, "parse"],
		['TABLE n AS FROM "A"', undefined, "parse"],
		['TABLE n AS "N" m FROM "A"', undefined, "parse"],
		['TABLE n as🎯 FROM "A"', undefined, "parse"],
		['TABLE n AS 🎯 FROM "A"', ["File", "🎯"], [["[[A]]", 3]]],
		['LIST FROM "A"', ["id"], [["[[A]]"]]],
		['LIST n FROM "A"', ["id", "value"], [["[[A]]", 3]]],
		['LIST WITHOUT ID n FROM "A"', ["value"], [[3]]],
		['LIST n AS x FROM "A"', undefined, "parse"],
		['LIST n, mix FROM "A"', undefined, "parse"],
		['list\n"x"\nfrom "A"', ["id", "value"], [["[[A]]", "x"]]],
		["LISTn", undefined, "parse"],
		["GRAPH n", undefined, "parse"],
		["", undefined, "parse"],
		[
			"TABLE length(rows) AS c WHERE n GROUP BY n > 1 AS big",
			["big", "c"],
			[
				[false, 1],
				[true, 2],
			],
		],
		["LIST rows.file.name WHERE n GROUP BY file.folder", ["id", "value"], [["", ["A", "B", "C"]]]],
		[
			"LIST rows.n WHERE n GROUP BY n > 1",
			["id", "value"],
			[
				[false, [1]],
				[true, [3, 2]],
			],
		],
		[
			"LIST key WHERE n GROUP BY n > 1 AS big",
			["id", "value"],
			[
				[false, false],
				[true, true],
			],
		],
		["TABLE WITHOUT ID key, n WHERE n GROUP BY n LIMIT 1", ["key", "n"], [[1, 1]]],
		[
			"TABLE WITHOUT ID typeof(key) GROUP BY mix",
			["typeof(key)"],
			[["array"], ["boolean"], ["date"], ["number"], ["string"]],
		],
		["LIST length(rows) GROUP BY null", ["id", "value"], [[null, 5]]],
		["TABLE rows.key GROUP BY n > 1 AS a GROUP BY 1 AS b", ["b", "rows.key"], [[1, [false, true]]]],
		[
			"TABLE WITHOUT ID rows.file.name WHERE n GROUP BY n > 1 AS big FLATTEN rows",
			["rows.file.name"],
			[["B"], ["A"], ["C"]],
		],
		[
			"TABLE x WHERE n GROUP BY n > 1 AS big FLATTEN [1, 2] AS x",
			["big", "x"],
			[
				[false, 1],
				[false, 2],
				[true, 1],
				[true, 2],
			],
		],
		[
			"TABLE big WHERE n GROUP BY n > 1 AS big FLATTEN big",
			["File", "big"],
			[
				[false, false],
				[true, true],
			],
		],
		[
			"LIST n + 1",
			["id", "value"],
			[
				["[[A]]", 4],
				["[[B]]", 2],
				["[[C]]", 3],
			],
		],
		['LIST n + 1 FROM "F"', undefined, "execution"],
		['CALENDAR file.day FROM "C"', ["date", "link"], [["2024-01-02", "[[C]]"]]],
		['CALENDAR date AS d FROM "C"', ["date", "link"], [["2024-01-02", "[[C]]"]]],
		['CALENDAR n FROM "A"', ["date", "link"], [[3, "[[A]]"]]],
		["CALENDAR", undefined, "parse"],
		["CALENDAR file.day, n", undefined, "parse"],
	])("%s", (query, columns, expected) => {
		const answer = ask(index, query);
		expect(answer.error?.kind ?? answer.rows).toEqual(expected);
		expect(answer.columns).toEqual(columns);
	});

	test.each<[expression: string, origin: string, value: Json]>([
		["this.file.tags", "A.md", ["#green", "#red", "#Blue/Deep", "#Blue"]],
		["this.file.etags", "A.md", ["#green", "#red", "#Blue/Deep"]],
		["this.file.tags", "B.md", ["#red", "#blue"]],
		["this.file.aliases", "A.md", ["Ay", "Ah, ha"]],
		["this.file.aliases", "B.md", ["Bee", "Bo"]],
		["this.file.outlinks", "A.md", ["[[B|B]]", "[[B#Part|B > Part]]", "![[C|see]]"]],
		["this.file.inlinks", "A.md", ["[[B]]", "[[D 2023-05-06]]"]],
		["this.file.name", "F/D 2023-05-06.md", "D 2023-05-06"],
		["this.file.folder", "F/G/E.md", "F/G"],
		["this.file.folder", "A.md", ""],
		["this.file.path", "F/G/E.md", "F/G/E.md"],
		["this.file.ext", "A.md", "md"],
		["this.file.day", "F/D 2023-05-06.md", "2023-05-06"],
		["this.file.day", "C.md", "2024-01-02"],
		["this.file.day", "F/G/E.md", null],
		["this.file.link", "A.md", "[[A]]"],
		["this.file.lists.text", "B.md", ["one [p:: 2]", "two", "plain [[A]]"]],
		["this.file.tasks.text", "B.md", ["one [p:: 2]", "two"]],
		["this.file.tasks.p", "B.md", [2, null]],
		["this.file.tasks.position.start.line", "B.md", [9, 10]],
		["this.file.tasks[1].position.end.line", "B.md", 10],
		["this.file.tasks.children.text", "B.md", [["two"], []]],
		["this.file.tasks.parent", "B.md", [null, 9]],
		["this.file.tasks.fullyCompleted", "B.md", [false, true]],
		["this.file.lists[2].outlinks", "B.md", ["[[A|A]]"]],
		["this.file.frontmatter.date", "C.md", "2024-01-02"],
		["typeof(this.file.frontmatter.date)", "C.md", "string"],
		["typeof(this.date)", "C.md", "date"],
		["this.list", "F/D 2023-05-06.md", null],
		["this.nothing", "A.md", null],
		["this.where", "F/D 2023-05-06.md", "here"],
		["[[A]].n", "B.md", 3],
		["[[A]].list[0]", "B.md", "x"],
		["[[A]].file.outlinks.n", "C.md", [1, 1, 2]],
		["[[B]].file.tasks.text[0]", "C.md", "one [p:: 2]"],
		["[[Missing]].n", "A.md", null],
		['link("B")', "A.md", "[[B]]"],
		['meta(link("B")).path', "A.md", "B.md"],
		["meta([[B]]).path", "A.md", "B"],
		['link("B") = [[B]]', "A.md", true],
		["date([[D 2023-05-06]])", "A.md", "2023-05-06"],
		["length(this.file.outlinks)", "A.md", 3],
		["sum([[A]].file.outlinks.n)", "A.md", 4],
		["n", "A.md", null],
		["file.name", "A.md", null],
	])("= %s in %s", (expression, origin, value) => {
		expect(ask(index, `= ${expression}`, origin).value).toEqual(value);
	});
});

describe("tasks", () => {
	const texts = (query: string): Json => {
		const answer = ask(index, query);
		if (answer.error !== undefined) return answer.error.kind;
		return (answer.rows ?? []).map((row) => textOf(row));
	};
	const textOf = (row: Json): Json => {
		const table = row as Readonly<Record<string, Json>>;
		if ("rows" in table)
			return [table["key"] ?? null, (table["rows"] as readonly Json[]).map(textOf)];
		return (table["$item"] as Readonly<Record<string, Json>>)["text"] ?? null;
	};

	test.each<[query: string, texts: Json]>([
		["TASK", ["one [p:: 2]", "two"]],
		["TASK WHERE completed", ["two"]],
		["TASK WHERE !completed", ["one [p:: 2]"]],
		["TASK WHERE p", ["one [p:: 2]"]],
		["TASK WHERE n = 1", ["one [p:: 2]", "two"]],
		["TASK WHERE parent", ["two"]],
		['TASK WHERE file.name = "B" AND status = "x"', ["two"]],
		["TASK SORT text DESC", ["two", "one [p:: 2]"]],
		["TASK SORT position.start.line DESC", ["two", "one [p:: 2]"]],
		["TASK LIMIT 1", ["one [p:: 2]"]],
		[
			"TASK GROUP BY completed",
			[
				[false, ["one [p:: 2]"]],
				[true, ["two"]],
			],
		],
		["TASK GROUP BY file.link", [["[[B]]", ["one [p:: 2]", "two"]]]],
		[
			"TASK GROUP BY completed GROUP BY 1",
			[
				[
					1,
					[
						[false, ["one [p:: 2]"]],
						[true, ["two"]],
					],
				],
			],
		],
		["TASK FLATTEN [1, 2] AS x WHERE completed", ["two", "two"]],
		["TASK FROM #green", []],
		["TASK text", "parse"],
		["TASK WITHOUT ID", "parse"],
		["task\nwhere completed", ["two"]],
	])("%s", (query, expected) => {
		expect(texts(query)).toEqual(expected);
	});
});
