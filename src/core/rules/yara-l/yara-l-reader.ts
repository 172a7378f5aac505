import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { indexLines } from "../../text/line-index";
import { fileExtension } from "../file-names";
import type { ParsedRuleFile, RuleReading, RuleVendorReader } from "../rule-reader";
import { parseYaraL, type YaraLRule } from "./parse-yara-l";
import { readReferenceList } from "./read-reference-list";
import { readYaraLRule } from "./read-yara-l-rule";

const EXTENSIONS: ReadonlySet<string> = new Set(["yaral", "yara-l", "yl2"]);

/** Google SecOps: YARA-L 2 rules, and the reference lists beside them. */
export const yaraLReader: RuleVendorReader = {
	vendor: "yara-l",
	recognise(file) {
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
	return /\brule\s+[A-Za-z_]\w*\s*[{:]/.test(text) ? parseYaraL(text) : [];
}

/** Rules with events; in a file with YARA-L's extension a rule that lost them too. */
function findRules(file: ParsedRuleFile): readonly YaraLRule[] {
	const isNamed = EXTENSIONS.has(fileExtension(file.path));
	return parseText(file.text).filter(
		(rule) => rule.sections.includes("events") || (isNamed && !isYara(rule)),
	);
}

function isYara(rule: YaraLRule): boolean {
	return !rule.sections.includes("events") && rule.sections.includes("strings");
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

/** What stands between two rules belongs to the one below. */
function startOfComments(text: string, from: number): number {
	let at = from;
	while (/\s/.test(text[at] ?? "")) at++;
	return at;
}
