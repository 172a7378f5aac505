import { asTable, type Table } from "../../formats/values";
import { problemOf, type Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { indexLines } from "../../text/line-index";
import { fileExtension } from "../file-names";
import { findJsonObjects } from "../find-json-objects";
import type {
	ParsedJsonFile,
	ParsedRuleFile,
	RuleFile,
	RuleReading,
	RuleVendorReader,
	RuleYamlDocument,
} from "../rule-reader";
import { findSplParts, readSplFile } from "./read-spl-file";
import { findSavedSearches, readSavedSearches } from "./read-saved-searches";
import { readSplunkContexts } from "./read-splunk-contexts";
import { readSplunkDetection } from "./read-splunk-detection";
import { recogniseSplunk } from "./recognise-splunk";

/** Splunk: its security content of every generation, with macros, lookups, data sources and stories, and saved searches of any app. */
export const splunkReader: RuleVendorReader = {
	vendor: "splunk",
	recognise(file) {
		if (file.format === "yaml" && file.documents.some(isDetection))
			return () => readDetections(file);
		const listed = file.format === "json" ? findJsonDetections(file) : [];
		if (listed.length > 0) return () => readJsonDetections(file, listed);
		const searches = findSavedSearches(file);
		if (searches.length > 0) return () => readSavedSearches(file, searches);
		const parts = file.format === "text" ? findSplParts(file) : [];
		return parts.length > 0 ? () => readSplFile(file, parts) : undefined;
	},
	readContexts: readSplunkContexts,
	describe: describeSplunk,
};

function isDetection(document: RuleYamlDocument): boolean {
	return document.ok && recogniseSplunk(document.value) === "detection";
}

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

/** A detection of a list in JSON, as the content's own API gives it. */
interface JsonDetection {
	readonly table: Table;
	readonly start: number;
	readonly end: number;
}

function findJsonDetections(file: ParsedJsonFile): readonly JsonDetection[] {
	if (!/"search"\s*:/.test(file.text)) return [];
	const looksRight = (keys: ReadonlySet<string>): boolean => keys.has("search") && keys.has("name");
	return findJsonObjects(file, looksRight, (table, { start, end }) =>
		recogniseSplunk(table) === "detection" ? { table, start, end } : undefined,
	);
}

function readJsonDetections(file: RuleFile, listed: readonly JsonDetection[]): RuleReading {
	const lines = indexLines(file.text);
	const readings = listed.map(({ table, start, end }, index) => {
		const document = { text: file.text.slice(start, end), line: lines.positionAt(start).line };
		return readSplunkDetection(file, document, table, index + 1, "json");
	});
	return {
		rules: readings.map(({ rule }) => rule),
		problems: readings.flatMap(({ problems }) => problems),
	};
}

function describeSplunk(file: ParsedRuleFile): string | undefined {
	if (file.format === "text" && fileExtension(file.path) === "conf")
		return "a Splunk configuration without a saved search";
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
