import { describe, expect, test } from "vitest";
import { parseYaraL } from "../../../../src/core/languages/yara-l/parse-yara-l";
import { conditionOf, isFull, NO_CONTEXT, showPredicates } from "../query-building";
import { buildRule, list, read } from "./read-yara-l";

test("named arguments of a metric are not what it is about", () => {
	const metric =
		"metrics.file_executions_total(period: 1d, metric: event_count_sum, agg: avg, a.b: $e.x)";
	expect(list(buildRule(`$e.x = "y" ${metric} > 2`, "$e"))).toEqual([
		'x eq= "y"',
		`[${metric} gt= 2]`,
	]);
});

describe("YARA-L events", () => {
	test.each([
		['$e.principal.hostname = "a"', 'principal.hostname eq= "a"'],
		['$e.udm.principal.hostname = "a"', 'principal.hostname eq= "a"'],
		['udm.principal.hostname = "a"', 'principal.hostname eq= "a"'],
		['$e.principal.hostname = "a" nocase', 'principal.hostname eq~ "a"'],
		['"a" = $e.principal.hostname', 'principal.hostname eq= "a"'],
		['$e.principal.hostname != ""', 'principal.hostname ne= ""'],
		["1024 < $e.target.port", "target.port gt= 1024"],
		["$e.target.port >= -1", "target.port ge= -1"],
		["$e.security_result.risk > 1.5", "security_result.risk gt= 1.5"],
		["$e.extensions.auth.is_mfa = true", "extensions.auth.is_mfa eq= true"],
		["not $e.target.port = 80", "!target.port eq= 80"],
		['not ($e.a = "1" or not $e.b = "2")', '!a eq= "1"', 'b eq= "2"'],
		['!($e.a = "1")', '!a eq= "1"'],
		['$e.a = "1" /* x */ nocase // y', 'a eq~ "1"'],
		['$e.a = "x // y /* z */"', 'a eq= "x // y /* z */"'],
		["not $e.a = null", "!a is_null="],
		["null != $e.a", "a exists="],
		["$e.a = ``", 'a eq= ""'],
		['$e.a = "C:\\\\x\\"y\\n"', 'a eq= "C:\\\\x\\"y\\n"'],
		["$e.a = `C:\\x`", 'a eq= "C:\\\\x"'],
		['$e.additional.fields["Call Trace"] = "x"', 'additional.fields["Call Trace"] eq= "x"'],
		['$e.emails[0] = "x"', 'emails[0] eq= "x"'],
		['any $e.principal.ip = "1.1.1.1"', 'principal.ip eq= "1.1.1.1"'],
		['all $e.principal.ip != "1.1.1.1"', 'principal.ip ne= "1.1.1.1"'],
		['not any $e.principal.ip = "1.1.1.1"', '!principal.ip eq= "1.1.1.1"'],
		["$e.principal.ip = $e.target.ip", 'principal.ip eq= {"ref":"$e.target.ip"}'],
		['$e.graph.metadata.entity_type = "USER"', 'graph.metadata.entity_type eq= "USER"'],
	])("comparisons: %s", (statement, ...expected) => {
		expect(list(buildRule(statement, "$e"))).toEqual(expected);
	});

	test.each([
		["$e.a = /foo/", 'a contains= "foo"'],
		["$e.a = /^foo$/ nocase", 'a eq~ "foo"'],
		["$e.a != /\\.exe$/", '!a ends_with= ".exe"'],
		["$e.a = /fo+\\/x/", 'a regex_match= "fo+/x"'],
		["$e.a = /(?i)foo/", 'a contains~ "foo"'],
		["re.regex($e.a, `.*\\\\cmd\\.exe`) nocase", 'a contains~ "\\\\cmd.exe"'],
		['re.regex($e.a, "^a|b\\\\.c")', 'a regex_match= "^a|b\\\\.c"'],
		["re.regex($e.a, `^x`) = true", 'a starts_with= "x"'],
		["re.regex($e.a, `^x`) != true", '!a starts_with= "x"'],
		["re.regex(any $e.a, /^x/)", 'a starts_with= "x"'],
		["$e.a=/x/nocase", 'a contains~ "x"'],
		["$e.a = /a\\/b/ and $e.b = 10 / 2", 'a contains= "a/b"', 'b eq= {"ref":"10 / 2"}'],
		["re.regex($e.a, `\\$x\\.`)", 'a contains= "$x."'],
		["re.regex($e.a, `(?i)^x`) or $e.b = 1", 'a starts_with~ "x"', "b eq= 1"],
		["not re.regex($e.a, `^x$`) nocase", '!a eq~ "x"'],
		["$x = re.capture($e.a, `k=(.*)`) $x != /^v/", '!re.capture(a) starts_with= "v"'],
	])("regular expressions: %s", (statement, ...expected) => {
		expect(list(buildRule(statement, "$e"))).toEqual(expected);
	});

	test.each([
		["$e.a in %names", 'a in= {"list":"names"}'],
		["not $e.a in %names nocase", '!a in~ {"list":"names"}'],
		["$e.a not in %names", '!a in= {"list":"names"}'],
		["$e.a not in regex %names nocase", '!a regex_match~ {"list":"names"}'],
		["$e.a in regex %names", 'a regex_match= {"list":"names"}'],
		["any $e.a in cidr %nets", 'a cidr_match= {"list":"nets"}'],
		["$e.a in %table.column", 'a in= {"list":"table.column"}'],
		["$e.a = %table.column", 'a eq= {"list":"table.column"}'],
		["%table.column = $e.a", 'a eq= {"list":"table.column"}'],
		["strings.to_lower($e.a) in %names", 'a in~ {"list":"names"}'],
		[
			"$e.a in %<LIST HERE> or $e.b in %<L>",
			'a in= {"list":"<LIST HERE>"}',
			'b in= {"list":"<L>"}',
		],
	])("lists: %s", (statement, ...expected) => {
		expect(list(buildRule(statement, "$e"))).toEqual(expected);
	});

	test.each([
		['strings.to_lower($e.a) = "x"', 'a eq~ "x"'],
		['strings.contains(strings.to_upper($e.a), "X")', 'a contains~ "X"'],
		['strings.starts_with($e.a, "x")', 'a starts_with= "x"'],
		['strings.ends_with($e.a, "x") = false', '!a ends_with= "x"'],
		['net.ip_in_range_cidr(any $e.ip, "10.0.0.0/8")', 'ip cidr_match= "10.0.0.0/8"'],
		["net.ip_in_range_cidr($e.ip, %nets)", 'ip cidr_match= {"list":"nets"}'],
		['arrays.contains($e.tags, "x")', 'tags eq= "x"'],
		["arrays.length($e.tags) > 2", "arrays.length(tags) gt= 2"],
		['re.capture($e.a, `(\\w+)$`) = "x"', 're.capture(a) eq= "x"'],
		['"x" = re.replace($e.a, "b", "c")', 're.replace(a) eq= "x"'],
		['strings.concat("x", $e.a) = "xy"', 'strings.concat(a) eq= "xy"'],
		['strings.coalesce($e.a, $e.b) != ""', 'strings.coalesce(a) ne= ""'],
		["timestamp.get_hour($e.t) >= 22", "timestamp.get_hour(t) ge= 22"],
		["math.abs($e.x - $e.y) > 5", "[math.abs($e.x - $e.y) gt= 5]"],
		[
			"86400 > timestamp.current_seconds() - $e.t",
			"[timestamp.current_seconds() - $e.t lt= 86400]",
		],
		['if($e.a = "x", "y", "z") = "y"', '[if($e.a = "x", "y", "z") eq= "y"]'],
	])("functions: %s", (statement, ...expected) => {
		expect(list(buildRule(statement, "$e"))).toEqual(expected);
	});

	test("not binds tighter than and, and tighter than or; statements stand side by side", () => {
		const text =
			'$e.z = "0"\n(not $e.a = "1" and $e.b = "2" or $e.c = "3")\n$e.d = 4 // $e.x = 1\n/* $e.y = 1 */';
		expect(conditionOf(read(buildRule(text, "$e")))).toMatchObject({
			kind: "and",
			parts: [
				{ predicate: { field: "z" } },
				{
					kind: "or",
					parts: [
						{ kind: "and", parts: [{ kind: "not" }, { predicate: { field: "b" } }] },
						{ predicate: { field: "c" } },
					],
				},
				{ predicate: { field: "d" } },
			],
		});
	});

	test.each([
		['$e.user = $u $u != ""', 'user ne= ""'],
		['$u = strings.to_lower($e.user)\n $u = "bob"', 'user eq~ "bob"'],
		["$u = $e.user\n not $u in %admins", '!user in= {"list":"admins"}'],
		['$e.user = $u "bob" = $u', 'user eq= "bob"'],
		["$h = re.capture($e.url, `//(.*)`) re.regex($h, `^a`)", 're.capture(url) starts_with= "a"'],
		["$d = $e.end - $e.start $d > 10", "[$d gt= 10]"],
		['($e.a = "x" or $e.user = $u)', 'a eq= "x"'],
		["($e.a = $u or $e.b = $u)"],
		["$e.user = $u and $e.a = 1", "a eq= 1"],
		['$u = $v $v = $e.user $u = "bob"', '[$u eq= "bob"]'],
	])("placeholders: %s", (statements, ...expected) => {
		expect(list(buildRule(statements, "$e"))).toEqual(expected);
	});

	test.each(["$e.a = ", "$e.a = )", "($e.a = 1 or $e.b = 2) nocase", "$e.a = 1 or", "not"])(
		"not full: %s",
		(statement) => {
			const parsed = parseYaraL(buildRule(statement, "$e"), NO_CONTEXT);
			expect(isFull(parsed)).toBe(false);
			expect(parsed.problems.map(({ code }) => code)).toContain("query-syntax");
		},
	);

	test("a list's entries come from beside the rules, an unknown list is told", () => {
		const text = buildRule("$e.a in %known and $e.b in %unknown", "$e");
		const entries = ["x", "y"];
		const parsed = parseYaraL(text, {
			macro: () => undefined,
			list: (name) => (name === "known" ? entries : undefined),
		});
		expect(showPredicates(parsed)).toEqual([
			'a in= {"list":"known","entries":["x","y"]}',
			'b in= {"list":"unknown"}',
		]);
		expect(parsed.problems).toMatchObject([{ code: "query-undefined", severity: "info" }]);
		expect(isFull(parsed)).toBe(true);
	});

	test("of values alone only true is a condition, and it says nothing", () => {
		expect(list(buildRule("$e.a = 1\ntrue", "$e"))).toEqual(["a eq= 1"]);
		for (const value of ["false", "1"]) {
			const parsed = parseYaraL(buildRule(`$e.a = 1\n${value}`, "$e"), NO_CONTEXT);
			expect(parsed.problems[0]).toMatchObject({ message: "a value alone is no condition" });
		}
	});

	test("a word alone is no condition", () => {
		const parsed = parseYaraL(buildRule('$e.a = 1 contains "x"', "$e"), NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(["a eq= 1"]);
		expect(parsed.problems[0]).toMatchObject({ message: "a word alone is no condition" });
	});

	test("what is not understood is opaque, the statements around it stay", () => {
		const parsed = parseYaraL(buildRule("$e.a = 1\n$e.b = * \n$e.c = 3", "$e"), NO_CONTEXT);
		expect(isFull(parsed)).toBe(false);
		expect(parsed.problems.map(({ code }) => code)).toContain("query-syntax");
		expect(showPredicates(parsed)).toEqual(expect.arrayContaining(["a eq= 1", "c eq= 3"]));
	});
});
