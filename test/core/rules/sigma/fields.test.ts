import { expect, test } from "vitest";
import { readFixture, readOnlyRule, openFixture } from "../read-fixture";

test("every field of the specification is read", () => {
	const { rules, problems } = readFixture("sigma/every-field.yml");
	expect(problems).toEqual([]);
	expect(rules).toHaveLength(1);
	expect(rules[0]).toMatchObject({
		id: "0c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11",
		vendor: "sigma",
		kind: "rule",
		language: "sigma",
		title: "Remote Shell Started By A Print Spooler",
		description:
			"Detects a shell that the print spooler starts.\n\nA spooler has no reason to do so.",
		status: "experimental",
		level: "high",
		confidence: null,
		techniques: ["T1059.003", "T1021"],
		tactics: ["execution", "lateral-movement"],
		logsource: { product: "windows", service: "sysmon", category: "process_creation" },
		author: "Ada Lovelace, Grace Hopper",
		license: "DRL-1.1",
		created: "2024-05-01",
		lastModified: "2025-01-31",
		references: ["https://example.org/spooler", "A printed report, page 12"],
		falsePositives: ["Driver packages", "Unlikely"],
		related: [
			{ id: "3f0b8d1e-3a53-4d1e-8a37-0d1b3f2b9c22", type: "derived" },
			{ id: "9a7b3c44-8f5e-4f0e-9a1d-77c1c6d0aa33", type: "obsolete" },
		],
		simulations: [
			{
				technique: "T1059.003",
				name: "Spooler starts a shell",
				guid: "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec",
			},
		],
		regressionTests: "regression/info.yml",
		textLanguage: "yaml",
		line: 1,
	});
});

test("tags that are neither technique nor tactic are kept as written", () => {
	expect(readOnlyRule("sigma/every-field.yml").otherTags).toEqual([
		"attack.g0032",
		"attack.s0002",
		"cve.2021-34527",
		"car.2016-04-005",
		"tlp.amber",
		"detection.threat-hunting",
		"stp.3k",
	]);
});

test("what only people read becomes prose", () => {
	expect(readOnlyRule("sigma/every-field.yml").prose).toEqual([
		{ heading: "Log source", text: "Requirements: command lines must be logged" },
		{ heading: "Fields to look at", text: "- `CommandLine`\n- `ParentCommandLine`" },
		{ heading: "Scope", text: "- `server`" },
		{ heading: "Taxonomy", text: "`lab`" },
	]);
});

test("the text and the query are the document, verbatim", () => {
	const rule = readOnlyRule("sigma/every-field.yml");
	const { text } = openFixture("sigma/every-field.yml");
	expect(rule.text).toBe(text);
	expect(rule.queries).toEqual([{ language: "sigma", text, line: 1, label: null }]);
});

test("old spellings of dates, tags, lists and levels are read", () => {
	const { rules, problems } = readFixture("sigma/old-spellings.yml");
	expect(problems).toEqual([]);
	expect(rules[0]).toMatchObject({
		author: "Ada Lovelace, Grace Hopper",
		created: "2017-08-04",
		lastModified: "2023-12-09",
		techniques: ["T1021.004", "T1021", "T1110"],
		tactics: ["lateral-movement", "TA0008"],
		otherTags: [],
		references: ["https://example.org/old"],
		falsePositives: ["None known"],
		level: "informational",
	});
});

test("the folder states the status where the rule does not", () => {
	expect(readOnlyRule("sigma/deprecated/no-status.yml").status).toBe("deprecated");
	expect(readOnlyRule("sigma/every-field.yml").status).toBe("experimental");
});

test.each([
	["no-condition", 4, "the detection has no condition"],
	["no-logsource", 2, "the rule names no log source"],
	["no-title", 1, "the rule has no title"],
	["unknown-level", 8, "level is none of Sigma's five levels: urgent"],
	["no-date", 2, "date is not a date: last week"],
	["malformed-tag", 8, "the tag attack.t12345 names no technique or tactic"],
])("%s is reported with its line, and the rule is still read", (name, line, message) => {
	const { rules, problems } = readFixture(`sigma/invalid/${name}.yml`);
	expect(rules).toHaveLength(1);
	expect(problems).toEqual([
		{
			file: `sigma/invalid/${name}.yml`,
			line,
			code: "rule-field",
			severity: "warning",
			message,
		},
	]);
});

test("a rule without id gets one from vendor, file name and ordinal", () => {
	expect(readOnlyRule("sigma/invalid/no-date.yml").id).toBe("sigma:no-date.yml:1");
});
