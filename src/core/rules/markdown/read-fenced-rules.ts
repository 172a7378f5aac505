import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { indexLines } from "../../text/line-index";
import { fileNameOf, fileStem } from "../file-names";
import { isCompanion } from "./judge-markdown";
import { outlineMarkdown } from "./outline-markdown";
import { openRuleFile } from "../open-rule-file";
import type { RuleFile, RuleReading, RuleVendorReader } from "../rule-reader";

/** Words behind a fence's marks, and the extension of a file that holds the like. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		"": "",
		yaml: ".yml",
		yml: ".yml",
		sigma: ".yml",
		toml: ".toml",
		json: ".json",
		ndjson: ".json",
		yaral: ".yaral",
		"yara-l": ".yaral",
		yara: ".yaral",
		ini: ".conf",
		conf: ".conf",
	}),
);

/** What every rule that stands whole in a fence has. */
const MARK = /\b(?:detection|rule_id|search|events)["']?[ \t]*[:=]|\[rule\]/;

/**
 * Reads the rules that stand whole in fenced blocks of a Markdown text: write-ups and playbooks keep them so. Each block is read as a file
 * of its own; lines are the Markdown's. Queries alone are left to the reader of KQL in Markdown, and a repository's own pages
 * (`README`, templates) only show what rules look like.
 */
export function readFencedRules(file: RuleFile, readers: readonly RuleVendorReader[]): RuleReading {
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	if (isCompanion(file.path) || !MARK.test(file.text)) return { rules, problems };
	const lines = indexLines(file.text);
	const folder = file.path.slice(0, file.path.length - fileNameOf(file.path).length);
	let count = 0;
	for (const { info, contentStart, contentEnd } of outlineMarkdown(file.text, 0).fences) {
		const extension = EXTENSIONS.get((/^[\w-]*/.exec(info)?.[0] ?? "").toLowerCase());
		const text = file.text.slice(contentStart, contentEnd);
		if (extension === undefined || !MARK.test(text)) continue;
		const path = `${folder}${fileStem(file.path)}-${count + 1}${extension}`;
		const opened = openRuleFile({ file: file.file, path, text });
		const read = readers.map((reader) => reader.recognise(opened)).find(isDefined);
		if (read === undefined) continue;
		count++;
		const shift = lines.positionAt(contentStart).line - 1;
		const reading = read();
		for (const rule of reading.rules) rules.push(shiftRule(rule, shift));
		for (const problem of reading.problems) problems.push(shiftProblem(problem, shift));
	}
	return { rules, problems };
}

function isDefined<Value>(value: Value | undefined): value is Value {
	return value !== undefined;
}

/** Gives a rule that stands further down in a file than its text says, by so many lines. */
export function shiftRule(rule: Rule, shift: number): Rule {
	const queries = rule.queries.map((query) => ({ ...query, line: query.line + shift }));
	return { ...rule, queries, line: rule.line + shift };
}

/** Gives a problem that stands so many lines further down. */
export function shiftProblem(problem: Problem, shift: number): Problem {
	return { ...problem, line: problem.line === null ? null : problem.line + shift };
}
