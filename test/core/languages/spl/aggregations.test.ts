import { expect, test } from "vitest";
import { isFull, parse, predicatesOf } from "./read-spl";

test("stats groups; conditions on what it made are on the groups, others filter", () => {
	const query = "a=1 | stats count, dc(user) as users by src, dest | where count>5 AND src!=dest";
	expect(predicatesOf(query)).toEqual(["a eq 1", "~count gt 5", "src ne {dest}"]);
	expect(parse(query).detection).toMatchObject({
		kind: "filter",
		of: {
			kind: "aggregate",
			of: { kind: "event" },
			by: ["src", "dest"],
			window: null,
			having: { kind: "predicate", predicate: { field: "count" } },
		},
		condition: { kind: "predicate", predicate: { field: "src" } },
	});
});

test("a condition that mixes both stays whole, on the groups", () => {
	const { detection } = parse("* | stats count by user | where count>5 OR user=root");
	expect(detection).toMatchObject({ kind: "aggregate", having: { kind: "or" } });
});

test("the span of a bucket is the window of the aggregation behind it", () => {
	expect(parse("* | bin _time span=5m | stats count by _time, user").detection).toMatchObject({
		by: ["_time", "user"],
		window: "5m",
	});
	expect(parse("* | stats count by user").detection).toMatchObject({ window: null });
	expect(parse("* | timechart span=1h dc(user) by host").detection).toMatchObject({
		by: ["_time", "host"],
		window: "1h",
	});
	expect(parse("* | streamstats time_window=10m count by user").detection).toMatchObject({
		window: "10m",
	});
});

test("aggregations stand upon each other", () => {
	const { detection } = parse(
		"* | stats count by a, b | eventstats avg(count) as mean by a | where count>mean",
	);
	expect(detection).toMatchObject({
		kind: "aggregate",
		by: ["a"],
		having: { predicate: { field: "count", op: "gt", terms: [{ value: { ref: "mean" } }] } },
		of: { kind: "aggregate", by: ["a", "b"], having: { kind: "always" } },
	});
});

test("top and rare group by their fields", () => {
	expect(parse("* | top limit=5 user, src by host").detection).toMatchObject({
		kind: "aggregate",
		by: ["user", "src", "host"],
	});
	expect(predicatesOf("* | rare 3 user | where percent<1")).toEqual(["~percent lt 1"]);
});

test("functions over expressions are read to their end", () => {
	const query =
		'* | stats count(eval(action="failure" AND user!="x")) as fails sum(eval(if(a>1,1,0))) as s sparkline(count, 1h) by user | where fails>3';
	expect(predicatesOf(query)).toEqual(["~fails gt 3", 'action eq "failure"', 'user ne "x"']);
	expect(isFull(parse(query))).toBe(true);
});

test("a transaction groups; with its ends described it is a sequence", () => {
	expect(parse("a=1 | transaction user maxspan=5m | where duration>60").detection).toMatchObject({
		kind: "aggregate",
		by: ["user"],
		window: "5m",
		having: { predicate: { field: "duration", origin: "computed" } },
	});
	const query =
		'a=1 | transaction user, host startswith=(op="on" OR op="up") endswith="logout" maxspan=2m | search duration<9';
	expect(predicatesOf(query)).toEqual([
		"a eq 1",
		'op eq "on"',
		'op eq "up"',
		'* match "logout"',
		"~duration lt 9",
	]);
	expect(parse(query).detection).toMatchObject({
		kind: "filter",
		of: {
			kind: "join",
			how: "transaction",
			on: ["user", "host"],
			parts: [{ kind: "event" }, { kind: "sequence", maxSpan: "2m", by: ["user", "host"] }],
		},
	});
	expect(
		predicatesOf('* | transaction s startswith=eval(x=1) endswith=eval(match(y, "z"))'),
	).toEqual(["x eq 1", 'y contains "z"']);
});
