import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readText } from "../read-fixture";

test.each(["README.md", "triage.prompt.md", "guide.md", "snippets.md", "detection-template.md"])(
	"%s speaks of queries and is no detection",
	(name) => {
		expect(readRuleFile(openFixture(`kusto/invalid/${name}`))).toMatchObject({
			kind: "none",
			reason: "documentation with examples in KQL, no detection",
		});
	},
);

test("a page without KQL is told apart", () => {
	expect(readText("a.md", "# A\n\n```bash\nls | wc\n```\n")).toMatchObject({
		kind: "none",
		reason: "Markdown without a query in KQL or SPL",
	});
});

test("a README whose headings announce detections is read", () => {
	const text =
		"# Detections\n\n## One\n\n### Detection Query (user)\n```kql\nAuditLogs\n| take 1\n```\n";
	expect(readText("README.md", text).kind).toBe("rules");
});
