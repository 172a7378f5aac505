import { expect, test } from "vitest";
import { readFixture, readText, rulesOf } from "../read-fixture";

test("a hunt is one rule with its queries, each in its own language", () => {
	const { rules, problems } = readFixture("elastic/hunt.toml");
	expect(problems).toEqual([]);
	expect(rules).toHaveLength(1);
	expect(rules[0]).toMatchObject({
		id: "2c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b18",
		kind: "hunt",
		language: "esql",
		title: "Persistence via cron",
		status: null,
		level: null,
		techniques: ["T1053.003"],
		otherTags: ["AML.T0010"],
		dataSources: ["endpoint"],
		logsource: { product: "linux" },
		references: ["https://example.org/cron"],
		prose: [
			{
				heading: "Hunting notes",
				text: "- Counts are low on purpose.\n- The second query is for Osquery.",
			},
		],
	});
	expect(rules[0]?.queries.map(({ language, label }) => [language, label])).toEqual([
		["esql", "logs-endpoint.events.file-*"],
		["sql", "crontab"],
		["esql", "logs-endpoint.events.process-*"],
	]);
});

test("a first line that only names the language is no part of the query", () => {
	const [query] = readFixture("elastic/hunt.toml").rules[0]?.queries ?? [];
	expect(query?.text).toMatch(/^from logs-endpoint/);
});

test("each query has its line, also one with escapes", () => {
	const [rule] = readFixture("elastic/hunt.toml").rules;
	const lines = rule?.text.split("\n") ?? [];
	const starts = rule?.queries.map(({ line }) => lines[line - 1]);
	expect(starts).toEqual([
		"from logs-endpoint.events.file-*",
		"SELECT * FROM crontab",
		"from logs-endpoint.events.process-*",
	]);
});

test("several hunts in one file are several rules", () => {
	const hunt = (name: string): string =>
		`[[hunt]]\nname = "${name}"\nlanguage = ["EQL"]\nquery = ["process where true"]\n`;
	const { rules } = rulesOf(readText("many.toml", hunt("One") + hunt("Two")));
	expect(rules.map(({ title, id }) => [title, id])).toEqual([
		["One", "elastic:many.toml:1"],
		["Two", "elastic:many.toml:2"],
	]);
});

test("a language that nobody knows is reported", () => {
	const text = '[hunt]\nname = "Odd"\nlanguage = ["Esperanto"]\nquery = ["from logs-*"]\n';
	expect(rulesOf(readText("odd.toml", text)).problems).toMatchObject([
		{ line: 3, message: "unknown query language: Esperanto" },
	]);
});
