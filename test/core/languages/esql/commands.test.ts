import { describe, expect, test } from "vitest";
import { parseEsql } from "../../../../src/core/languages/esql/parse-esql";
import { isFull, NO_CONTEXT } from "../query-building";
import { list, read } from "./read-esql";

describe("ES|QL commands", () => {
	test.each([
		[
			"from logs-a*, remote:logs-b, logs-c::failures metadata _id, _index",
			"logs-a* remote:logs-b logs-c::failures",
		],
		['FROM "logs-a,-logs-b", <logs-{now/d}>', "logs-a <logs-{now/d}>"],
		["from logs [metadata _id]", "logs"],
		["ts metrics-*", "metrics-*"],
		["from a | lookup join hosts on host.name", "a hosts"],
		["from a | lookup join hosts on id == other_id | keep x", "a hosts"],
		["row a = 1, b = [1, 2]", ""],
		["show info", ""],
		['set unmapped_fields = "nullify"; from a', "a"],
	])("%s reads %s", (text, names) => {
		expect(
			read(text)
				.sources.map(({ name }) => name)
				.join(" "),
		).toBe(names);
	});

	test.each([
		"keep a.b, *_ip, `x y`, a.*",
		"drop a*, b",
		"sort a desc nulls last, b asc, length(c)",
		"limit 10",
		"limit 3 by host.name",
		"sample 0.1",
		"mv_expand user.name",
		"enrich policy on host.ip with owner = name, team",
		"enrich _remote:policy",
		'dissect message "%{a} %{b}" append_separator=","',
		'grok message "%{IP:ip}", "%{WORD:w}"',
		'completion answer = concat("a", b) with { "inference_id": "x" }',
		"completion prompt with my_endpoint",
		'rerank score = "query" on title, body = substring(text, 1, 100) with { "inference_id": "x" }',
		"change_point count on @timestamp as kind, p",
		"fork (where a == 1 | limit 5) (where b == 2) | fuse rrf",
		'fuse linear score by _score key by _id, _index group by _fork with { "weights": { "fork1": 0.7 } }',
		"rename a as b, c = d",
		"uri_parts parts = url.full",
		"inline stats m = max(x) by host.name",
		"inlinestats m = max(x)",
		"stats by host.name",
		"stats count(*), avg(x) where y > 1 by bucket(@timestamp, 1 hour), host.name",
		"stats first(a by @timestamp)",
	])("%s is read to its end", (command) => {
		expect(isFull(read(`from logs | ${command}`))).toBe(true);
	});

	test("a captured, computed or counted column is none of an event's", () => {
		expect(
			list(`from logs
				| grok message "%{IP:src} (?<dst.name>\\\\w+) %{NUMBER:n:int}"
				| dissect message "%{verb} %{+path} %{?skip}"
				| eval total = bytes_in + bytes_out, same = user.name, low = to_lower(user.name)
				| uri_parts url = full
				| where src == "1" and dst.name == "2" and n == 3 and verb == "4" and path == "5" and skip == "6"
					and total > 7 and same == "8" and low == "9" and url.domain == "10" and user.name == "11"`),
		).toEqual([
			'[src eq= "1"]',
			'[dst.name eq= "2"]',
			"[n eq= 3]",
			'[verb eq= "4"]',
			'[path eq= "5"]',
			'[skip eq= "6"]',
			"[total gt= 7]",
			'same eq= "8"',
			'low eq~ "9"',
			'[url.domain eq= "10"]',
			'user.name eq= "11"',
		]);
	});

	test("stats groups what stands before it, what stands behind it filters the groups", () => {
		const { detection } = read(`from logs | where a == 1
			| eval slice = date_trunc(5 minutes, @timestamp)
			| stats c = count(*), users = count_distinct(user.name) by host.name, slice
			| where c > 10`);
		expect(detection).toMatchObject({
			kind: "aggregate",
			of: { kind: "event", condition: { predicate: { field: "a" } } },
			by: ["host.name", "slice"],
			window: "5 minutes",
			having: { predicate: { field: "c", op: "gt", origin: "computed" } },
		});
	});

	test("a count is named by its own text where it has no name", () => {
		expect(list("from logs | stats count(*) by user.name | where `count(*)` > 3")).toEqual([
			"[count(*) gt= 3]",
		]);
	});

	test("where every count has a condition they are alternatives, each once", () => {
		expect(
			list(
				"from logs | stats a = count(*) where x == 1, b = count(*) where y == 2, c = sum(z) where x == 1 | where a > 1",
			),
		).toEqual(["x eq= 1", "y eq= 2", "[a gt= 1]"]);
		expect(list("from logs | stats a = count(*) where x == 1, b = count(*)")).toEqual([]);
	});

	test("inline stats keeps the rows, so its conditions restrict none", () => {
		const text = "from logs | inline stats m = max(x) where y == 1 by host.name | where x == m";
		expect(list(text)).toEqual(['x eq= {"ref":"m"}']);
		expect(read(text).detection.kind).toBe("event");
	});

	test("branches of a fork and queries in brackets are parts of a join", () => {
		const fork = read("from a | where x == 1 | fork (where y == 2) (where z == 3) | where q == 4");
		expect(fork.detection).toMatchObject({
			kind: "filter",
			of: { kind: "join", how: "fork", parts: [{}, {}, {}] },
		});
		const union = read(
			"from a, (from b | where x == 1), (from c | stats n = count(*)) | stats m = max(n)",
		);
		expect(union.detection).toMatchObject({
			kind: "aggregate",
			of: { kind: "join", how: "union", parts: [{ kind: "event" }, { kind: "aggregate" }] },
		});
		expect(union.sources.map(({ name }) => name)).toEqual(["a", "b", "c"]);
	});

	test("an unknown command is one opaque leaf, the others stay", () => {
		const parsed = parseEsql(
			"from a | where x == 1 | frobnicate y by z | where w == 2",
			NO_CONTEXT,
		);
		expect(parsed.problems).toMatchObject([{ code: "query-opaque", severity: "warning" }]);
		expect(parsed.tokens.unconsumed).toBe(4);
		expect(parsed.detection).toMatchObject({
			condition: {
				parts: [
					{ predicate: { field: "x" } },
					{ kind: "opaque", text: "frobnicate y by z" },
					{ predicate: { field: "w" } },
				],
			},
		});
	});
});
