import { describe, expect, test } from "vitest";
import { parseLucene } from "../../../../src/core/languages/lucene/parse-lucene";
import type { Rule } from "../../../../src/core/model/rule";
import { isFull, NO_CONTEXT, showPredicates } from "../../languages/query-building";
import { openFixture, readFixture, readText, rulesOf } from "../read-fixture";

const NAME = "elastic/export-exceptions.ndjson";

/** What a rule's filters and exceptions leave out, each with its label and line. */
function listConditions(rule: Rule | undefined): readonly (readonly unknown[])[] {
	return (rule?.queries.slice(1) ?? []).map(({ label, line, text }) => {
		const parsed = parseLucene(text, NO_CONTEXT);
		expect(isFull(parsed), text).toBe(true);
		return [label, line, ...showPredicates(parsed)];
	});
}

describe("an export of Kibana's with exceptions", () => {
	const { rules, problems } = readFixture(NAME);
	const [rule, other] = rules;
	const lines = openFixture(NAME).text.split("\n");

	test("holds its rules alone", () => {
		expect(rules.map(({ title }) => title)).toEqual(["Account list asked for", "Another"]);
		expect(other?.queries).toHaveLength(1);
		expect(other?.text).toBe(lines[1]);
	});

	test("leaves out what all entries of an item describe, behind the rule's filters", () => {
		expect(listConditions(rule)).toEqual([
			["Filter", 1, '!user.name eq "system"'],
			[
				"Exception",
				4,
				'!process.parent.executable eq "C:\\\\Agent\\\\agent.exe"',
				'!user.name eq "svc-a" "svc-b"',
			],
			[
				"Exception",
				5,
				'host.name starts_with "srv-"',
				'!process.code_signature.subject_name eq "Contoso"',
			],
			["Exception", 7, "process.args exists"],
		]);
	});

	test("tells of an item that reads a value list", () => {
		const message =
			"the exception \u201CKnown addresses\u201D is of no kind that is known, and left out";
		expect(problems).toMatchObject([{ line: 6, code: "rule-field", message }]);
		expect(rule?.leftOut).toEqual([message]);
	});

	test("gives a rule the text of its exceptions, which alone gives them again", () => {
		const text = [0, 3, 4, 5, 6].map((line) => lines[line]).join("\n");
		expect(rule?.text).toBe(text);
		const [again] = rulesOf(readText("rule.json", text)).rules;
		expect(again?.queries.map((query) => query.text)).toEqual(
			rule?.queries.map((query) => query.text),
		);
		expect(again?.text).toBe(text);
	});
});

test("exceptions that many rules share do not make the rules many times as long as their export", () => {
	const item = { list_id: "x", item_id: "i", entries: [], comments: ["c".repeat(10_000)] };
	const rules = Array.from({ length: 200 }, (_, index) => ({
		...{ name: `Rule ${index}`, rule_id: `id-${index}`, type: "query", query: "a : b" },
		exceptions_list: [{ list_id: "x" }],
	}));
	const text = [...rules, ...Array.from({ length: 5 }, () => item)]
		.map((value) => JSON.stringify(value))
		.join("\n");
	const { rules: read, problems } = rulesOf(readText("shared.ndjson", text));
	expect(read).toHaveLength(200);
	expect(read.reduce((sum, rule) => sum + rule.text.length, 0)).toBeLessThan(8 * text.length);
	expect(problems.at(-1)?.message).toContain("too many");
	expect(read.at(-1)?.leftOut).toHaveLength(1);
});
