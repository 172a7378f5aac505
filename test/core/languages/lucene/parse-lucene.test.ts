import { describe, expect, test } from "vitest";
import { parseLucene } from "../../../../src/core/languages/lucene/parse-lucene";
import { conditionOf, isFull, NO_CONTEXT, showPredicates } from "../query-building";

const show = (text: string): readonly string[] => {
	const parsed = parseLucene(text, NO_CONTEXT);
	expect(parsed.problems).toEqual([]);
	expect(isFull(parsed)).toBe(true);
	return showPredicates(parsed);
};

describe("terms", () => {
	test.each([
		["status:active", ['status eq "active"']],
		["status : active", ['status eq "active"']],
		['author:"John Smith"', ['author eq "John Smith"']],
		["code:4624 AND ok:true", ["code eq 4624", "ok eq true"]],
		["quick brown", ['* match "quick"', '* match "brown"']],
		['"quick brown"', ['* match "quick brown"']],
		["_exists_:title", ["title exists"]],
		["_missing_:title", ["title is_null"]],
		["title:*", ["title exists"]],
		["book.\\*:x", ['book.* eq "x"']],
		["first\\ name:Alice", ['first name eq "Alice"']],
		["url:http\\:\\/\\/x.y", ['url eq "http://x.y"']],
		["path:C\\:\\\\Temp\\\\*", ['path starts_with "C:\\\\Temp\\\\"']],
		["letter:\\u0041", ['letter eq "A"']],
		["host:a-b.c+d/e", ['host eq "a-b.c+d/e"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test.each([
		["*:evil AND NOT *:x", ['* match "evil"', '!* match "x"']],
		['*:("a b" OR bad*)', ['* match "a b"', '* starts_with "bad"']],
	])("%s is looked for in all fields", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test.each(["*:*", "*", ""])("%j restricts nothing", (text) => {
		expect(conditionOf(parseLucene(text, NO_CONTEXT))).toEqual({ kind: "always" });
	});
});

describe("wildcards, expressions, loose comparisons", () => {
	test.each([
		["name:*.exe", ['name ends_with ".exe"']],
		["name:*secret*", ['name contains "secret"']],
		["name:qu?ck", ['name wildcard "qu?ck"']],
		["name:what\\?", ['name eq "what?"']],
		["ru*", ['* starts_with "ru"']],
		["name:/joh?n(ath[oa]n)/", ['name regex_match "joh?n(ath[oa]n)"']],
		["path:/.*\\/tmp\\/x/", ['path ends_with "/tmp/x"']],
		["/a[0-9]/", ['* regex_match "a[0-9]"']],
		["name:roam~ OR quikc~1", ['fuzzy(name) match "roam"', 'fuzzy() match "quikc"']],
		['text:"fox quick"~5', ['proximity(text) match "fox quick"']],
		[
			'name:quick^2 "foo bar"^0.5 a:(b c)^4',
			['name eq "quick"', '* match "foo bar"', 'a eq "b" "c"'],
		],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("ranges", () => {
	test.each([
		["n:[1 TO 5]", ["n ge 1", "n le 5"]],
		["n:{1 TO 5}", ["n gt 1", "n lt 5"]],
		["n:[10 TO *]", ["n ge 10"]],
		["n:{* TO 5]", ["n le 5"]],
		["n:[* TO *]", ["n exists"]],
		["d:[2026-01-01 TO now-1d/d}", ['d ge "2026-01-01"', 'd lt "now-1d/d"']],
		['name:["Ann A" TO Bob]', ['name ge "Ann A"', 'name le "Bob"']],
		["n:[-5 TO -1]", ["n ge -5", "n le -1"]],
		["n:>10 AND m:<=2.5", ["n gt 10", "m le 2.5"]],
		["age:(>=10 AND <20)", ["age ge 10", "age lt 20"]],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("operators", () => {
	test.each([
		["a:1 AND b:2", ["a eq 1", "b eq 2"]],
		["a:1 && !b:2", ["a eq 1", "!b eq 2"]],
		["a:1 AND NOT (b:2 OR c:3)", ["a eq 1", "!b eq 2", "!c eq 3"]],
		["NOT a:1", ["!a eq 1"]],
		["-a:1", ["!a eq 1"]],
		["a:(x OR y z)", ['a eq "x" "y" "z"']],
		["a:(x OR y*)", ['a eq "x"', 'a starts_with "y"']],
		["a:(+x -y)", ['a eq "x"', '!a eq "y"']],
		["a:(x AND b:2)", ['a eq "x"', "b eq 2"]],
		["a:1 || b:2", ["a eq 1", "b eq 2"]],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test("terms without an operator are alternatives", () => {
		expect(conditionOf(parseLucene("a:1 b:2", NO_CONTEXT)).kind).toBe("or");
	});

	test("what is optional beside something required restricts nothing, and is kept", () => {
		expect(conditionOf(parseLucene("a:1 +b:2 -c:3 d:4", NO_CONTEXT))).toMatchObject({
			kind: "and",
			parts: [
				{ kind: "at-least", count: 0, parts: [{}, {}] },
				{ kind: "predicate" },
				{ kind: "not" },
			],
		});
	});

	test("AND requires its neighbours alone, as the classic parser has it", () => {
		expect(conditionOf(parseLucene("a:1 AND b:2 OR c:3", NO_CONTEXT))).toMatchObject({
			kind: "and",
			parts: [{ kind: "predicate" }, { kind: "predicate" }, { kind: "at-least", count: 0 }],
		});
	});
});

describe("what breaks the syntax", () => {
	test("a colon in a value is reported and kept", () => {
		const parsed = parseLucene("url:http://x.y AND a:1", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['url eq "http://x.y"', "a eq 1"]);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", severity: "warning" }]);
	});

	test("a sign before a value is reported and kept", () => {
		const parsed = parseLucene("a:-5 AND b:-x^2 AND NOT c:-1", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["a eq -5", 'b eq "-x"', "!c eq -1"]);
		expect(parsed.problems.map(({ severity }) => severity)).toEqual(Array(3).fill("warning"));
	});

	test("an operator in lower case is a term, which is reported", () => {
		const parsed = parseLucene("a:(x or y)", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['a eq "x" "or" "y"']);
		expect(parsed.problems).toHaveLength(1);
	});

	test("an operator is no value: what is missing behind a field is reported", () => {
		const parsed = parseLucene("a: AND b:2 OR c:(d: OR e)", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["b eq 2", 'c eq "e"']);
		expect(parsed.problems.map(({ span }) => span.start)).toEqual([3, 20]);
	});

	test.each([
		["a:(x OR y", ['a eq "x" "y"']],
		["a:1) AND b:2", ["a eq 1", "b eq 2"]],
		["a:1 AND", ["a eq 1"]],
		["a:[1 TO", ["a ge 1"]],
		["AND a:1", ["a eq 1"]],
		["a: ^ b:2", ["b eq 2"]],
		['a:"open', ['a eq "open"']],
	])("%s keeps what is understood", (text, expected) => {
		const parsed = parseLucene(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(expected);
		expect(parsed.problems.length).toBeGreaterThan(0);
	});
});
