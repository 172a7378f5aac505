import { expect, test } from "vitest";
import { isFull, parse, predicatesOf } from "./read-spl";

test("a subsearch is a detection of its own, joined to the search", () => {
	const query = "a=1 [search index=x b=2 | stats count by user | where count>3 | fields user] c=3";
	expect(predicatesOf(query)).toEqual([
		"a eq 1",
		"c eq 3",
		'index eq "x"',
		"b eq 2",
		"~count gt 3",
	]);
	expect(parse(query).detection).toMatchObject({
		kind: "join",
		how: "subsearch",
		parts: [{ kind: "event" }, { kind: "aggregate" }],
		on: ["user"],
	});
	expect(isFull(parse(query))).toBe(true);
});

test("a subsearch under NOT is joined as such", () => {
	const { detection } = parse("a=1 NOT [search b=2 | return 100 src_user]");
	expect(detection).toMatchObject({ kind: "join", how: "not subsearch", on: ["src_user"] });
});

test("a subsearch that only gives a lookup's column is a list", () => {
	const query =
		"a=1 NOT [| inputlookup allowed.csv | rename name as user | table user] [inputlookup bad | fields + ip]";
	expect(predicatesOf(query)).toEqual(["a eq 1", "!user in [allowed.csv]", "ip in [bad]"]);
	expect(parse(query).sources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		"table allowed.csv",
		"table bad",
	]);
	expect(parse(query).problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
		"query-undefined info",
		"query-undefined info",
	]);
});

test("a lookup that is filtered on the way is a list beside what its rows have to be, which is no field of an event", () => {
	const where = "a=1 [| inputlookup bad where active=1 | fields domain | rename domain as ip]";
	expect(predicatesOf(where)).toEqual(["a eq 1", "ip in [bad]", "~active eq 1"]);
	const search = "a=1 NOT [inputlookup known | search user=soc | fields user]";
	expect(predicatesOf(search)).toEqual(["a eq 1", "!user in [known]", '!~user eq "soc"']);
	expect(predicatesOf("src=[inputlookup bad where active=1 | return $ip]")).toEqual([
		"src in [bad]",
		"~active eq 1",
	]);
});

test("a lookup whose rows are grouped or joined is no plain list", () => {
	const grouped = "a=1 [| inputlookup bad | stats count by ip | where count>1 | fields ip]";
	expect(predicatesOf(grouped)).toEqual(["a eq 1", "~count gt 1"]);
	expect(parse(grouped).detection).toMatchObject({ kind: "join", how: "subsearch", on: ["ip"] });
	const joined = "a=1 [| inputlookup bad | join ip [search c=3] | fields ip]";
	expect(predicatesOf(joined)).toEqual(["a eq 1", "c eq 3"]);
});

test("rows of a lookup have no fields of events until events join them", () => {
	const start = "| inputlookup assets where priority=high | stats count by host";
	expect(predicatesOf(`${start} | where host="x"`)).toEqual([
		'~priority eq "high"',
		'~host eq "x"',
	]);
	expect(predicatesOf(`${start} | join host [search b=2] | where user="x"`)).toEqual([
		'~priority eq "high"',
		"b eq 2",
		'user eq "x"',
	]);
	expect(predicatesOf(`${start} | append [inputlookup other] | where user="x"`)).toEqual([
		'~priority eq "high"',
		'~user eq "x"',
	]);
	expect(predicatesOf(`${start} | map search="search c=3" | where user="x"`)).toEqual([
		'~priority eq "high"',
		"c eq 3",
		'user eq "x"',
	]);
	const appended = 'a=1 | inputlookup append=t seen where env=prod | where user="x"';
	expect(predicatesOf(appended)).toEqual(["a eq 1", '~env eq "prod"', 'user eq "x"']);
});

test("join keeps both sides apart; conditions behind it filter both", () => {
	const query =
		"| tstats count from datamodel=Endpoint.Processes where Processes.a=1 by Processes.guid | `drop_dm_object_name(Processes)` " +
		"| join type=left max=0 guid, host [| tstats count as c from datamodel=Endpoint.Registry where Registry.b=2 by Registry.guid] | where isnotnull(b) AND c>1";
	expect(predicatesOf(query)).toEqual(["a eq 1", "b eq 2", "b exists", "~c gt 1"]);
	expect(parse(query).detection).toMatchObject({
		kind: "filter",
		of: {
			kind: "join",
			how: "left",
			on: ["guid", "host"],
			parts: [{ kind: "aggregate" }, { kind: "aggregate" }],
		},
	});
});

test("rows of several searches come together", () => {
	expect(parse("a=1 | append [search b=2]").detection).toMatchObject({
		kind: "join",
		how: "append",
	});
	expect(parse("a=1 | appendcols [search b=2]").detection).toMatchObject({ how: "appendcols" });
	expect(parse("| multisearch [search a=1] [search b=2]").detection).toMatchObject({
		kind: "join",
		how: "multisearch",
		parts: [{ kind: "event" }, { kind: "event" }],
	});
	expect(predicatesOf("| union [search a=1], [search b=2] | where c=3")).toEqual([
		"a eq 1",
		"b eq 2",
		"c eq 3",
	]);
	expect(predicatesOf("a=1 | stats count as n by u | appendpipe [where n>3 | eval z=1]")).toEqual([
		"a eq 1",
		"~n gt 3",
	]);
});

test("union names datasets by their kind", () => {
	const { sources } = parse('| union datamodel:"Web.Web", events, [search index=c]');
	expect(sources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
		"data-model Web.Web",
		"table events",
		"index c",
	]);
});

test("SPL2's join names its fields in a comparison", () => {
	const { detection } = parse("a=1 | join type=inner left=L right=R where L.id=R.id [search b=2]");
	expect(detection).toMatchObject({ kind: "join", how: "inner", on: ["id"] });
});

test("map runs a search in quotes for every row", () => {
	const query = 'a=1 | map maxsearches=5 search="search user=\\"$user$\\" c=2 | where d>3"';
	expect(predicatesOf(query)).toEqual(["a eq 1", "user eq {$user$}", "c eq 2", "d gt 3"]);
	expect(parse(query).detection).toMatchObject({ kind: "join", how: "map" });
	expect(isFull(parse(query))).toBe(true);
});

test("a field that is compared with a subsearch keeps its name and its negation", () => {
	const column = "[| inputlookup known.csv | return 100 $ip]";
	expect(predicatesOf(`src=${column}`)).toEqual(["src in [known.csv]"]);
	expect(predicatesOf(`src!=${column}`)).toEqual(["!src in [known.csv]"]);
	expect(predicatesOf(`NOT src=${column}`)).toEqual(["!src in [known.csv]"]);
	expect(predicatesOf(`src IN (${column}) b=1`)).toEqual(["src in [known.csv]", "b eq 1"]);
	expect(predicatesOf(`src NOT IN (${column})`)).toEqual(["!src in [known.csv]"]);
	expect(parse("src!=[search a=1 | return $ip]").detection).toMatchObject({
		kind: "join",
		how: "not subsearch",
		on: ["src"],
	});
});

test("values without their column are looked for in the whole event", () => {
	expect(predicatesOf("[| inputlookup known.csv | return 100 $ip] a=1")).toEqual([
		"* match [known.csv]",
		"a eq 1",
	]);
});

test("subsearches stand in lists of values and expressions", () => {
	expect(isFull(parse("src=[search a=1 | return $src]"))).toBe(true);
	expect(predicatesOf("* | where x > [search a=1 | stats max(x) as m | return $m]")[0]).toMatch(
		/^x gt/,
	);
});

test("a subsearch alone in an expression restricts as it does in a search", () => {
	const query = "a=1 | where NOT [| inputlookup known.csv | fields user] AND b=2";
	expect(predicatesOf(query)).toEqual(["a eq 1", "!user in [known.csv]", "b eq 2"]);
	expect(predicatesOf("a=1 | where [search c=3 | fields user]")).toEqual(["a eq 1", "c eq 3"]);
});

test("reports side by side each say what they ask; a remark in the shape of a command asks nothing", () => {
	const query =
		'| comment "by hand" | search a=1 | multireport [stats count by b | where count>1] [search c=2]';
	expect(predicatesOf(query)).toEqual(["a eq 1", "~count gt 1", "c eq 2"]);
	expect(isFull(parse(query))).toBe(true);
});
