import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeRule } from "../../../src/core/library/read-rule-facts";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import type { RuleFacts } from "../../../src/core/library/rule-facts";
import type { Rule, Vendor } from "../../../src/core/model/rule";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";
import type { RuleContext } from "../../../src/core/rules/rule-reader";
import { understandRule } from "../../../src/core/rules/understand-rule";
import { describeCorpora } from "../../support/corpora";

/** Least shares of predicates whose field has a name of ours, and of rules whose events are known. */
const SHARES: readonly (readonly [
	folder: string,
	vendor: Vendor,
	fields: number,
	events: number,
])[] = [
	["sigma", "sigma", 0.99, 0.99],
	["elastic", "elastic", 0.98, 0.98],
	["splunk", "splunk", 0.98, 0.98],
	["kusto", "kusto", 0.95, 0.93],
	["chronicle", "yara-l", 0.98, 0.95],
];

describeCorpora("real rules", (root) => {
	test.each(SHARES)("%s: fields and events are known", (folder, vendor, fieldShare, eventShare) => {
		const facts = readFacts(join(root, folder)).filter((one) => one.vendor === vendor);
		const tested = facts.flatMap(({ predicates }) =>
			predicates.filter(({ field, role }) => field !== null && role !== "computed"),
		);
		const known = tested.filter(({ canonical }) => canonical !== null);
		const resolved = facts.filter(({ events }) => events.length > 0);
		expect(known.length / tested.length).toBeGreaterThan(fieldShare);
		expect(resolved.length / facts.length).toBeGreaterThan(eventShare);
	});
});

function readFacts(folder: string): readonly RuleFacts[] {
	const rules: Rule[] = [];
	const contexts: RuleContext[] = [];
	for (const file of walk(folder)) {
		const reading = readRuleFile({ file, path: file, text: readFileSync(file, "utf8") });
		if (reading.kind === "rules") rules.push(...reading.reading.rules);
		else if (reading.kind === "context") contexts.push(...reading.contexts);
	}
	const knowledge = createRuleKnowledge(contexts);
	return rules
		.filter(({ status }) => status !== "deprecated" && status !== "unsupported")
		.map((rule) => describeRule(understandRule(rule, knowledge.context), knowledge));
}

function walk(path: string): string[] {
	return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
		if (entry.name.startsWith(".")) return [];
		const full = join(path, entry.name);
		if (entry.isDirectory()) return walk(full);
		return /\.(?:ya?ml|toml|kql|txt|md|yaral|csv|json|conf)$/i.test(entry.name) ? [full] : [];
	});
}
