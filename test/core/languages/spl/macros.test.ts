import { expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseSpl } from "../../../../src/core/languages/spl/parse-spl";
import { contextOf, isFull, parse, predicatesOf } from "./read-spl";

test("a macro is written out before the query is parsed, so that its bare OR binds as in a search", () => {
	const macros = { sysmon: "sourcetype=sysmon OR source=Sysmon" };
	const query = "`sysmon` EventCode=1";
	expect(predicatesOf(query, macros)).toEqual([
		'sourcetype eq "sysmon"',
		'source eq "Sysmon"',
		"EventCode eq 1",
	]);
	const { detection } = parse(query, macros);
	expect(detection).toMatchObject({ condition: { kind: "and", parts: [{ kind: "or" }, {}] } });
});

test("arguments take the places of their names; quotes around them fall off", () => {
	const macros = { "by_user(name, level)": 'user="$name$" level=$level$ cost=$5' };
	expect(predicatesOf('`by_user("a, b", 3)`', macros)).toEqual([
		'user eq "a, b"',
		"level eq 3",
		'cost eq "$5"',
	]);
});

test("arguments can be named", () => {
	const macros = { "two(a, b)": "x=$a$ y=$b$" };
	expect(predicatesOf("`two(b=1, a=2)`", macros)).toEqual(["x eq 2", "y eq 1"]);
});

test("a macro is found by its number of arguments", () => {
	const macros = { thing: "x=1", "thing(a)": "x=$a$" };
	expect(predicatesOf("`thing` `thing(2)`", macros)).toEqual(["x eq 1", "x eq 2"]);
});

test("macros call macros", () => {
	const macros = { outer: "`inner(4)` OR b=2", "inner(n)": "a=$n$" };
	expect(predicatesOf("`outer` c=3", macros)).toEqual(["a eq 4", "b eq 2", "c eq 3"]);
});

test("a macro can hold pipes, and be a part of an expression", () => {
	const macros = {
		decode: 'eval text=lower(text) | search text="*x*"',
		window: '"-1d"',
	};
	const query = "index=main | `decode` | where _time > relative_time(now(), `window`)";
	expect(predicatesOf(query, macros)).toEqual([
		'index eq "main"',
		'text contains "x"',
		'_time gt {relative_time(now(), "-1d")}',
	]);
});

test("everything a macro gives has the place of its call", () => {
	const query = "a=1 `m` b=2";
	const found = listPredicates(parse(query, { m: "x=1 y=2" }).detection);
	expect(found.map(({ predicate: { span } }) => query.slice(span.start, span.end))).toEqual([
		"a=1",
		"`m`",
		"`m`",
		"b=2",
	]);
});

test("a rule's own filter restricts nothing, defined or not; one that a user filled in does", () => {
	const query = "a=1 | `my_rule_filter`";
	for (const macros of [{}, { my_rule_filter: "search *" }]) {
		expect(predicatesOf(query, macros)).toEqual(["a eq 1"]);
		expect(parse(query, macros)).toMatchObject({ problems: [], sources: [] });
		expect(isFull(parse(query, macros))).toBe(true);
	}
	expect(predicatesOf(query, { my_rule_filter: "search NOT user=svc" })).toEqual([
		"a eq 1",
		'!user eq "svc"',
	]);
});

test("a macro that is defined nowhere is kept by its name and reported, and lowers nothing", () => {
	const query = '`edr("x")` a=1 OR `other` NOT `third`';
	const parsed = parse(query);
	expect(predicatesOf(query)).toEqual(["a eq 1"]);
	expect(parsed.sources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		"macro edr",
		"macro other",
		"macro third",
	]);
	expect(parsed.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
		"query-undefined info",
		"query-undefined info",
		"query-undefined info",
	]);
	expect(isFull(parsed)).toBe(true);
});

test("a macro that says where events come from is a source", () => {
	const { sources } = parse("`sysmon` a=1", { sysmon: "index=win sourcetype=sysmon" });
	expect(sources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		"macro sysmon",
		"index win",
		"sourcetype sysmon",
	]);
});

test("macros in quotes and comments are text; comments have no tokens", () => {
	const macros = { m: "x=1" };
	expect(predicatesOf('text="`m`"', macros)).toEqual(['text eq "`m`"']);
	expect(predicatesOf("a=1 ``` not `m`, | where b=2 ``` c=3", macros)).toEqual([
		"a eq 1",
		"c eq 3",
	]);
	expect(predicatesOf('a=1 `comment("said | so")` | ``` x ``` where b=2')).toEqual([
		"a eq 1",
		"b eq 2",
	]);
});

test("a macro that calls itself ends", () => {
	const macros = { a: "x=1 `b`", b: "y=2 `a`" };
	expect(predicatesOf("`a`", macros)).toEqual(["x eq 1", "y eq 2"]);
	expect(parse("`a`", macros).problems.map(({ code }) => code)).toEqual(["query-too-deep"]);
});

test("macros that multiply stay bounded", () => {
	const macros: Record<string, string> = { m0: "x=1 " };
	for (let level = 1; level <= 25; level++)
		macros[`m${level}`] = `\`m${level - 1}\` \`m${level - 1}\``;
	const parsed = parseSpl("`m25`", contextOf(macros));
	expect(parsed.tokens.total).toBeLessThan(300_000);
	expect(parsed.problems.map(({ code }) => code)).toContain("query-too-deep");
});

test("a macro defined nowhere is no predicate in an expression either", () => {
	const parsed = parse("a=1 | where `only_known(user)` AND b=2 | where NOT `other`");
	expect(predicatesOf("a=1 | where `only_known(user)` AND b=2 | where NOT `other`")).toEqual([
		"a eq 1",
		"b eq 2",
	]);
	expect(parsed.problems.map(({ code }) => code)).toEqual(["query-undefined", "query-undefined"]);
	expect(isFull(parsed)).toBe(true);
});

test("a macro defined nowhere behind an expression may begin the next command, and lowers nothing", () => {
	for (const query of [
		"a=1 | eval user=coalesce(x, y)\n`score(user)`",
		"a=1 | where b>1 `and_more` | stats count by user `narrow`",
	])
		expect(isFull(parse(query))).toBe(true);
	expect(predicatesOf("a=1 | where b>1 `and_more` | search c=2")).toEqual([
		"a eq 1",
		"b gt 1",
		"c eq 2",
	]);
});
