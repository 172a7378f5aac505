import { describe, expect, test } from "vitest";
import { parseEsql } from "../../../../src/core/languages/esql/parse-esql";
import { conditionOf, isFull, NO_CONTEXT, showPredicates } from "../query-building";
import { read, where } from "./read-esql";

describe("ES|QL conditions", () => {
	test.each([
		['event.action == "start"', 'event.action eq= "start"'],
		['EVENT.action != "start"', 'EVENT.action ne= "start"'],
		['event.action =~ "Start"', 'event.action eq~ "Start"'],
		["process.pid >= 100", "process.pid ge= 100"],
		["100 < process.pid", "process.pid gt= 100"],
		["x == -1.5e2", "x eq= -150"],
		["x == .5", "x eq= 0.5"],
		["x > 1. and y in (2., 3.e2)", "x gt= 1", "y in= 2 300"],
		["process.is_signed == true", "process.is_signed eq= true"],
		["process.is_signed", "process.is_signed eq= true"],
		["not process.is_signed", "!process.is_signed eq= true"],
		["user.name is null", "user.name is_null="],
		["user.name IS NOT NULL", "user.name exists="],
		["user.name == null", "user.name is_null="],
		["user.name != null", "user.name exists="],
		["user.name == user.target.name", 'user.name eq= {"ref":"user.target.name"}'],
		['"a" in (user.name, user.id)', 'user.name eq= "a"', 'user.id eq= "a"'],
		['user.name in ("a")', 'user.name in= "a"'],
		['user.name not in ("a", "b")', '!user.name in= "a" "b"'],
		['not user.name in ("a", "b")', '!user.name in= "a" "b"'],
		['message : "failed login"', 'message match "failed login"'],
		['message::string : "failed"', 'message match "failed"'],
		["`source`.`a b`.port == 1", "source.a b.port eq= 1"],
		["`a``b` == 1", "a`b eq= 1"],
		["source.as.number == 1", "source.as.number eq= 1"],
		["user.id == ?id", 'user.id eq= {"list":"?id"}'],
		["user.id == ?1", 'user.id eq= {"list":"?1"}'],
		["user.id in (?, ?)", 'user.id in= {"list":"?"} {"list":"?"}'],
		["??column == ?value", '??column eq= {"list":"?value"}'],
		["??part.name == 1 and user.??2 == 2", "??part.name eq= 1", "user.??2 eq= 2"],
		["?function(name) == 1", "?function(name) eq= 1"],
		["@timestamp > now() - 5 minutes", '@timestamp gt= {"ref":"now() - 5 minutes"}'],
		['@timestamp >= "2024-01-01"::datetime', '@timestamp ge= "2024-01-01"'],
		['source.ip == to_ip("10.0.0.1")', 'source.ip eq= "10.0.0.1"'],
		['source.ip::string == "10.0.0.1"', 'source.ip eq= "10.0.0.1"'],
	])("%s", (condition, ...expected) => {
		expect(where(condition)).toEqual(expected);
	});

	test.each([
		['name like "*cmd*"', 'name contains= "cmd"'],
		['name LIKE "cmd*"', 'name starts_with= "cmd"'],
		['name not like "*.exe"', '!name ends_with= ".exe"'],
		['name like "cmd"', 'name eq= "cmd"'],
		['name like "*"', "name exists="],
		['name like "c?d*"', 'name wildcard= "c?d*"'],
		['name like "100\\\\*"', 'name eq= "100*"'],
		['name like "C:\\\\\\\\Temp\\\\\\\\*"', 'name starts_with= "C:\\\\Temp\\\\"'],
		['name like """C:\\\\Temp\\\\*"""', 'name starts_with= "C:\\\\Temp\\\\"'],
		['name like ("a*", "b*")', 'name starts_with= "a" "b"'],
		['name not like ("a*", "*b")', '!name starts_with= "a"', '!name ends_with= "b"'],
		['name rlike ".*cmd.*"', 'name regex_match= ".*cmd.*"'],
		['name rlike """.*\\.exe"""', 'name regex_match= ".*\\\\.exe"'],
		['name rlike "c[a-z]d"', 'name regex_match= "c[a-z]d"'],
		['name not rlike ("a.*", "b+")', '!name regex_match= "a.*" "b+"'],
	])("patterns: %s", (condition, ...expected) => {
		expect(where(condition)).toEqual(expected);
	});

	test.each([
		['to_str(a) == "1" and to_ulong(b) > 5', 'a eq= "1"', "b gt= 5"],
		["to_dt(a) > now()", 'a gt= {"ref":"now()"}'],
		["(a == 1 or b == 2) == false", "!a eq= 1", "!b eq= 2"],
		['(a like "x*") != true and true == (b is null)', '!a starts_with= "x"', "b is_null="],
		["not (not a == 1) == true", "a eq= 1"],
	])("casts and truth values: %s", (condition, ...expected) => {
		expect(where(condition)).toEqual(expected);
	});

	test.each([
		['starts_with(name, "cmd")', 'name starts_with= "cmd"'],
		['NOT ends_with(name, ".exe")', '!name ends_with= ".exe"'],
		['contains(name, "x") == true', 'name contains= "x"'],
		['starts_with(name, "x") == false', '!name starts_with= "x"'],
		['to_lower(name) == "cmd.exe"', 'name eq~ "cmd.exe"'],
		['to_upper(name) like "*CMD*"', 'name contains~ "CMD"'],
		['starts_with(to_lower(name), "cmd")', 'name starts_with~ "cmd"'],
		["length(name) > 10", "length(name) gt= 10"],
		['substring(name, 1, 3) == "abc"', 'substring(name) eq= "abc"'],
		['date_extract("hour_of_day", @timestamp) > 20', "date_extract(@timestamp) gt= 20"],
		["length(a) - length(b) > 2", "[length(a) - length(b) gt= 2]"],
		['mv_first(user.name) == "a"', 'mv_first(user.name) eq= "a"'],
		['cidr_match(source.ip, "10.0.0.0/8", "::1")', 'source.ip cidr_match= "10.0.0.0/8" "::1"'],
		['match(message, "x", {"operator": "AND"})', 'message match "x"'],
		['match_phrase(message, "a b")', 'message match "a b"'],
		['multi_match("x", message, title)', 'message match "x"', 'title match "x"'],
		['mv_contains(tags, ["a", "b"])', 'tags eq= "a"', 'tags eq= "b"'],
		['mv_intersects(tags, ["a", "b"])', 'tags eq= "a" "b"'],
		['concat("a", name) == "ab"', 'concat(name) eq= "ab"'],
	])("functions: %s", (condition, ...expected) => {
		expect(where(condition)).toEqual(expected);
	});

	test.each([
		['a == 1 and b contains "x" and c == 2', "a eq= 1", "c eq= 2"],
		['a contains "x" or b == 1', "b eq= 1"],
		["a == 1 b == 2 | where c == 3", "a eq= 1", "c eq= 3"],
		["not a x and b == 1", "b eq= 1"],
	])("of what breaks off nothing is invented: %s", (condition, ...expected) => {
		const parsed = parseEsql(`from x | where ${condition}`, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(expected);
		expect(parsed.problems).toHaveLength(1);
		expect(isFull(parsed)).toBe(false);
	});

	test("text in single quotes and operators of other languages are reported and understood", () => {
		const text = "from x | where a == 'it\\'s' && !(b == 1) || c in ('d')";
		const parsed = parseEsql(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['a eq= "it\'s"', "!b eq= 1", 'c in= "d"']);
		const starts = parsed.problems.map(({ span }) => span.start);
		expect(starts).toEqual(["'it", "&&", "!(", "||", "'d'"].map((part) => text.indexOf(part)));
		expect(isFull(parsed)).toBe(true);
	});

	test("a command in front of which the pipe is missing is read", () => {
		const parsed = parseEsql("from x where a == 1 sort b | where c == 2", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["a eq= 1", "c eq= 2"]);
		expect(parsed.problems.map(({ span }) => span.start)).toEqual([7, 20]);
	});

	test("not binds tighter than and, and tighter than or", () => {
		expect(conditionOf(read("from x | where not a == 1 and b == 2 or c == 3"))).toMatchObject({
			kind: "or",
			parts: [
				{ kind: "and", parts: [{ kind: "not" }, { kind: "predicate" }] },
				{ kind: "predicate", predicate: { field: "c" } },
			],
		});
		expect(where("not (a == 1 or not b == 2)")).toEqual(["!a eq= 1", "b eq= 2"]);
	});

	test("a query inside a string is taken apart by its own language", () => {
		const text = 'from x | where kql("""event.code: 4624 and not user.name: "a b" """) and b == 1';
		expect(where(text.slice(text.indexOf("kql")))).toEqual([
			"event.code eq 4624",
			'!user.name eq "a b"',
			"b eq= 1",
		]);
		expect(where('qstr("user.name:(a OR b)")')).toHaveLength(1);
		expect(conditionOf(read(text))).toMatchObject({
			kind: "and",
			parts: [{ predicate: { span: { start: text.indexOf("event.code") } } }, {}, {}],
		});
	});

	test("comments stand anywhere and nest", () => {
		expect(where("a == 1 // and x == 2\n/* or /* y == 3 */ z */ and b == 2")).toEqual([
			"a eq= 1",
			"b eq= 2",
		]);
	});

	test("a string between three quotes has no escapes, and may end with quotes", () => {
		expect(where('a == """C:\\new "x""""')).toEqual(['a eq= "C:\\\\new \\"x\\""']);
		expect(where('a == "C:\\\\new\\t\\"x\\""')).toEqual(['a eq= "C:\\\\new\\t\\"x\\""']);
	});

	test("what is not understood is kept as written and reported", () => {
		const alone = parseEsql("from x | where 5", NO_CONTEXT);
		expect(alone.problems.map(({ span }) => span)).toEqual([{ start: 15, end: 16 }]);
		expect(conditionOf(alone)).toEqual({
			kind: "opaque",
			text: "5",
			reason: "a value alone is no condition",
			span: { start: 15, end: 16 },
		});
		const broken = parseEsql("from x | where a == 1 and (b == 2 or )| limit 1", NO_CONTEXT);
		expect(isFull(broken)).toBe(false);
		expect(isFull(parseEsql("from x | where a == | limit 1", NO_CONTEXT))).toBe(false);
		expect(conditionOf(broken)).toMatchObject({
			parts: [
				{ predicate: { field: "a" } },
				{ kind: "or", parts: [{ predicate: { field: "b" } }, { kind: "opaque" }] },
			],
		});
	});
});
