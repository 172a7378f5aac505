import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readText } from "../read-fixture";

function contextsOf(name: string): unknown {
	const kind = readRuleFile(openFixture(`splunk/${name}`));
	return kind.kind === "context" ? kind.contexts : kind;
}

test("a macro gives its name without the argument count, its arguments and its definition", () => {
	expect(contextsOf("macros/process_ssh.yml")).toEqual([
		{
			what: "splunk-macro",
			name: "ssh_sessions",
			arguments: ["host", "user"],
			definition: '(host=$host$ user="$user$" process_name=ssh)',
			description: "SSH sessions of a user on a host.",
		},
	]);
});

test("a macros.conf gives its macros, with lines that go on, but none that is an expression", () => {
	expect(contextsOf("macros.conf")).toEqual([
		{
			what: "splunk-macro",
			name: "endpoint",
			arguments: [],
			definition: 'index=endpoint (source="a" OR\n source="b")',
			description: "",
		},
		{
			what: "splunk-macro",
			name: "tool",
			arguments: ["name", "flag"],
			definition: '(process_name="$name$" process="*$flag$*")',
			description: "A tool = its name and flag",
		},
	]);
});

test("a lookup and its table are context", () => {
	expect(contextsOf("lookups/tools.yml")).toMatchObject([
		{ what: "splunk-lookup", name: "tools_lookup", value: { filename: "tools.csv" } },
	]);
	expect(contextsOf("lookups/tools.csv")).toEqual([
		{
			what: "splunk-lookup-table",
			name: "tools.csv",
			values: ["tool,risk", "mimikatz*,100", '"a,b",50'],
		},
	]);
});

test("a table elsewhere is no lookup, one given alone is", () => {
	expect(readText("docs/coverage.csv", "a,b\n1,2\n").kind).toBe("none");
	expect(readText("tools.csv", "a,b\n1,2\n").kind).toBe("context");
});

test("stories, data sources and baselines are context", () => {
	expect(contextsOf("stories/scheduled_tasks.yml")).toMatchObject([{ what: "splunk-story" }]);
	expect(contextsOf("data_sources/sysmon_1.yml")).toMatchObject([
		{ what: "splunk-data-source", name: "Sysmon EventID 1" },
	]);
	expect(contextsOf("baseline.yml")).toMatchObject([{ what: "splunk-other" }]);
});
