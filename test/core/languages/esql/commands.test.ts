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
		'mmr [0.1, -0.2]::dense_vector on embedding limit 10 with { "lambda": 0.5 }',
		'mmr text_embedding("x", "model") on embedding limit 5',
		"mmr on embedding limit 5",
		'highlight prefix = "hl_" "fox" on title, body.text with { "order": "score" }',
		'highlight match(title, "x") and not body : "y" on title, body',
		'dense_vector title, body with { "inference_id": "x" }',
		'dense_vector suffix = "_v" on title',
		"dedup",
		"distinct",
		"ts_collapse",
		"topk bytes * 2, 3 by host.name, date_trunc(1 hour, @timestamp)",
		"bottomk bytes, ?count",
		"limitk 5 by host.name",
		"limit 5 by to_lower(host.name)",
		"sort ??column desc | keep ??column",
		"stats ??function(??column) by ??group.name",
		"stats count(*), avg(x) where y > 1 by bucket(@timestamp, 1 hour), host.name",
		"stats first(a by @timestamp)",
	])("%s is read to its end", (command) => {
		expect(isFull(read(`from logs | ${command}`))).toBe(true);
	});

	test("a query of another language is named and not taken apart", () => {
		const parsed = parseEsql('promql index=k8s sum(rate(x{pod!="a"}[5m])) | limit 1', NO_CONTEXT);
		expect(isFull(parsed)).toBe(false);
		expect(parsed.problems).toMatchObject([{ message: "PromQL is not taken apart" }]);
	});

	test("characters without width are white space", () => {
		expect(list("from logs |\u200B where\u00A0x == 1")).toEqual(["x eq= 1"]);
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

	test("highlighted text and vectors are columns of the query", () => {
		expect(
			list(`from logs | highlight "x" on title | highlight prefix = "hl_" "x" on a.b
				| dense_vector body | dense_vector v = body | dense_vector suffix = "_v" on body
				| where highlight_title == "1" and hl_a.b == "2" and body_dense_vector == 3 and v == 4
					and body_v == 5 and title == "6"`),
		).toEqual([
			'[highlight_title eq= "1"]',
			'[hl_a.b eq= "2"]',
			"[body_dense_vector eq= 3]",
			"[v eq= 4]",
			"[body_v eq= 5]",
			'title eq= "6"',
		]);
	});

	test("a column that is true or false stands for its condition", () => {
		expect(
			list(`from logs
				| eval is_shell = process.name in ("sh", "bash"), is_new = starts_with(file.path, "/tmp/")
				| eval is_bad = is_shell and not is_new, copy = is_new, n = is_new and length(a) > 2
				| rename is_bad as bad
				| where bad or copy == false | eval copy = 1 | where copy == 1`),
		).toEqual([
			'process.name in= "sh" "bash"',
			'!file.path starts_with= "/tmp/"',
			'!file.path starts_with= "/tmp/"',
			"[copy eq= 1]",
		]);
	});

	test("such columns stand for no more than the text can hold", () => {
		const doubled = Array.from({ length: 60 }, (_, n) => `f${n + 1} = f${n} or not f${n}`);
		const text = `from logs | eval f0 = a == 1, ${doubled.join(", ")} | where f60`;
		expect(list(text).length).toBeLessThan(text.length);
	});

	test("a query in brackets behind in is a part of its own", () => {
		const text =
			"from a | where id in (from b, c | where (x == 1) | keep id) and not y in (from d | keep y) | limit 1";
		const parsed = read(text);
		expect(list(text)).toEqual([
			'id in= {"ref":"from b, c | where (x == 1) | keep id"}',
			'!y in= {"ref":"from d | keep y"}',
			"x eq= 1",
		]);
		expect(parsed.detection).toMatchObject({ kind: "join", how: "subquery", parts: [{}, {}, {}] });
		expect(parsed.sources.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
		const broken = parseEsql("from a | where id in (from b | nonsense | keep id)", NO_CONTEXT);
		expect(isFull(broken)).toBe(false);
		expect(broken.problems).toMatchObject([{ code: "query-opaque", span: { start: 31, end: 39 } }]);
	});

	test("an EQL query is taken apart by its own language", () => {
		const text = `eql "process where a == \\"x\\" and not b : \\"y*\\"" with { "indices": "logs-*, other" }
			| stats c = count(*) | where c > 3`;
		expect(list(text)).toEqual(['a eq= "x"', '!b starts_with~ "y"', "[c gt= 3]"]);
		expect(read(text).sources.map(({ name }) => name)).toEqual(["logs-*", "other", "process"]);
		const sequence = read('eql """sequence by h [any where a == 1] ![any where b == 2]"""');
		expect(sequence.detection).toMatchObject({
			kind: "sequence",
			by: ["h"],
			steps: [{ condition: { predicate: { span: { start: 32, end: 38 } } } }, { isMissing: true }],
		});
		expect(isFull(parseEsql('eql "any where a == " | limit 1', NO_CONTEXT))).toBe(false);
	});

	test("an EQL query may stand behind its indices, and in brackets", () => {
		const text = `eql logs-*,other "process where a == 1" metadata _index, _id with { "size": 9 } | where b == 2`;
		expect(list(text)).toEqual(["a eq 1", "b eq= 2"]);
		expect(read(text).sources.map(({ name }) => name)).toEqual(["logs-*", "other", "process"]);
		expect(list('from a | where id in (eql logs-* "any where b == 1" | keep id)')).toContain(
			"b eq 1",
		);
		expect(list("from a | where (eql == 1)")).toEqual(["eql eq= 1"]);
	});

	test("explain explains a query", () => {
		expect(list("explain (from a | where b == 1)")).toEqual(["b eq= 1"]);
		expect(list("explain [ from a | where b == 1 | limit 3 ]")).toEqual(["b eq= 1"]);
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

	test.each([
		["bucket(@timestamp, 1 hour)", "1 hour"],
		['date_trunc("5 minutes", @timestamp)', '"5 minutes"'],
		["tbucket(10 s)", "10 s"],
		['bucket(@timestamp, 20, "2024-01-01", "2024-02-01")', null],
	])("the window of %s is %s", (slice, window) => {
		const { detection } = read(`from logs | stats c = count(*) by t = ${slice} | where c > 1`);
		expect(detection).toMatchObject({ kind: "aggregate", window });
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
