import { expect, test } from "vitest";
import { createRuleNote } from "./create-rule-note";
import { NO_CONTEXT } from "../../languages/query-building";
import { listQueryProblems, understandRule } from "../../../../src/core/rules/understand-rule";
import { readFixture, readText, rulesOf } from "../read-fixture";

const { rules, problems } = readFixture("splunk/savedsearches.conf");

test("stanzas that alert, name a technique or are run by people are rules", () => {
	expect(rules.map(({ title, kind }) => [title, kind])).toEqual([
		["Shadow copies deleted", "rule"],
		["[T1047] WMI [remote] processes", "rule"],
		["Failed sign-ins", "rule"],
		["Rare parents", "hunt"],
	]);
});

test("searches that feed lookups or draw charts are counted and named", () => {
	expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
		[
			"info",
			'2 saved searches are no rules, since they alert on nothing: "Asset list", "Volume by hour"',
		],
	]);
});

test("a correlation search gives what Enterprise Security keeps of it", () => {
	expect(rules[0]).toMatchObject({
		id: "5d0c8a50-0000-4a6a-9d0e-0000000000c1",
		vendor: "splunk",
		language: "spl",
		description: "Shadow copies are deleted.\nRestores fail then.",
		status: "disabled",
		level: "high",
		confidence: "80",
		techniques: ["T1490"],
		tactics: ["TA0040"],
		dataSources: ["Sysmon EventID 1"],
		logsource: { product: "windows", service: "sysmon", category: "process_creation" },
		sourceRef: "3",
		otherTags: ["Ransomware", "endpoint"],
		textLanguage: "ini",
		line: 5,
	});
	expect(rules[0]?.prose).toEqual([
		{
			heading: "Trigger",
			text: [
				"- Runs at: `*/15 * * * *`",
				"- Looks at: `-15m to now`",
				"- Alerts on: `number of events greater than 0`",
				"- Quiet for: `3600s`",
			].join("\n"),
		},
	]);
});

test("a search's lines that backslashes join stay apart, and start where they stand", () => {
	expect(rules[0]?.queries).toEqual([
		{
			language: "spl",
			line: 23,
			column: 10,
			label: null,
			text: [
				'index=endpoint (Image="*\\\\vssadmin.exe" OR',
				'  CommandLine="*shadowcopy*delete*") ',
				'| where NOT match(User, "^backup") ',
				"| stats count by host",
			].join("\n"),
		},
	]);
	expect(rules[0]?.text.split("\n").at(-1)).toBe("| stats count by host");
});

test("a name in brackets may hold brackets, and a line that begins with a pipe goes on without a backslash", () => {
	expect(rules[1]).toMatchObject({
		id: "splunk:[T1047] WMI [remote] processes",
		techniques: ["T1047"],
		tactics: ["execution"],
	});
	expect(rules[1]?.queries[0]?.text).toMatch(/collect index=hunting$/);
});

test("the number of an alert's severity is the word that Splunk shows for it", () => {
	expect(rules[2]).toMatchObject({ level: "high", status: null });
});

test("the text of one stanza alone reads as the same rule, under a note's name", () => {
	for (const rule of rules) {
		const again = createRuleNote(rule);
		expect(again).toMatchObject({ id: rule.id, queries: [{ text: rule.queries[0]?.text }] });
	}
});

test("a name that is not closed at the line's end is the whole line", () => {
	const text = "[Hunt] Odd parents\nsearch = index=x Image=*a.exe\nalert.track = 1\n";
	const [rule] = rulesOf(readText("local/savedsearches.conf", text)).rules;
	expect(rule?.title).toBe("[Hunt] Odd parents");
});

test("techniques stand in annotations, else in settings, the name, the search or the description", () => {
	const of = (stanza: string): unknown => {
		const text = `${stanza}\nsearch = index=x | eval mitre_technique_id="T1003"\ndescription = as T1105\nalert.track = 1\n`;
		return rulesOf(readText("savedsearches.conf", text)).rules[0]?.techniques;
	};
	const annotated = 'action.correlationsearch.annotations = {"mitre_attack": ["T1059.001"]}';
	expect(of(`[About T1047]\n${annotated}`)).toEqual(["T1059.001"]);
	expect(of("[About T1047]\naction.summary_index.mitre_technique_id = T1018")).toEqual(["T1018"]);
	expect(of("[About T1047]")).toEqual(["T1047"]);
	expect(of("[About]")).toEqual(["T1003"]);
});

test("techniques and tactics that a search assigns as a text of several lines are found", () => {
	const search = [
		"search = index=x \\",
		"| eval attack_tactic_technique=\\",
		'"initial_access - T1200 - Hardware Additions \\',
		'|collection - T1025 - Removable Media" \\',
		"| table host",
	].join("\n");
	const [rule] = rulesOf(
		readText("a/savedsearches.conf", `[USB]\nalert.track = 1\n${search}\n`),
	).rules;
	expect(rule).toMatchObject({
		techniques: ["T1200", "T1025"],
		tactics: ["initial-access", "collection"],
	});
});

test("annotations that are no JSON are reported", () => {
	const text = "[A]\nsearch = index=x\naction.correlationsearch.annotations = {T1059}\n";
	expect(rulesOf(readText("savedsearches.conf", text)).problems).toMatchObject([
		{ code: "rule-field", line: 1, severity: "warning" },
	]);
});

test("a configuration without a saved search says so, and event types are none", () => {
	expect(readText("savedsearches.conf", "[A]\ndisabled = 0\n")).toMatchObject({
		kind: "none",
		reason: "a Splunk configuration without a saved search",
	});
	expect(readText("eventtypes.conf", "[a]\nsearch = index=x\n").kind).toBe("none");
	expect(readText("notes.txt", "[a]\nsearch = index=x\n").kind).not.toBe("rules");
});

test("what the REST interface gives is read like the configuration", () => {
	expect(readFixture("splunk/rest.json")).toMatchObject({
		rules: [
			{
				id: "splunk:Tunnel client",
				level: "critical",
				status: null,
				techniques: ["T1572"],
				textLanguage: "json",
				line: 4,
				queries: [{ text: "index=endpoint Image=*\\\\chisel.exe", line: 12 }],
			},
		],
		problems: [{ severity: "info" }],
	});
});

test("a list of saved searches that a search exported is read a line a rule", () => {
	const row = (title: string): string =>
		JSON.stringify({ result: { title, search: "index=x", actions: "notable", disabled: "1" } });
	const { rules } = rulesOf(readText("rows.json", `${row("One")}\n${row("Two")}\n`));
	expect(rules.map(({ title, line, status }) => [title, line, status])).toEqual([
		["One", 1, "disabled"],
		["Two", 2, "disabled"],
	]);
});

test("a list of detections in JSON is read like the same in YAML", () => {
	expect(readFixture("splunk/detections.json").rules).toMatchObject([
		{ id: "5d0c8a50-0000-4a6a-9d0e-0000000000d1", techniques: ["T1572"], line: 3 },
		{ id: "5d0c8a50-0000-4a6a-9d0e-0000000000d2", textLanguage: "json", line: 10 },
	]);
});

test("what is wrong in a search's first line has the column that it has in the file", () => {
	const text =
		'[A]\nsearch =  index=a user="x\nalert.track = 1\n\n[B]\nsearch = index=a \\\n | where user="y\nalert.track = 1\n';
	const { rules } = rulesOf(readText("savedsearches.conf", text));
	const places = rules.flatMap((rule) =>
		listQueryProblems(understandRule(rule, NO_CONTEXT)).map(({ line, column }) => [line, column]),
	);
	expect(places).toEqual([
		[2, 24],
		[7, 15],
	]);
});

test("a forgotten backslash is one where the next line is indented and no setting", () => {
	const text =
		'[A]\nsearch = index=a b=1\n    (c="x" OR c="y")\n  | stats count\n  disabled = 0\nalert.track = 1\n';
	const { rules } = rulesOf(readText("savedsearches.conf", text));
	expect(rules[0]?.queries[0]?.text).toBe('index=a b=1\n    (c="x" OR c="y")\n  | stats count');
});
