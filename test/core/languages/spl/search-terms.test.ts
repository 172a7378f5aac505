import { expect, test } from "vitest";
import { isFull, parse, predicatesOf } from "./read-spl";
import { listPredicates } from "../../../../src/core/languages/list-predicates";

const TERMS: readonly (readonly [query: string, ...expected: string[]])[] = [
	// Values and wildcards.
	["user=alice", 'user eq "alice"'],
	["user = alice", 'user eq "alice"'],
	['user="alice smith"', 'user eq "alice smith"'],
	["EventCode=4688", "EventCode eq 4688"],
	['EventCode="4688"', 'EventCode eq "4688"'],
	["code=0042", 'code eq "0042"'],
	['result=""', 'result eq ""'],
	["process=*mimikatz*", 'process contains "mimikatz"'],
	['process="*mimikatz*"', 'process contains "mimikatz"'],
	["process=mimi*", 'process starts_with "mimi"'],
	["process=*katz.exe", 'process ends_with "katz.exe"'],
	["process=*mimi*katz*", 'process wildcard "*mimi*katz*"'],
	["process=m?mikatz", 'process eq "m?mikatz"'],
	["process=*", "process exists"],
	['process="*"', "process exists"],
	["process!=*", "!process exists"],
	// Backslashes: two are one, one before anything else stays, none escapes an asterisk.
	["path=*\\\\Users\\\\*", 'path contains "\\\\Users\\\\"'],
	['path="*\\\\Users\\\\*"', 'path contains "\\\\Users\\\\"'],
	['path="*\\Users\\*"', 'path contains "\\\\Users\\\\"'],
	['path="C:\\\\Windows\\\\x.dll"', 'path eq "C:\\\\Windows\\\\x.dll"'],
	['arg="say \\"hi\\""', 'arg eq "say \\"hi\\""'],
	["arg=a\\|b", 'arg eq "a|b"'],
	['arg=*\\"x\\"*', 'arg contains "\\"x\\""'],
	// Comparisons.
	["user!=alice", 'user ne "alice"'],
	["user!=svc_*", '!user starts_with "svc_"'],
	["bytes>1000", "bytes gt 1000"],
	["bytes >= 1000", "bytes ge 1000"],
	["bytes<10 bytes<=9.5", "bytes lt 10", "bytes le 9.5"],
	// Lists.
	["user IN (a, b)", 'user in "a" | "b"'],
	['user IN("a","b c")', 'user in "a" | "b c"'],
	["EventCode IN (1,2)", "EventCode in 1 | 2"],
	["user IN (a, b*, *c, d)", 'user in "a" | "d"', 'user starts_with "b"', 'user ends_with "c"'],
	["NOT user IN (a, b)", '!user in "a" | "b"'],
	["user=(a OR b*)", 'user eq "a"', 'user starts_with "b"'],
	// Addresses.
	['src_ip="10.0.0.0/8"', 'src_ip cidr_match "10.0.0.0/8"'],
	["src_ip!=10.0.0.0/8", '!src_ip cidr_match "10.0.0.0/8"'],
	["src_ip=2001:db8::/32", 'src_ip cidr_match "2001:db8::/32"'],
	["src_ip IN (10.0.0.0/8, 192.0.2.7)", 'src_ip cidr_match "10.0.0.0/8"', 'src_ip in "192.0.2.7"'],
	["src_ip=10.0.*", 'src_ip starts_with "10.0."'],
	["path=/a/8", 'path eq "/a/8"'],
	// Words.
	["failed password", '* match "failed"', '* match "password"'],
	['"failed password"', '* match "failed password"'],
	["*fail*", '* match "*fail*"'],
	["TERM(192.0.2.7)", '* match "192.0.2.7"'],
	["CASE(Error)", '* match "Error"'],
	["host=CASE(WEB01)", 'host eq "WEB01"'],
	["sourcetype::access", 'sourcetype eq "access"'],
	["index=main *", 'index eq "main"'],
	// Names.
	['"result.status"=ok', 'result.status eq "ok"'],
	["actors{}.name=bob", 'actors{}.name eq "bob"'],
	['"{}.AppId"=x', '{}.AppId eq "x"'],
	["x-amz-acl=*AllUsers", 'x-amz-acl ends_with "AllUsers"'],
	// Values with signs of their own.
	["url=http://a.example/?b=c&d=e", 'url eq "http://a.example/?b=c&d=e"'],
	["cmd=*Get-Thing()*", 'cmd contains "Get-Thing()"'],
	["dirs=a,b", 'dirs eq "a,b"'],
	["a=1, b=x,c=2", "a eq 1", 'b eq "x"', "c eq 2"],
	['cmd="*,#1*" NOT dirs=*,b*', 'cmd contains ",#1"', '!dirs contains ",b"'],
	["user=$name$", "user eq {$name$}"],
	['cmd LIKE "%a_b%" cmd not like "c%"', 'cmd wildcard "*a?b*"', '!cmd starts_with "c"'],
	["like music", '* match "like"', '* match "music"'],
	['_time>=relative_time(now(), "-1d")', '_time ge {relative_time(now(), "-1d")}'],
	["earliest=-24h@h latest=now()", 'earliest eq "-24h@h"', "latest eq {now()}"],
	[
		"tag=web eventtype=x source=WinEventLog:*",
		'tag eq "web"',
		'eventtype eq "x"',
		'source starts_with "WinEventLog:"',
	],
];

test.each(TERMS)("%s", (query, ...expected) => {
	expect(predicatesOf(query)).toEqual(expected);
	expect(parse(query).tokens.unconsumed).toBe(0);
	expect(parse(query).problems).toEqual([]);
});

test("letter case does not count in a search, unless CASE says so", () => {
	const flags = listPredicates(parse("a=b CASE(x) host=CASE(y) z").detection);
	expect(flags.map(({ predicate }) => predicate.isCaseSensitive)).toEqual([
		false,
		true,
		true,
		false,
	]);
});

test("a lone asterisk restricts nothing", () => {
	expect(parse("*").detection).toEqual({ kind: "event", condition: { kind: "always" } });
	expect(parse("search *").detection).toEqual({ kind: "event", condition: { kind: "always" } });
});

test("offsets are those of the query", () => {
	const query = 'index=main user IN (alice, "bob")';
	const [, listed] = listPredicates(parse(query).detection);
	const { span, terms } = listed?.predicate ?? { span: { start: 0, end: 0 }, terms: [] };
	expect(query.slice(span.start, span.end)).toBe('user IN (alice, "bob")');
	expect(terms.map(({ at }) => query.slice(at, at + 3))).toEqual(["ali", '"bo']);
});

test.each([
	...["# by hand", "#| search NOT c=3", "// by hand", "  # by hand\n\n\t# again"],
	...["/* by hand */", "/* by\n | search c=3\n hand */"],
])("a line between others is a remark: %j", (remark) => {
	const query = `${remark}\na=1\n${remark}\n| where b=2\n${remark}`;
	expect(predicatesOf(query)).toEqual(["a eq 1", "b eq 2"]);
	expect(isFull(parse(query))).toBe(true);
});

test("a number sign behind an expression begins a remark", () => {
	expect(predicatesOf("a=1 | where b=2  # | c=3\n| search c=4 d=#5")).toEqual([
		"a eq 1",
		"b eq 2",
		"c eq 4",
		'd eq "#5"',
	]);
});

test("a number sign or slashes inside of a line are words", () => {
	expect(predicatesOf("a=1 #x //y")).toEqual(["a eq 1", '* match "#x"', '* match "//y"']);
	expect(predicatesOf("a=1\n//server/share")).toEqual(["a eq 1", '* match "//server/share"']);
	expect(predicatesOf("a=1\n/* b=2")).toEqual(["a eq 1", '* match "/*"', "b eq 2"]);
	expect(predicatesOf('a="x\n# y"')).toEqual(['a eq "x\\n# y"']);
});
