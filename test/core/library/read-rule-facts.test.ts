import { expect, it } from "vitest";
import { readRuleFacts } from "../../../src/core/library/read-rule-facts";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";

type Context = Parameters<typeof createRuleKnowledge>[0];

function factsOf(condition: string, context: Context = []) {
	const text = `rule one {\n meta:\n  author = "x"\n events:\n  ${condition}\n condition:\n  $e\n}\n`;
	return factsOfFile("one.yaral", text, context);
}

function factsOfFile(path: string, text: string, context: Context = []) {
	const file = readRuleFile({ file: path, path, text });
	const rule = file.kind === "rules" ? file.reading.rules[0] : undefined;
	if (rule === undefined) throw new Error("no rule");
	return readRuleFacts(rule, createRuleKnowledge(context));
}

it("takes the number of an event for routing, the name of an operation for an indicator", () => {
	expect(factsOf('$e.metadata.product_event_type = "4688"').predicates).toMatchObject([
		{ canonical: "event.action", role: "routing" },
	]);
	expect(factsOf('$e.metadata.product_event_type = "login"').predicates).toMatchObject([
		{ canonical: "event.action", role: "indicator" },
	]);
});

it("takes the number in any other field for an indicator", () => {
	expect(factsOf(`$e.principal.user.userid = "4688"`).predicates).toMatchObject([
		{ role: "indicator" },
	]);
});

it("names a list without its entries", () => {
	const lists = [{ what: "reference-list", name: "admins", values: ["a", "b"] }] as const;
	const { predicates } = factsOf("$e.principal.user.userid in %admins", lists);
	expect(predicates.map(({ value }) => value)).toEqual([{ list: "admins" }]);
});

it("gives each restatement of a collection the events of its own log source", () => {
	const text = [
		"action: global",
		"title: A logon or a new service",
		"id: 5e0a3c52-6f0c-4f86-9b0f-6f4b2a3a1d77",
		"detection: { logon: { EventID: 4624 }, condition: logon or service }",
		"---",
		"logsource: { product: windows, service: security }",
		"detection: { service: { EventID: 4697 } }",
		"---",
		"logsource: { product: windows, service: system }",
		"detection: { service: { EventID: 7045 } }",
		"---",
		"logsource: { product: windows, service: sysmon }",
		"detection: { logon: { EventID: 1 }, service: { EventID: 13 } }",
	].join("\n");
	const { events } = factsOfFile("service.yml", text);
	expect(events.map(({ provider, event }) => `${provider} ${String(event)}`)).toEqual([
		"Security 4624",
		"Security 4697",
		"Sysmon 1",
		"Sysmon 13",
		"System 7045",
	]);
});

it.each([
	["Cmd = ProcessCommandLine", "Cmd", "process.command_line"],
	["Made = AccountName", "Made", "user.name"],
	["FileName = ProcessCommandLine", "FileName", "process.command_line"],
	["Made = Nowhere", "Made", undefined],
	["AccountName = Nowhere", "AccountName", "user.name"],
	["Made = AdditionalFields.x", "Made", "additional_fields"],
	["AccountName = AdditionalFields.x", "AccountName", "user.name"],
	["Made = strcat(AccountName, 'x')", "Made", undefined],
])("a column that KQL makes by %s counts with the field that it is", (made, field, canonical) => {
	const text = `DeviceProcessEvents\n| extend ${made}\n| where ${field} == "v"\n`;
	const { predicates } = factsOfFile("one.kql", text);
	expect(predicates).toMatchObject([{ field, canonical: canonical ?? null }]);
});
