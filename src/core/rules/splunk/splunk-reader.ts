import { asTable } from "../../formats/values";
import { problemOf, type Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import type { ParsedRuleFile, RuleReading, RuleVendorReader } from "../rule-reader";
import { readSplunkContexts } from "./read-splunk-contexts";
import { readSplunkDetection } from "./read-splunk-detection";
import { recogniseSplunk } from "./recognise-splunk";

/** Splunk's security content: detections of every generation, and the macros, lookups, data sources and stories beside them. */
export const splunkReader: RuleVendorReader = {
	vendor: "splunk",
	recognise: (file) =>
		file.format === "yaml" &&
		file.documents.some(
			(document) => document.ok && recogniseSplunk(document.value) === "detection",
		)
			? () => readDetections(file)
			: undefined,
	readContexts: readSplunkContexts,
	describe: describeSplunk,
};

function readDetections(file: ParsedRuleFile): RuleReading {
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	for (const document of file.format === "yaml" ? file.documents : []) {
		// What does not parse is reported once, for all vendors.
		if (!document.ok) continue;
		const table = asTable(document.value);
		if (table === undefined || recogniseSplunk(table) !== "detection") {
			const message = "this document is no Splunk detection";
			problems.push(problemOf(file.file, document.line, "rule-field", message, "warning"));
			continue;
		}
		const reading = readSplunkDetection(file, document, table, rules.length + 1);
		rules.push(reading.rule);
		problems.push(...reading.problems);
	}
	return { rules, problems };
}

function describeSplunk(file: ParsedRuleFile): string | undefined {
	if (file.format !== "yaml") return undefined;
	for (const document of file.documents) {
		const table = document.ok ? asTable(document.value) : undefined;
		if (table === undefined) continue;
		if (Object.hasOwn(table, "playbook_type")) return "a Splunk SOAR playbook";
		if (Object.hasOwn(table, "scheduling") && Object.hasOwn(table, "name"))
			return "a Splunk deployment configuration";
		if (Object.hasOwn(table, "theme") && Object.hasOwn(table, "label")) return "a Splunk dashboard";
	}
	return undefined;
}
