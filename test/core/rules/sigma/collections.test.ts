import { expect, test } from "vitest";
import { NO_CONTEXT } from "../../../../src/core/rules/query-context";
import { understandRule } from "../../../../src/core/rules/understand-rule";
import { openFixture, readFixture, readText, rulesOf } from "../read-fixture";

test("documents under a global id are one rule with a query for each log source", () => {
	const { rules, problems } = readFixture("sigma/global-one-id.yml");
	const { text } = openFixture("sigma/global-one-id.yml");
	expect(problems).toEqual([]);
	expect(rules).toHaveLength(1);
	const [rule] = rules;
	expect(rule).toMatchObject({
		id: "6a1f8e60-5b0a-4c5f-8b9f-000000000001",
		title: "Service installed",
		techniques: ["T1543.003"],
		logsource: { product: "windows", service: null, category: null },
		text,
		line: 1,
	});
	expect(rule?.queries.map(({ label }) => label)).toEqual([
		"windows / system",
		"windows / security",
	]);
});

test("each query of a collection is a rule that can be read alone, and its own lines are the file's", () => {
	const [rule] = readFixture("sigma/global-one-id.yml").rules;
	const fileLines = openFixture("sigma/global-one-id.yml").text.split("\n");
	expect(rule?.queries).toHaveLength(2);
	for (const query of rule?.queries ?? []) {
		const alone = rulesOf(readText("alone.yml", query.text)).rules;
		expect(alone.map(({ id }) => id)).toEqual([rule?.id]);
		const at = query.text.split("\n").findIndex((line) => line.includes("EventID"));
		expect(fileLines[query.line - 1 + at]).toBe(query.text.split("\n")[at]);
	}
});

test("documents with ids of their own are rules of their own, with the global fields", () => {
	const { rules, problems } = readFixture("sigma/global-own-ids.yml");
	expect(problems).toEqual([]);
	expect(
		rules.map(({ id, title, level, logsource, techniques }) => [
			id.slice(-2),
			title,
			level,
			logsource.product,
			logsource.service,
			techniques.length,
		]),
	).toEqual([
		["11", "Shared title", null, "windows", "security", 1],
		["12", "Shared title", "high", "windows", "security", 1],
		["13", "Stands alone", null, "linux", null, 0],
	]);
});

test("a repeated document adds to the one before it", () => {
	const [, repeated] = readFixture("sigma/global-own-ids.yml").rules;
	expect(repeated?.text).toContain("EventID: 1");
	expect(repeated?.text).toContain("EventID: 2");
});

test("a broken document costs only itself", () => {
	const { rules, problems } = readFixture("sigma/one-broken-document.yml");
	expect(rules.map(({ title, line }) => [title, line])).toEqual([
		["First", 1],
		["Third", 13],
	]);
	expect(problems.map(({ code, line }) => [code, line])).toEqual([
		["read-syntax", 12],
		["rule-field", 22],
	]);
});

test("a collection that would grow without bound is cut, and says so", () => {
	const global = `action: global\ntitle: Long\ndescription: ${"x".repeat(20_000)}\n`;
	const one = "---\nlogsource: {product: a}\ndetection: {condition: b}\n";
	const { rules, problems } = rulesOf(readText("long.yml", global + one.repeat(400)));
	expect(rules.length).toBeGreaterThan(10);
	expect(rules.length).toBeLessThan(400);
	expect(problems.at(-1)?.message).toContain("left out");
});

test("a key that only a prototype has changes nothing", () => {
	const text =
		"action: global\n__proto__: {level: high}\n---\n" +
		"title: A\nlogsource: {product: a}\ndetection: {condition: b}\n";
	expect(rulesOf(readText("proto.yml", text)).rules[0]?.level).toBeNull();
	expect(Object.hasOwn(Object.prototype, "level")).toBe(false);
});

const ITEMS = ["first", "second"].map((word) => ({
	title: `The ${word}`,
	logsource: { product: "windows" },
	detection: { selection: { Image: `${word}.exe` }, condition: "selection" },
}));

test.each([
	["rules.json", JSON.stringify(ITEMS, null, 1), [2, 14]],
	[
		"rules.yml",
		ITEMS.map(
			({ title, detection: { selection } }) =>
				`- title: ${title}\n  logsource: {product: windows}\n  detection:\n    selection: {Image: ${selection.Image}}\n    condition: selection\n`,
		).join(""),
		[1, 6],
	],
])("each rule of a list in %s is a rule", (name, text, lines) => {
	const { rules, problems } = rulesOf(readText(name, text));
	expect(problems).toEqual([]);
	expect(rules.map(({ title, line }) => [title, line])).toEqual([
		["The first", lines[0]],
		["The second", lines[1]],
	]);
	const understood = rules.map((rule) => understandRule(rule, NO_CONTEXT).parsed);
	expect(understood).toEqual(["full", "full"]);
});

test("a list whose items cannot be told apart is no list of rules", () => {
	const text = "[{title: a, detection: {condition: b}},\n- c]\n";
	expect(readText("rules.yml", text).kind).toBe("none");
});
