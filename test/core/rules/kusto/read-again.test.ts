import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readText, rulesOf } from "../read-fixture";

const folder = join(import.meta.dirname, "../../../fixtures/rules/kusto");
const names = readdirSync(folder)
	.filter((name) => /\.(?:md|kql|json|yaml|txt)$/.test(name))
	.filter((name) => readRuleFile(openFixture(`kusto/${name}`)).kind === "rules");

test.each(names)("each rule's text of %s alone gives its queries again", (name) => {
	for (const rule of rulesOf(readRuleFile(openFixture(`kusto/${name}`))).rules) {
		const { rules } = rulesOf(readText(name, rule.text));
		expect(rules).toHaveLength(1);
		expect(rules[0]?.queries.map(({ text, label }) => [text, label])).toEqual(
			rule.queries.map(({ text, label }) => [text, label]),
		);
	}
});
