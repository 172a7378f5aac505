import { describe, expect, test } from "vitest";
import { tellRuleChange } from "../../../src/core/library/tell-rule-change";

const NOTE = `---
rule_id: r1
vendor: sigma
level: low
---

### Rule

\`\`\`yaml
title: A rule
id: 9a4b3c1e-0000-4000-8000-000000000001
description: What it finds.
logsource:
    product: windows
    category: process_creation
detection:
    selection:
        Image|endswith: '\\a.exe'
        CommandLine|contains: ' -x '
    condition: selection
level: low
\`\`\`
`;

const change = (from: string, to: string): string => {
	expect(NOTE).toContain(from);
	return tellRuleChange("a.md", NOTE, NOTE.replace(from, to));
};

describe("what differs between two states of a rule", () => {
	test.each([
		["a value", "' -x '", "' -y '"],
		["an operator", "CommandLine|contains", "CommandLine|endswith"],
		["the condition", "condition: selection", "condition: not selection"],
		["the log source", "process_creation", "file_event"],
		["a rule that can no longer be read", "detection:", "detection: ["],
	])("%s is logic", (_, from, to) => {
		expect(change(from, to)).toBe("logic");
	});

	test.each([
		["a description", "What it finds.", "What it may find."],
		["the level", "level: low\n```", "level: high\n```"],
		["a comment", "condition: selection", "condition: selection # all of it"],
		["the style of a string", "' -x '", '" -x "'],
		["a property of the note", "vendor: sigma", "vendor: sigma\nowner: me"],
	])("%s is metadata", (_, from, to) => {
		expect(change(from, to)).toBe("metadata");
	});

	test("the same text differs in nothing", () => {
		expect(tellRuleChange("a.md", NOTE, NOTE)).toBe("none");
	});
});
