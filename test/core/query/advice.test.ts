import { describe, expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { ask, openFixture } from "./support/ask";

const vault = openFixture();
const messageOf = (query: string): string | undefined => ask(vault, query).error?.message;
const hintsOf = (query: string): readonly string[] =>
	(ask(vault, query).hints ?? []).map(({ message }) => message);

describe("a text that is no query says what to write instead", () => {
	test.each([
		["LIST WHERE a = 'b'", 'use straight double quotes: "…"'],
		["LIST FROM “Notes”", 'use straight double quotes: "…"'],
		['TABLE a AS "Level', "this quote has no end"],
		['LIST WHERE a == "b"', "write one = to compare"],
		['LIST WHERE a <> "b"', 'write != for "is not"'],
		["LIST WHERE a && b", 'write "and", or a single &'],
		["LIST WHERE a || b", 'write "or", or a single |'],
		['LIST WHERE a is "b"', 'write = for "is"'],
		['LIST WHERE a in ["b"]', "write contains(list, value)"],
		['LIST WHERE a like "b%"', "write contains(field"],
		["LIST WHERE not a", 'write ! for "not"'],
		["LIST WHERE (a", "a ( is not closed"],
		["LIST a[0 FROM #b", "a [ is not closed"],
		["LIST WHERE a)", "no ( belongs to it"],
		['LIST contains(a "b")', "is a comma missing before it?"],
		["TABLE a b", "is a comma missing before it?"],
		["TABLE a, FROM #b", "leave out the last comma"],
		["LIST FROM #a SORT b,", "leave out the last comma"],
		["LIST FROM #a SORT BY b", "SORT stands without BY"],
		["LIST FROM #a SORT b DECS", "did you mean DESC?"],
		["LIST FROM #a GROUP BY b, c", "GROUP BY [a, b] AS both"],
		["LIST a, b FROM #c", "TABLE shows several"],
		["LIST FROM #a FLATTEN b AS c, d", "a FLATTEN of its own"],
		["LIST LIMIT 10, 20", "LIMIT takes one number"],
		["TABLE a AS One Two", 'AS "Level of rule"'],
		["TABLE COUNT(*)", "length(rows) counts the rows of a group"],
		["CALENDAR FROM #a", "CALENDAR file.day"],
		["TASK a", "TASK shows the tasks themselves"],
		["LIST map(a, x => x)", "a function is written (x) => x.name"],
		["LIST map(a, (x) -> x)", "a function is written (x) => x.name"],
		["LIST WHERE a => 9", 'write >= for "at least"'],
		["LIST WHERE a =< 9", 'write <= for "at most"'],
		["LIST WHERE a ≥ 9", "write >=, <= or !="],
		["LIST WHERE a between 1 and 5", "write a >= 1 and a <= 5"],
		["LIST WHERE a = 1 THEN b", "write choice(condition, then, else)"],
		["LIST WHERE a = [[Some Note]", "a link begins with [[ and ends with ]]"],
		["LIST DISTINCT a", "unique(list)"],
		["LIST LIMIT 10 OFFSET 5", "nothing passes rows over"],
		["LIST a -- why", "a comment starts with //"],
		["LIST a # why", "a comment starts with //"],
		["LIST FROM #a SORT b DSC", "did you mean DESC?"],
		["FROM #a LIST", "a query begins with what it shows"],
		["TABLE a AS FROM #b", "the name behind AS is missing"],
		['TABLE a AS "Level FROM "Notes"', "a quote before it has no end"],
		["LIST WHERE a > date(today) - 7 days", "a duration is written dur(7 days)"],
		["LIST dur(7 dys)", "did you mean days?"],
		["LIST dur(7 foos)", "the units are seconds, minutes"],
		["LIST -a", "write 0 - a"],
		["LIST WHERE contains(tags, #a)", 'a tag is a text here: "#a"'],
		["LIST WHERE a = /b.*/", "a regular expression is a text"],
		["LIST -- why", "a comment starts with //"],
		["```dataview\nLIST\n```", "leave out the fences"],
	])("%j: %s", (query, message) => {
		expect(messageOf(query)).toContain(message);
	});
});

describe("a source that cannot be read says what to write instead", () => {
	test.each([
		["LIST FROM My Notes WHERE a", 'did you mean the folder "My Notes"?'],
		["LIST FROM /My Notes/", 'did you mean the folder "My Notes"?'],
		["LIST FROM zebra", 'did you mean the folder "zebra", or the tag #zebra?'],
		["LIST FROM Rules", 'did you mean rules, or the folder "Rules"?'],
		["LIST FROM # a", "a tag has no blank behind its #"],
		["LIST FROM not #a", "-#tag"],
		["LIST FROM #a not #b", 'write "and -#tag"'],
		["LIST FROM #a, #b", 'sources are joined by "and" or "or"'],
		['LIST FROM #a "b"', 'sources are joined by "and" or "or"'],
		["LIST FROM [[a]", "a link ends with ]]"],
		["LIST FROM [a]", "a link is written [[Note]]"],
		['LIST FROM "Notes" OR FROM "Rules"', "FROM stands but once"],
		["LIST FROM outgoing [[a]]", "write outgoing([[Note]])"],
	])("%j: %s", (query, message) => {
		expect(messageOf(query)).toContain(message);
	});
});

describe("a call that cannot be made says how it is written", () => {
	test.each([
		["= if(1, 2, 3)", "here it is choice(condition, then, else)"],
		["= Contains([1], 1)", "did you mean contains()?"],
		['= "a".contains("b")', "contains(value), not value.contains()"],
		["= date(2024-1-1)", "a date such as date(2024-05-01)"],
		["= dateformat(date(today), yyyy-MM-dd)", "with the format in quotes"],
		["= dur(7)", "a number with its unit, such as dur(7 days)"],
		['= regexmatch("(", "a")', '"(" is no regular expression'],
		["= extract()", "extract() takes an object or a list"],
	])("%s: %s", (query, message) => {
		expect(messageOf(query)).toContain(message);
	});
});

describe("a word where a value may be meant is told", () => {
	test.each([
		["LIST WHERE level = urgent", 'a text stands in quotes: "urgent"'],
		["TASK WHERE completed = flase", "did you mean false?"],
		["LIST WHERE file.ctime > today", "did you mean date(today)?"],
		["LIST WHERE date(tody)", "did you mean date(today)?"],
		["LIST WHERE file.status", "did you mean status?"],
		["LIST WHERE file.nonsense", "file has none of that name"],
	])("%s: %s", (query, hint) => {
		expect(hintsOf(query).join("\n")).toContain(hint);
	});

	test.each(["LIST file.day", "LIST WHERE status = level", 'LIST FROM "Nowhere" WHERE a = b'])(
		"but not by %s",
		(query) => {
			expect(hintsOf(query)).toEqual([]);
		},
	);
});

describe("a field that groups do not have is told", () => {
	test.each([
		["TABLE status GROUP BY level", "has only key, level and rows; did you mean rows.status?"],
		["LIST file.link GROUP BY lower(level)", "has only key and rows; did you mean rows.file.link?"],
		["TASK GROUP BY file.link SORT due", "SORT before GROUP BY puts the rows in order"],
		["LIST GROUP BY level WHERE key = high", 'a text stands in quotes: "high"'],
		['LIST row["A b"] GROUP BY level', 'did you mean rows["A b"]?'],
	])("%s: %s", (query, hint) => {
		expect(hintsOf(query).join("\n")).toContain(hint);
	});

	test.each([
		"TABLE level, key, length(rows), rows.status, this.file.name GROUP BY level",
		"TABLE n, map(rows, (one) => one.status) GROUP BY level FLATTEN length(rows) AS n SORT n",
		"TABLE file.name GROUP BY level FLATTEN rows.file AS file",
		"TABLE g, length(rows) GROUP BY level AS l GROUP BY length(rows) AS g",
		"TASK SORT due GROUP BY file.link",
	])("but not by %s", (query) => {
		expect(hintsOf(query)).toEqual([]);
	});
});

describe("a list that is compared with one of its elements is told", () => {
	const lists = createVaultIndex();
	const text = '---\ntags: [book, "x"]\nwho: ["[[A]]"]\nn: [1]\n---\n- [ ] task #book\n';
	lists.put("A.md", text, { ctime: 0, mtime: 0, size: 0 });
	const hintOf = (query: string): string | undefined => ask(lists, query).hints?.[0]?.message;

	test.each([
		['LIST WHERE tags = "book"', 'did you mean contains(tags, "book")?'],
		['LIST WHERE file.name AND file.tags = "#book"', 'contains(file.tags, "#book")'],
		["LIST WHERE who = [[A]]", "contains(who, [[A]])"],
		['TASK WHERE tags = "#book"', 'contains(tags, "#book")'],
	])("%s: %s", (query, hint) => {
		expect(hintOf(query)).toContain(hint);
	});

	test.each(['LIST WHERE tags = "film"', "LIST WHERE n != 1", 'LIST WHERE contains(tags, "film")'])(
		"but not by %s",
		(query) => {
			expect(hintOf(query)).toBeUndefined();
		},
	);
});

test("takes a long text for no text without an end", () => {
	const long = "x".repeat(300);
	expect(messageOf(`TABLE a "${long}" FROM #b`)).not.toContain("no end");
	expect(messageOf(`TABLE a, "${long} FROM #b`)).toContain("this quote has no end");
});
