import { asText, ownValue } from "../../formats/values";
import type { Problem } from "../../model/problem";
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
} from "../rule-reader";
import { findYaraLRules, type YaraLRule } from "./find-yara-l-rules";
import { readReferenceList } from "./read-reference-list";
import { readYaraLRule } from "./read-yara-l-rule";

const EXTENSIONS: ReadonlySet<string> = new Set(["yaral", "yara-l", "yl2"]);

/** Google SecOps: YARA-L 2 rules, and the reference lists beside them. */
export const yaraLReader: RuleVendorReader = {
	vendor: "yara-l",
	recognise(file) {
		if (file.format === "json") {
			const exported = findExportedRules(file);
			return exported.length > 0 ? () => readExport(file, exported) : undefined;
		}
		if (file.format !== "text") return undefined;
		const found = findRules(file);
		return found.length > 0 || isMeant(file) ? () => readRules(file, found) : undefined;
	},
	readContexts(file) {
		const list = file.format === "text" ? readReferenceList(file) : undefined;
		return list === undefined ? [] : [list];
	},
	describe(file) {
		if (file.format !== "text") return undefined;
		const rules = parseText(file.text);
		if (rules.some(isYara)) return "a YARA rule for files, not YARA-L";
		if (EXTENSIONS.has(fileExtension(file.path))) return "YARA-L without a rule";
		return undefined;
	},
};

/** A file with the language's extension in which a line opens a rule, though none can be read. */
function isMeant(file: ParsedRuleFile): boolean {
	return (
		EXTENSIONS.has(fileExtension(file.path)) &&
		/^rule[ \t]+\w+\s*\{/m.test(file.text) &&
		/^[ \t]*events[ \t]*:/m.test(file.text)
	);
}

/** Scanning is spared where no rule can be. */
function parseText(text: string): readonly YaraLRule[] {
	return /\brule\s+[A-Za-z_]\w*\s*(?:[{:]|\/[/*])/.test(text) ? findYaraLRules(text) : [];
}

/** Rules with events; in a file with YARA-L's extension a rule that lost them too. */
function findRules(file: ParsedRuleFile): readonly YaraLRule[] {
	const isNamed = EXTENSIONS.has(fileExtension(file.path));
	return parseText(file.text).filter((rule) => hasEvents(rule) || (isNamed && !isYara(rule)));
}

function isYara(rule: YaraLRule): boolean {
	return !hasEvents(rule) && rule.sections.includes("strings");
}

function readRules(file: ParsedRuleFile, found: readonly YaraLRule[]): RuleReading {
	const lines = indexLines(file.text);
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	let behind = 0;
	for (const [index, frame] of found.entries()) {
		const alone = found.length === 1;
		const start = alone ? 0 : startOfComments(file.text, behind);
		const end = alone ? file.text.length : frame.end;
		behind = frame.end;
		const reading = readYaraLRule(
			{
				file,
				text: file.text.slice(start, end),
				line: lines.positionAt(start).line,
				ruleLine: lines.positionAt(frame.start).line,
				ordinal: index + 1,
			},
			frame,
		);
		rules.push(reading.rule);
		problems.push(...reading.problems);
	}
	return { rules, problems };
}

/** A rule as the service's API gives it: its text inside an object. */
interface ExportedRule {
	readonly text: string;
	/** The service's id of the rule (`ru_…`). */
	readonly id: string | undefined;
	/** UTF-16 offset of the object. */
	readonly start: number;
}

/**
 * Finds the rules of an export in JSON, at any depth: `ruleText` with `ruleId` in the older API, `text` with a resource's `name` in the newer
 * one. Sources: Google SecOps, Backstory API v2 "ListRules"; Chronicle API, "projects.locations.instances.rules".
 */
function findExportedRules(file: ParsedJsonFile): readonly ExportedRule[] {
	if (!/"(?:rule_?[tT]ext|text)"\s*:\s*"/.test(file.text)) return [];
	const hasText = (keys: ReadonlySet<string>): boolean => TEXT_KEYS.some((key) => keys.has(key));
	return findJsonObjects(file, hasText, (table, { start }): ExportedRule | undefined => {
		const rule = TEXT_KEYS.map((key) => ownValue(table, key)).find((value) => value !== undefined);
		if (typeof rule !== "string" || !parseText(rule).some(hasEvents)) return undefined;
		const id = ID_KEYS.map((key) => asText(ownValue(table, key))).find(
			(name) => name !== undefined,
		);
		return { text: rule, id: id?.slice(id.lastIndexOf("/") + 1), start };
	});
}

const TEXT_KEYS = ["ruleText", "rule_text", "text"] as const;
const ID_KEYS = ["ruleId", "rule_id", "name", "id"] as const;

/** Each rule's text is what the service runs, so that its note shows YARA-L and no JSON. */
function readExport(file: RuleFile, exported: readonly ExportedRule[]): RuleReading {
	const lines = indexLines(file.text);
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	for (const { text, id, start } of exported) {
		const { line } = lines.positionAt(start);
		for (const frame of parseText(text).filter(hasEvents)) {
			const place = {
				...{ file: { ...file, text }, id, text, line, ruleLine: line },
				ordinal: rules.length + 1,
			};
			const reading = readYaraLRule(place, frame);
			rules.push(reading.rule);
			problems.push(...reading.problems);
		}
	}
	return { rules, problems };
}

function hasEvents(rule: YaraLRule): boolean {
	return rule.sections.includes("events");
}

/** What stands between two rules belongs to the one below. */
function startOfComments(text: string, from: number): number {
	let at = from;
	while (/\s/.test(text[at] ?? "")) at++;
	return at;
}
