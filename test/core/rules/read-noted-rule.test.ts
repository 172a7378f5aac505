import { expect, test } from "vitest";
import { readNotedRule } from "../../../src/core/rules/read-noted-rule";
import type { NotedRule } from "../../../src/core/rules/read-noted-rule";
import { openFixture } from "./read-fixture";

function noted(text: string, fileName: string, more: Partial<NotedRule> = {}): NotedRule {
	return {
		vendor: null,
		id: null,
		title: null,
		status: null,
		level: null,
		techniques: [],
		taggedTechniques: [],
		tactics: [],
		source: { text, line: 41, fileName },
		...more,
	};
}

const CORRELATION = openFixture("sigma/correlation.yml").text;

test("lines of rule, queries and problems are the note's", () => {
	const { text } = openFixture("elastic/eql-rule.toml");
	const { rule } = readNotedRule("Rules/Spooler.md", noted(text, "Spooler.toml"));
	const own = text.split("\n").findIndex((line) => line.startsWith("process where"));
	expect(rule).toMatchObject({ file: "Rules/Spooler.md", line: 41 });
	expect(rule?.queries[0]?.line).toBe(own + 41);
	const { problems } = readNotedRule("a.md", noted("title: x\n\tb", "a.yml"));
	expect(problems[0]?.line).toBe(42);
});

test("what the properties say stands before what the text says", () => {
	const { text } = openFixture("sigma/every-field.yml");
	const more = {
		id: "kept",
		title: "My title",
		status: "retired",
		level: "Low",
		techniques: ["T1685"],
		taggedTechniques: ["T1001"],
		tactics: ["Defense Impairment"],
	};
	expect(readNotedRule("a.md", noted(text, "a.yml", more)).rule).toMatchObject({
		id: "kept",
		title: "My title",
		status: "retired",
		level: "low",
		techniques: ["T1685"],
		tactics: ["defense-impairment"],
	});
});

test("tags give the techniques only where neither properties nor text do", () => {
	const { text } = openFixture("sigma/filter.yml");
	const tagged = noted(text, "a.yml", { taggedTechniques: ["T1001"] });
	expect(readNotedRule("a.md", tagged).rule?.techniques).toEqual(["T1001"]);
	const own = noted(openFixture("sigma/every-field.yml").text, "a.yml", {
		taggedTechniques: ["T1001"],
	});
	expect(readNotedRule("a.md", own).rule?.techniques).toEqual(["T1059.003", "T1021"]);
});

test("of several rules in the text, the note's is the one with its id", () => {
	const id = "6a1f8e60-5b0a-4c5f-8b9f-000000000021";
	const { rule } = readNotedRule("a.md", noted(CORRELATION, "a.yml", { id }));
	expect(rule?.kind).toBe("correlation");
});

test("text that is no rule gives none", () => {
	expect(readNotedRule("a.md", noted("a: 1\n", "a.yml")).rule).toBeUndefined();
});

test("a text that is no rule says why, and where", () => {
	const { rule, problems } = readNotedRule("a.md", noted("title: x\nlevel: low\n", "a.yml"));
	expect(rule).toBeUndefined();
	expect(problems).toMatchObject([
		{ file: "a.md", line: 41, message: expect.stringContaining("the text is no rule: ") as string },
	]);
});
