import fc from "fast-check";
import { expect, test } from "vitest";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";
import { openFixture, readText } from "./read-fixture";

const SIGMA = openFixture("sigma/filter.yml").text;
const ELASTIC = openFixture("elastic/building-block.toml").text;
const EXPORT = openFixture("elastic/export-list.json").text;

test.each([
	["rule.txt", SIGMA, "sigma"],
	["rule", SIGMA, "sigma"],
	["rule.conf", `# a comment\n${SIGMA}`, "sigma"],
	["rule.toml", SIGMA, "sigma"],
	["rule.json", SIGMA, "sigma"],
	["rule.txt", ELASTIC, "elastic"],
	["rule.yml", ELASTIC, "elastic"],
	["rules.txt", EXPORT, "elastic"],
	["rules.yml", EXPORT, "elastic"],
])("%s is recognised by its content (%#)", (name, text, vendor) => {
	expect(readText(`anywhere/${name}`, text)).toMatchObject({ kind: "rules", vendor });
});

test("a rule in JSON is the rule that it is in YAML", () => {
	const text = JSON.stringify({
		title: "In JSON",
		id: "6a1f8e60-5b0a-4c5f-8b9f-000000000081",
		logsource: { product: "windows" },
		detection: { selection: { EventID: 1 }, condition: "selection" },
	});
	expect(readText("rule.json", text)).toMatchObject({
		kind: "rules",
		vendor: "sigma",
		reading: { rules: [{ title: "In JSON", textLanguage: "json" }] },
	});
});

test.each([
	["a.yml", "", "the file is empty"],
	["a.yml", "\n \n", "the file is empty"],
	["ci.yml", "name: CI\non: push\njobs:\n  test: {}\n", "a CI workflow"],
	[
		"T1003.yaml",
		"attack_technique: T1003\natomic_tests: []\n",
		"Atomic Red Team tests: give them as atomics",
	],
	[
		"bundle.json",
		'{"type":"bundle","id":"bundle--1","objects":[]}',
		"a STIX bundle: give it as ATT&CK data",
	],
	[
		"layer.json",
		'{"name":"l","versions":{},"domain":"enterprise-attack","techniques":[]}',
		"an ATT&CK Navigator layer",
	],
	["list.yml", "- a\n- b\n", "YAML that is a list or a single value, not a rule"],
	[
		"pyproject.toml",
		'[project]\nname = "x"\n[build-system]\nrequires = []\n',
		"a Python project file",
	],
	["notes.yml", "a: 1\nb: 2\n", "no rule of a known vendor: YAML with a, b"],
])("%s is none, because: %s (%#)", (name, text, reason) => {
	expect(readText(name, text)).toMatchObject({ kind: "none", reason, problems: [] });
});

test("a broken YAML file gives one line with the reason", () => {
	const kind = readRuleFile(openFixture("sigma/invalid/tabs.yml"));
	expect(kind).toMatchObject({
		kind: "none",
		problems: [{ file: "sigma/invalid/tabs.yml", line: 3, code: "read-syntax" }],
	});
	expect(kind.kind === "none" && kind.reason).toMatch(/^not valid YAML: /);
});

test("a broken JSON file gives the line and the reason in words of our own", () => {
	expect(
		readText("rule.json", '{\n  "title": "A",\n  "detection": { "selection": }\n}\n'),
	).toMatchObject({
		kind: "none",
		problems: [{ line: 3, code: "read-syntax", message: 'not valid JSON: unexpected "}"' }],
	});
	expect(readText("cut.json", '{\n  "title": "A",\n  "detection": "sel')).toMatchObject({
		problems: [{ line: 3, message: "not valid JSON: the text ends in the middle of a string" }],
	});
});

test("a YAML bomb is refused by name", () => {
	const level = (name: string, inner: string): string =>
		`${name}: &${name} [${Array.from({ length: 10 }, () => `*${inner}`).join(",")}]\n`;
	const bomb = `a: &a [1,2,3,4,5,6,7,8,9,0]\n${"b c d e f g h"
		.split(" ")
		.map((name, at) => level(name, "abcdefg"[at] ?? "a"))
		.join("")}`;
	expect(readText("bomb.yml", bomb)).toMatchObject({
		kind: "none",
		problems: [{ code: "read-yaml-bomb" }],
	});
});

test("a JSON line that is broken among rules is one problem", () => {
	const text = `{"a":\n${JSON.stringify({ rule_id: "r", name: "n", type: "eql", query: "any where true" })}\n`;
	expect(readText("x.ndjson", text)).toMatchObject({
		kind: "rules",
		reading: { problems: [{ line: 1, code: "read-syntax" }] },
	});
});

test("no input makes reading throw, and every file is one of the three kinds", () => {
	const fragments = fc.constantFrom(
		"title: x\n",
		"detection:\n",
		"  condition: a\n",
		"logsource: {product: w}\n",
		"---\n",
		"action: global\n",
		"[rule]\n",
		"name = 'a'\n",
		"type = 'eql'\n",
		"query = '''\n",
		"'''\n",
		"{",
		"}",
		"[",
		"]",
		'"',
		":",
		"\\",
		"- ",
		"correlation: {rules: [a]}\n",
		"filter: {rules: b}\n",
		"threat = 3\n",
		'"rule_id":',
		"\u0000",
		"\uD800",
		"&a *a ",
		"__proto__: {}\n",
		"tags: [attack.t1, 3, null]\n",
		"id: {}\n",
		"rule x {\n",
		"events:\n",
		"|",
		"\t",
		"`",
		"# ",
	);
	fc.assert(
		fc.property(
			fc.array(fragments, { maxLength: 30 }),
			fc.constantFrom("a.yml", "a.toml", "a.json", "a.md", "a.txt", "a.kql", "a.yaral", "a"),
			(parts, path) => {
				const kind = readText(path, parts.join(""));
				expect(["rules", "context", "none"]).toContain(kind.kind);
				if (kind.kind === "rules") expect(kind.reading.rules.length).toBeGreaterThan(0);
				if (kind.kind === "none") expect(kind.reason).not.toBe("");
			},
		),
		{ numRuns: 400 },
	);
});
