import { describe, expect, test } from "vitest";
import { parseLucene } from "../../../../src/core/languages/lucene/parse-lucene";
import { readElasticFilters } from "../../../../src/core/rules/elastic/elastic-filters";
import { understandRule } from "../../../../src/core/rules/understand-rule";
import { isFull, NO_CONTEXT, showPredicates } from "../../languages/query-building";
import { readText, rulesOf } from "../read-fixture";

/** The predicates of one filter, as its query in Lucene gives them. */
function list(filter: Record<string, unknown>): readonly string[] {
	const { queries, unknown } = readElasticFilters([filter]);
	expect(unknown).toEqual([]);
	return queries.flatMap(({ text }) => {
		const parsed = parseLucene(text, NO_CONTEXT);
		expect(isFull(parsed), text).toBe(true);
		return showPredicates(parsed);
	});
}

describe("a filter beside a query", () => {
	test.each([
		[{ match_phrase: { "a.b": 'C:\\x "y"' } }, ['a.b eq "C:\\\\x \\"y\\""']],
		[{ match_phrase: { a: { query: "b" } } }, ['a eq "b"']],
		[{ match: { a: { query: "b", type: "phrase" } } }, ['a eq "b"']],
		[{ term: { a: 5 } }, ["a eq 5"]],
		[{ term: { a: { value: true } } }, ["a eq true"]],
		[{ terms: { a: ["b", "c d"], boost: 1 } }, ['a eq "b" "c d"']],
		[
			{ wildcard: { a: { value: "?:\\\\x y\\\\*", case_insensitive: true } } },
			['a wildcard "?:\\\\x y\\\\*"'],
		],
		[{ wildcard: { a: "*\\*(b)" } }, ['a ends_with "*(b)"']],
		[{ prefix: { a: "b:c" } }, ['a starts_with "b:c"']],
		[{ regexp: { a: { value: "b/c[0-9]+" } } }, ['a regex_match "b/c[0-9]+"']],
		[{ exists: { field: "a b" } }, ["a b exists"]],
		[{ range: { a: { gte: 1, lt: 5 } } }, ["a ge 1", "a lt 5"]],
		[{ query_string: { query: "a:b AND NOT c:d" } }, ['a eq "b"', '!c eq "d"']],
		[{ match_all: {} }, []],
		[
			{
				bool: {
					should: [{ match_phrase: { a: "b" } }, { match_phrase: { a: "c" } }],
					minimum_should_match: 1,
					must: [{ exists: { field: "d" } }],
					must_not: [{ term: { e: "f" } }],
				},
			},
			["d exists", 'a eq "b"', 'a eq "c"', '!e eq "f"'],
		],
		[{ bool: { filter: [{ term: { a: "b" } }], should: [{ term: { c: "d" } }] } }, ['a eq "b"']],
	])("%j", (query, expected) => {
		expect(list({ meta: {}, query })).toEqual(expected);
		expect(list({ meta: { disabled: true }, query })).toEqual([]);
	});

	test("is turned round by its switch", () => {
		expect(list({ meta: { negate: true }, query: { term: { a: "b" } } })).toEqual(['!a eq "b"']);
		expect(list({ meta: { negate: true }, exists: { field: "a" } })).toEqual(["!a exists"]);
	});

	test("joins others, some of which are switched off or turned round", () => {
		const phrase = (
			field: string,
			meta: Record<string, unknown> = {},
		): Record<string, unknown> => ({
			meta: { type: "phrase", key: field, ...meta },
			query: { match_phrase: { [field]: "x" } },
		});
		const both = [phrase("b"), phrase("c", { negate: true })];
		const params = [
			phrase("a"),
			{ meta: { type: "combined", relation: "AND", params: both } },
			phrase("d", { disabled: true }),
		];
		const combined = { meta: { type: "combined", relation: "OR", negate: true, params } };
		expect(readElasticFilters([combined])).toEqual({
			queries: [{ text: 'NOT ((a:"x") OR ((b:"x") AND (NOT (c:"x"))))', index: 0 }],
			unknown: [],
		});
		const odd = { meta: { type: "combined", relation: "OR", params: [phrase("a"), { meta: {} }] } };
		expect(readElasticFilters([odd]).unknown).toEqual([0]);
	});

	test("of a kind that is not known is told by its place", () => {
		const filters = [{ query: { exists: { field: "a" } } }, { query: { script: { x: 1 } } }];
		expect(readElasticFilters(filters).unknown).toEqual([1]);
	});

	const three = [{ term: { a: 1 } }, { term: { a: 2 } }, { term: { a: 3 } }];
	test.each([
		[{ prefix: { a: Object.create(null) as unknown } }],
		[{ regexp: { a: { pattern: "b" } } }],
		[{ range: { a: { from: 1, to: 5 } } }],
		[{ range: {} }],
		[{ term: {} }],
		[{ terms: { a: [] } }],
		[{ bool: { must: ["a:b"] } }],
		[{ bool: { should: three, minimum_should_match: 2 } }],
	])("that says nothing we can show is told, not taken for one that asks nothing: %j", (query) => {
		expect(readElasticFilters([{ query }])).toEqual({ queries: [], unknown: [0] });
	});

	test("asks for none of what only ranks", () => {
		const must = { exists: { field: "b" } };
		expect(list({ query: { bool: { should: three, must, minimum_should_match: 0 } } })).toEqual([
			"b exists",
		]);
	});
});

test("filters stand beside the rule's query, on their lines", () => {
	const text = [
		"[rule]",
		'name = "a"',
		'rule_id = "0a0d6fa2-7a3f-4d10-8a43-6d8e1a1a5a10"',
		'type = "query"',
		'language = "kuery"',
		"query = 'process.name: a.exe'",
		"",
		"[[rule.filters]]",
		"[rule.filters.meta]",
		"negate = true",
		'[rule.filters.query.wildcard."file.path"]',
		"value = '?:\\\\Windows\\\\*'",
		"[[rule.filters]]",
		"[rule.filters.query.script]",
		"x = 1",
	].join("\n");
	const { rules, problems } = rulesOf(readText("a.toml", text));
	const [rule] = rules;
	if (rule === undefined) throw new Error("no rule");
	expect(rule.queries.map(({ language, line, label }) => [language, line, label])).toEqual([
		["kuery", 6, null],
		["lucene", 8, "Filter"],
	]);
	expect(rule.language).toBe("kuery");
	expect(problems).toMatchObject([{ line: 13, code: "rule-field" }]);
	expect(understandRule(rule, NO_CONTEXT)).toMatchObject({
		parsed: "partial",
		reasons: ["filter 2 is of no kind that is known, and left out"],
	});
});

test("a machine learning rule with filters still has no query", () => {
	const text = [
		"[rule]",
		'name = "a"',
		'rule_id = "0a0d6fa2-7a3f-4d10-8a43-6d8e1a1a5a12"',
		'type = "machine_learning"',
		'machine_learning_job_id = "b"',
		"[[rule.filters]]",
		"[rule.filters.query.term]",
		'"host.name" = "lab"',
	].join("\n");
	const [rule] = rulesOf(readText("a.toml", text)).rules;
	if (rule === undefined) throw new Error("no rule");
	const { parsed, queries } = understandRule(rule, NO_CONTEXT);
	expect([rule.language, parsed, queries.length]).toEqual([null, "none", 1]);
});

test("what is compared with indicators stands beside the rule's query", () => {
	const text = [
		"[rule]",
		'name = "a"',
		'rule_id = "0a0d6fa2-7a3f-4d10-8a43-6d8e1a1a5a11"',
		'type = "threat_match"',
		"query = 'source.ip: *'",
		"[[rule.threat_mapping]]",
		"[[rule.threat_mapping.entries]]",
		'field = "source.ip"',
		'value = "threat.indicator.ip"',
		"[[rule.threat_mapping.entries]]",
		'field = "a-b"',
		'value = "threat.indicator.c"',
		"negate = true",
		"[[rule.threat_mapping]]",
		"[[rule.threat_mapping.entries]]",
		'field = "destination.ip"',
		'value = "threat.indicator.ip"',
	].join("\n");
	const [rule] = rulesOf(readText("a.toml", text)).rules;
	if (rule === undefined) throw new Error("no rule");
	const [, mapping] = understandRule(rule, NO_CONTEXT).queries;
	expect(mapping?.query).toMatchObject({ language: "eql", line: 6, label: "Indicators" });
	expect(mapping?.parsed && showPredicates(mapping.parsed)).toEqual([
		'source.ip eq= {"ref":"threat.indicator.ip"}',
		'a-b ne= {"ref":"threat.indicator.c"}',
		'destination.ip eq= {"ref":"threat.indicator.ip"}',
	]);
	expect(understandRule(rule, NO_CONTEXT).parsed).toBe("full");
});
