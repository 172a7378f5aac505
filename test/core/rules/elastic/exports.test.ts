import { expect, test } from "vitest";
import { openFixture, readFixture, readText } from "../read-fixture";

test("each line of Kibana's export is a rule, with its line and its own text", () => {
	const { rules } = readFixture("elastic/export.ndjson");
	const lines = openFixture("elastic/export.ndjson").text.split("\n");
	expect(rules.map(({ title, line, text }) => [title, line, text === lines[line - 1]])).toEqual([
		["Exported rule", 1, true],
		["Exported job", 2, true],
	]);
});

test("an exported rule says what a TOML rule says", () => {
	const [rule, job] = readFixture("elastic/export.ndjson").rules;
	expect(rule).toMatchObject({
		id: "2c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b19",
		language: "kuery",
		level: "high",
		status: null,
		techniques: ["T1059", "T1059.003"],
		tactics: ["execution"],
		dataSources: ["aws.cloudtrail"],
		sourceRef: "7",
		created: "2025-03-04",
		lastModified: "2025-04-05",
		textLanguage: "json",
		queries: [{ text: "process.name : cmd.exe", line: 1 }],
	});
	expect(job).toMatchObject({ kind: "machine-learning", language: null });
});

test("a broken line is one problem; the export's lists and summary are none", () => {
	const { problems } = readFixture("elastic/export.ndjson");
	expect(problems.map(({ line, code }) => [line, code])).toEqual([[3, "read-syntax"]]);
});

test("rules in a list keep their own texts", () => {
	const { rules } = readFixture("elastic/export-list.json");
	expect(rules.map(({ title, line, language }) => [title, line, language])).toEqual([
		["First of the list", 4, "eql"],
		["Saved object", 11, "esql"],
	]);
	expect(JSON.parse(rules[0]?.text ?? "")).toMatchObject({ name: "First of the list" });
	expect(rules[0]?.queries[0]?.line).toBe(8);
});

test("an exception list alone is context", () => {
	const text = '{"list_id":"lab","name":"Lab hosts","type":"detection"}\n';
	expect(readText("lists.ndjson", text)).toMatchObject({
		kind: "context",
		contexts: [{ what: "elastic-other", name: "Lab hosts" }],
	});
});
