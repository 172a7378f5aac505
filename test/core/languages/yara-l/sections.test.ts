import { describe, expect, test } from "vitest";
import { parseYaraL } from "../../../../src/core/languages/yara-l/parse-yara-l";
import { isFull, NO_CONTEXT } from "../query-building";
import { buildRule, list, read } from "./read-yara-l";

describe("YARA-L sections", () => {
	test("a whole rule: metadata and options restrict nothing, outcomes as far as the condition asks them", () => {
		const { detection, sources } = read(`private rule whole : tag {
			meta:
				author = "someone"
				created = 2024-01-01
				reference = https://example.org/a?b=c
			events:
				$login.metadata.event_type = "USER_LOGIN"
				$login.security_result.action = "BLOCK"
				$login.target.user.userid = $user
			match:
				$user over 1h
			outcome:
				$risk_score = max(if($login.principal.ip = "1.1.1.1", 90, 10))
				$seen = max(metrics.auth_attempts_total(period:1d, window:30d, metric:first_seen, agg:min, target.user.userid:$user))
				$ips = array_distinct($login.principal.ip)
			condition:
				#login > 5 and $risk_score >= 50
			options:
				allow_zero_values = true
		}`);
		expect(sources).toMatchObject([{ kind: "event-type", name: "USER_LOGIN" }]);
		expect(detection).toMatchObject({
			kind: "aggregate",
			of: {
				kind: "event",
				condition: {
					parts: [
						{ predicate: { field: "metadata.event_type", source: "USER_LOGIN" } },
						{ predicate: { field: "security_result.action", source: "USER_LOGIN" } },
					],
				},
			},
			by: ["user"],
			window: "1h",
			having: {
				kind: "and",
				parts: [
					{ predicate: { field: "#login", op: "gt", origin: "computed" } },
					{
						kind: "and",
						parts: [
							{ predicate: { field: "$risk_score", op: "ge", origin: "computed" } },
							{ predicate: { field: "principal.ip", op: "eq", origin: "event" } },
						],
					},
				],
			},
		});
	});

	test.each([
		["$u, $h over 5m", ["u", "h"], "5m"],
		["$u over 10m before $e", ["u"], "10m"],
		["$u over 10m after $e", ["u"], "10m"],
		["$u by 30m", ["u"], "30m"],
		["$u by day", ["u"], "day"],
		["$u over every hour", ["u"], "hour"],
		["principal.ip, target.port", ["principal.ip", "target.port"], null],
		["$e.principal.ip by 1h", ["principal.ip"], "1h"],
	])("match: %s", (match, by, window) => {
		expect(read(buildRule("$e.a = 1", "$e", match)).detection).toMatchObject({
			kind: "aggregate",
			by,
			window,
			having: { kind: "always" },
		});
	});

	test("several event variables are a sample, tied by what they have in common", () => {
		const { detection } = read(
			buildRule(
				`$a.metadata.event_type = "USER_LOGIN" and $a.target.user.userid = $user
				$b.metadata.event_type = "FILE_CREATION" and $b.principal.user.userid = $user
				$a.principal.ip = $b.principal.ip
				$a.metadata.event_timestamp.seconds < $b.metadata.event_timestamp.seconds
				$b.target.file.size > 5 $user != "root"`,
				"$a and $b",
				"$user over 1h",
			),
		);
		expect(detection).toMatchObject({
			kind: "filter",
			condition: {
				predicate: {
					field: "metadata.event_timestamp.seconds",
					op: "lt",
					terms: [{ value: { ref: "$b.metadata.event_timestamp.seconds" } }],
				},
			},
			of: {
				kind: "sample",
				by: ["user"],
				maxSpan: "1h",
				steps: [
					{
						source: "USER_LOGIN",
						by: ["principal.ip", "target.user.userid"],
						condition: {
							parts: [
								{ predicate: { field: "metadata.event_type" } },
								{ predicate: { field: "target.user.userid", op: "ne" } },
							],
						},
						isMissing: false,
					},
					{
						source: "FILE_CREATION",
						by: ["principal.ip", "principal.user.userid"],
						condition: { parts: [{}, { predicate: { field: "target.file.size" } }] },
						isMissing: false,
					},
				],
			},
		});
	});

	test.each(["$a and !$b", "$a and not $b", "$a and #b = 0", "$a and #b < 1", "$a and not #b > 0"])(
		"an event that must be absent: %s",
		(condition) => {
			const text = buildRule('$a.x = "1" $b.y = "2" $a.u = $u $b.u = $u', condition, "$u over 1h");
			const parsed = read(text);
			expect(list(text).slice(0, 2)).toEqual(['x eq= "1"', '!y eq= "2"']);
			expect(parsed.detection.kind).toBe(condition.includes("#") ? "aggregate" : "sample");
		},
	);

	test.each([
		["any of [$risk > 50, #e >= 3]", "or"],
		["ALL of [$risk > 50, #e >= 3]", "and"],
		["2 of [$risk > 50, #e >= 3, $e]", "at-least"],
	])("a choice of conditions: %s", (choice, kind) => {
		const text = buildRule("$e.a = 1", `$e and ${choice}`, "$u over 1h");
		expect(list(text)).toEqual(["a eq= 1", "[$risk gt= 50]", "[#e ge= 3]"]);
		expect(read(text).detection).toMatchObject({ kind: "aggregate", having: { kind } });
	});

	test("a choice of none is reported", () => {
		const parsed = parseYaraL(buildRule("$e.a = 1", "some of [$e, $f]"), NO_CONTEXT);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", severity: "error" }]);
		expect(isFull(parsed)).toBe(false);
	});

	test("fields of different events that must differ are a test, also behind not", () => {
		const unequal = buildRule("$a.ip != $b.ip", "$a and $b");
		expect(list(unequal)).toEqual(['ip ne= {"ref":"$b.ip"}']);
		expect(list(buildRule("not $a.ip = $b.ip", "$a and $b"))).toEqual(['!ip eq= {"ref":"$b.ip"}']);
	});

	test("of several event types none is a predicate's own, all are sources", () => {
		const text =
			'($e.metadata.event_type = "A" or $e.metadata.event_type = "B") not $e.metadata.event_type = "C" $e.x = 1';
		const { sources, detection } = read(buildRule(text, "$e"));
		expect(sources.map(({ name }) => name)).toEqual(["A", "B"]);
		expect(detection).toMatchObject({
			condition: { parts: [{}, {}, { predicate: { source: null } }] },
		});
		const sure =
			'($e.metadata.event_type = "A" and $e.y = 2) or ($e.z = 3 and "A" = $e.metadata.event_type)';
		expect(read(buildRule(`(${sure}) $e.x = 1`, "$e")).detection).toMatchObject({
			condition: { parts: [{}, { predicate: { field: "x", source: "A" } }] },
		});
	});

	test("a search has neither frame nor variables", () => {
		const text = `metadata.event_type = "NETWORK_CONNECTION" AND (principal.ip = "1.1.1.1" OR NOT target.port = 80)
			ip in %feed hostname = /x.z/ nocase
			$total = network.sent_bytes + network.received_bytes
			match: principal.ip by 1h
			Outcome: $n = count_distinct(target.ip)
			condition: $n > 3
			dedup: target.ip, principal.ip
			order: $n desc, principal.ip asc
			limit: 20
			select: principal.ip, $n
			unselect: target.ip`;
		expect(list(text)).toEqual([
			'metadata.event_type eq= "NETWORK_CONNECTION"',
			'principal.ip eq= "1.1.1.1"',
			"!target.port eq= 80",
			'ip in= {"list":"feed"}',
			'hostname regex_match~ "x.z"',
			"[$n gt= 3]",
		]);
		expect(read(text).detection).toMatchObject({
			kind: "aggregate",
			of: { kind: "event" },
			by: ["principal.ip"],
			window: "1h",
		});
	});

	test("stages come before the result, which computes with their columns", () => {
		const text = `stage daily {
				metadata.event_type = "NETWORK_CONNECTION"
				$source = principal.hostname $source != ""
				match: $source by day
				outcome: $bytes = sum(network.sent_bytes)
			}
			$daily.bytes > 1000
			$who = $daily.source
			match: $who
			order: $who asc`;
		expect(list(text)).toEqual([
			'metadata.event_type eq= "NETWORK_CONNECTION"',
			'principal.hostname ne= ""',
			"[bytes gt= 1000]",
		]);
		expect(read(text).detection).toMatchObject({
			kind: "join",
			how: "stage",
			parts: [
				{ kind: "aggregate", by: ["source"], window: "day" },
				{ kind: "aggregate", of: { kind: "event" }, by: ["who"] },
			],
		});
	});

	test("stages may stand inside of a rule, with or without a section of events behind them", () => {
		for (const head of ["", "events:"]) {
			const text = `rule r {
				meta: author = "a"
				stage daily {
					$e.metadata.event_type = "USER_LOGIN"
					$host = $e.principal.hostname
					match: $host by 1d
					outcome: $n = count($e.metadata.id)
				}
				${head}
				$daily.n > 10
				match: $host by 1d
				outcome: $all = max($daily.n)
				condition: $all > 20
			}`;
			expect(list(text)).toEqual([
				'metadata.event_type eq= "USER_LOGIN"',
				"[n gt= 10]",
				"[$all gt= 20]",
			]);
			expect(read(text).detection).toMatchObject({ kind: "join", how: "stage" });
		}
	});

	test("stages inside of stages are no stages, however many", () => {
		const { problems } = parseYaraL("stage s { ".repeat(20_000), NO_CONTEXT);
		expect(problems.length).toBeGreaterThan(0);
	});

	test("text behind a rule, and a rule that is not closed, are reported", () => {
		for (const text of [
			"rule r { events: $e.a = 1 condition: $e } x",
			"rule r { events: $e.a = 1",
		]) {
			const { problems } = parseYaraL(text, NO_CONTEXT);
			expect(problems).toMatchObject([{ code: "query-syntax", severity: "error" }]);
		}
		expect(isFull(parseYaraL("rule r { events: $e.a = 1 condition: $e } x", NO_CONTEXT))).toBe(
			false,
		);
	});
});
