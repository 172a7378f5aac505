import { describe, expect, test } from "vitest";
import { query, readKql, shape, sources } from "./read-kql";

describe("operators", () => {
	test.each([
		"extend A = 1, ['B c'] = 2, (C, D) = f(x), tostring(E)",
		"project A, B = C, D.e",
		"project-away A*, *b, *1",
		"project-keep A, B*",
		"project-rename A = B, C = D",
		"project-reorder A, B* asc, C granny-asc",
		"summarize",
		"summarize by A, B = tolower(C)",
		"summarize hint.strategy=shuffle N = count(), (First, Last) = arg_max(T, *) by bin(T, 1h), A",
		"count",
		"distinct *",
		"distinct A, tostring(B)",
		"take 10",
		"limit 10",
		"sample 5",
		"sample-distinct 5 of A",
		"sort by A asc nulls first, B desc",
		"order by A",
		"top 5 by A desc nulls last",
		"top-nested 3 of A with others = 'x' by count() desc, top-nested of B by Max = max(C)",
		"top-hitters 3 of A by B",
		"mv-expand A, B = C to typeof(string) limit 5",
		"mv-expand kind=array A",
		"mvexpand bagexpansion=array A",
		"mv-apply A = B to typeof(string), C limit 4 on (top 1 by A | project A)",
		"parse kind=regex flags=Ui A with * 'x' B:long 'y' C *",
		"parse-where A with B ':' C",
		"parse-kv A as (b: string, c: long) with (pair_delimiter=' ', kv_delimiter='=')",
		"evaluate bag_unpack(A)",
		"evaluate hint.distribution=per_node pivot(A, count(), B) : (C: string, *)",
		"make-series N = count() default = 0, avg(B) on T from ago(1d) to now() step 1h by A",
		"make-series count() on T in range(ago(1d), now(), 1h)",
		"join kind=leftouter hint.strategy=broadcast (Other | project A) on A, $left.B == $right.C",
		"join Other on A",
		"lookup kind=leftouter (Other) on A",
		"union kind=outer withsource=Table isfuzzy=true Other, (Third | take 1), database('d').Fourth",
		"as hint.materialized=true Name",
		"serialize N = row_number()",
		"serialize",
		"render timechart with (title='x', ycolumns=A, B)",
		"render columnchart kind=stacked",
		"invoke FileProfile(A, 1000)",
		"fork (where A == 1) name=(summarize count())",
		"partition hint.strategy=native by A (top 1 by B)",
		"partition by A { Other | where B == 1 }",
		"facet by A, B with (take 5)",
		"reduce by A with threshold=0.5",
		"getschema",
		"consume decodeblocks=true",
		"scan with_match_id=Id order by T asc partition by A declare (s: string = 'x') with (step a: B == 1 => s = 'y'; step c optional output=last: T - a.T < 1h;)",
	])("%s", (stage) => {
		expect(() => readKql(`Events | ${stage}`)).not.toThrow();
	});

	test("conditions stand in the layer that they filter", () => {
		const text =
			"Events | where A == 1 | summarize N = count() by Host | where N > 5 | where Host == 2 | join (Other | where B == 3) on Host | where C == 4";
		expect(shape(readKql(text).detection)).toBe(
			"filter(innerunique(filter(count(event by Host)), event))",
		);
		expect(query(text)).toEqual(["A eq 1", "N gt 5", "Host eq 2", "B eq 3", "C eq 4"]);
	});

	test("a count says what it groups by and over which slices of time", () => {
		const { detection } = readKql("Events | summarize count() by Host, Slice = bin(Seen, 10m)");
		expect(detection).toMatchObject({ kind: "aggregate", by: ["Host", "Slice"], window: "10m" });
	});

	test("a join says how and on what", () => {
		const { detection } = readKql(
			"Events | join kind=leftanti Other on Host, $left.User == $right.Name",
		);
		expect(detection).toMatchObject({ kind: "join", how: "leftanti", on: ["Host", "User"] });
	});

	test("conditions inside of mv-apply and partition are the rows' own", () => {
		const text = "Events | mv-apply t = Tags on (where t == 1) | partition by A (where B == 2)";
		expect(shape(readKql(text).detection)).toBe("event");
		expect(query(text)).toEqual(["t eq 1", "B eq 2"]);
	});

	test("the steps of scan are a sequence", () => {
		const text =
			"Events | scan with (step first: A == 1; step second: B == 2 and Id == first.Id and second.C == 3;)";
		expect(shape(readKql(text).detection)).toBe("scan(event, sequence)");
		expect(query(text)).toEqual(["A eq 1", "B eq 2", 'Id eq= {"ref":"first.Id"}', "C eq 3"]);
	});

	test("queries inside of expressions are parts", () => {
		expect(
			query("Events | extend n = toscalar(Other | where A == 1 | count) | where B == n"),
		).toEqual(['B eq= {"ref":"n"}', "A eq 1"]);
	});
});

describe("sources", () => {
	test.each([
		["Events | take 1", ["table Events"]],
		["['My table'] | take 1", ["table My table"]],
		["union Device*, (Logons | where A == 1), Device*", ["table Device*", "table Logons"]],
		["union withsource=T * | where A == 1", ["table *"]],
		["workspace('w').Events | take 1", ["table Events"]],
		["cluster('c').database('d').Events | take 1", ["table Events"]],
		["table('Events') | take 1", ["table Events"]],
		["materialize(Events | take 1) | take 2", ["table Events"]],
		["_Im_Dns(starttime=ago(1d)) | take 1", ["function _Im_Dns"]],
		["imProcessCreate | take 1", ["function imProcessCreate"]],
		["ASimDns() | take 1", ["function ASimDns"]],
		["ASimDnsActivityLogs | take 1", ["table ASimDnsActivityLogs"]],
		["ImpossibleTravel_CL | take 1", ["table ImpossibleTravel_CL"]],
		["_GetWatchlist('w') | take 1", ["function _GetWatchlist"]],
		["Own(1, 'a') | take 1", ["function Own"]],
		["search in (A, B) 'x'", ["table A", "table B"]],
		["find in (A, B*) where c == 1", ["table A", "table B*"]],
		["datatable(a: int) [1]", []],
		["print 1", []],
	])("%s", (text, expected) => {
		expect(sources(text)).toEqual(expected);
	});

	test("a function that is defined nowhere is reported, one of Microsoft's is not", () => {
		const codes = (text: string): readonly string[] =>
			readKql(text).problems.map(({ code }) => code);
		expect(codes("Own() | take 1")).toEqual(["query-undefined"]);
		expect(codes("_Im_Dns() | invoke FileProfile(Hash)")).toEqual([]);
	});
});

describe("search", () => {
	test("texts are looked for in all columns, with asterisks for any text", () => {
		expect(
			query(
				`search kind=case_sensitive in (A, B) "x" and ("y*" or "*z") and not("*w*") and Name:"v" and Name:"u*" and C == 1`,
			),
		).toEqual([
			'* match= "x"',
			'* starts_with= "y"',
			'* ends_with= "z"',
			'!* contains= "w"',
			'Name match~ "v"',
			'Name starts_with~ "u"',
			"C eq 1",
		]);
	});

	test("an asterisk restricts nothing, and stands for all columns in a filter", () => {
		expect(query('search * | where * has "a" and * contains "b"')).toEqual([
			'* match~ "a"',
			'* contains~ "b"',
		]);
	});

	test("find has a condition, and columns that it gives", () => {
		expect(
			query('find withsource=T in (A, B) where Name == "x" and Port > 5 project Name, Port'),
		).toEqual(['Name eq= "x"', "Port gt 5"]);
	});
});
