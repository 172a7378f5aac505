import { expect, test } from "vitest";
import { readText, rulesOf } from "../read-fixture";

const DETECTION = `kind: CustomDetection
resourceType: Microsoft.Security/detectionRules
apiVersion: 2026-06-01-preview
properties:
  id: shadow-copies-1a2b
  displayName: Shadow copies deleted
  status: disabled
  queryCondition:
    queryText: |-
      DeviceProcessEvents
      | where FileName =~ "vssadmin.exe"
  schedule:
    frequency: PT1H
  detectionAction:
    alertTemplate:
      title: Shadow copies are gone
      description: Backups of the system were deleted.
      severity: high
      tactics:
      - tactic: Impact
        techniques:
        - technique: T1490
        - technique: T1485
          subTechniques: [T1561.001]
`;

test("a custom detection that stands as a resource in YAML is read", () => {
	const { rules, problems } = rulesOf(readText("shadow.yaml", DETECTION));
	expect(problems).toEqual([]);
	expect(rules).toMatchObject([
		{
			id: "shadow-copies-1a2b",
			kind: "rule",
			title: "Shadow copies deleted",
			description: "Backups of the system were deleted.",
			status: "disabled",
			level: "high",
			techniques: ["T1490", "T1485", "T1561.001"],
			tactics: ["impact"],
			tables: ["DeviceProcessEvents"],
			queries: [{ line: 10 }],
			prose: [{ heading: "Trigger", text: "- Runs every: PT1H" }],
		},
	]);
});

test("so is one in JSON", () => {
	const table = {
		type: "Microsoft.Security/detectionRules",
		name: "aaaaaaaa-0000-4000-8000-0000000000d1",
		properties: {
			displayName: "A",
			queryCondition: { queryText: "DeviceEvents | take 1" },
			detectionAction: { alertTemplate: { tactics: [{ tactic: "Discovery" }] } },
		},
	};
	const { rules } = rulesOf(readText("a.json", JSON.stringify({ resources: [table] })));
	expect(rules).toMatchObject([
		{ id: "aaaaaaaa-0000-4000-8000-0000000000d1", title: "A", tactics: ["discovery"] },
	]);
});

const TEMPLATE = `"$schema": https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#
# Rules of one workspace
resources:
- name: "[concat(parameters('workspace'),'/aaaaaaaa-0000-4000-8000-0000000000e1')]"
  type: Microsoft.OperationalInsights/workspaces/providers/alertRules
  kind: Scheduled
  properties:
    displayName: First
    severity: Low
    query: |
      - SigninLogs
      | where ResultType == "1"
    tactics:
    - Persistence

- name: other
  type: Microsoft.Storage/accounts
- type: Microsoft.OperationalInsights/workspaces/providers/alertRules
  properties: {displayName: Second, severity: High, query: AuditLogs}
outputs: {}
`;

test("rules in a list of a YAML document have each its own text and lines", () => {
	const { rules } = rulesOf(readText("template.yaml", TEMPLATE));
	expect(rules).toMatchObject([
		{
			id: "aaaaaaaa-0000-4000-8000-0000000000e1",
			title: "First",
			level: "low",
			tactics: ["persistence"],
			line: 4,
			queries: [{ line: 11 }],
		},
		{ id: "kusto:template.yaml:2", title: "Second", level: "high", line: 18 },
	]);
	const again = rulesOf(readText("note.yaml", rules[0]?.text ?? "")).rules;
	expect(again).toMatchObject([{ title: "First", tactics: ["persistence"] }]);
});

test("a document that is a list of rules gives each of them", () => {
	const text =
		"- displayName: A\n  severity: Low\n  query: SigninLogs\n-\n  name: B\n  severity: High\n  query: AuditLogs\n";
	const { rules } = rulesOf(readText("list.yml", text));
	expect(rules.map(({ title, line }) => [title, line])).toEqual([
		["A", 1],
		["B", 4],
	]);
});

test("a name that is no id gives none to a rule of its own", () => {
	const text = "name: BruteForce\nseverity: Low\nquery: SigninLogs\n";
	expect(rulesOf(readText("one.yaml", text)).rules).toMatchObject([{ id: "kusto:one.yaml:1" }]);
});
