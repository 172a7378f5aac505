import { expect, test } from "vitest";
import { createRuleNote } from "./create-rule-note";
import { readFixture, readOnlyRule, readText, rulesOf } from "../read-fixture";

const { rules } = readFixture("splunk/bare/several.spl");

test("a bare file of SPL gives a rule for each search that stands apart", () => {
	expect(rules.map(({ id, title, line, queries }) => [id, title, line, queries[0]?.line])).toEqual([
		["splunk:several.spl:1", "several - Sign-ins from two places", 1, 4],
		["splunk:several.spl:2", "several - Shadow copies are deleted", 9, 11],
		["splunk:several.spl:3", "several (3)", 14, 14],
	]);
	expect(rules[0]?.queries[0]?.text).toBe(
		"index=auth action=success\n\n| stats dc(src) AS places BY user\n| where places > 1",
	);
});

test("the comments above a search say what it is", () => {
	expect(rules[0]).toMatchObject({
		level: "high",
		techniques: ["T1078"],
		description: "Sign-ins from two places",
		textLanguage: "spl",
	});
	expect(rules[1]).toMatchObject({ tactics: ["impact"], tables: ["Endpoint.Processes"] });
	expect(rules[2]).toMatchObject({ techniques: ["T1572"] });
});

test("one search is called by its file's name, which may name the technique", () => {
	const rule = readOnlyRule("splunk/bare/T1105 Downloads by certutil.spl");
	expect(rule).toMatchObject({ title: "T1105 Downloads by certutil", techniques: ["T1105"] });
	expect(rule.queries[0]?.text).toContain('NOT User="*svc*"');
});

test("a rule's own text reads as the same search, under a note's name", () => {
	for (const rule of rules)
		expect(createRuleNote(rule)?.queries[0]?.text).toBe(rule.queries[0]?.text);
});

test("other texts of that extension hold no rule", () => {
	expect(readText("main.spl", "fn main():\n    print 1\n").kind).toBe("none");
	expect(readText("app.spl", "\u001F\u0000index=x | stats count").kind).toBe("none");
	expect(readText("remarks.spl", "# nothing but remarks about index=x\n").kind).toBe("none");
});

test("remarks between the lines of a search are none of it, and begin no other", () => {
	const text =
		"index=fw action=allowed\n# --- Tuning ---\n# | search NOT host=a\n\n# --- Threshold ---\n| stats sum(bytes) as sent by src\n\n# Other\nindex=dns query=x\n";
	const { rules } = rulesOf(readText("two.spl", text));
	expect(rules.map(({ title, queries }) => [title, queries[0]?.line])).toEqual([
		["two (1)", 1],
		["two - Other", 9],
	]);
});
