import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../../src/core/model/problem";
import type { Rule } from "../../../src/core/model/rule";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";
import type { RuleFile, RuleFileKind } from "../../../src/core/rules/rule-reader";

const folder = join(import.meta.dirname, "../../fixtures/rules");

/** A fixture as a file that a user gave, `sigma/filter.yml` for one. */
export function openFixture(name: string): RuleFile {
	return { file: name, path: name, text: readFileSync(join(folder, name), "utf8") };
}

/** Reads a text as a file of that name. */
export function readText(path: string, text: string): RuleFileKind {
	return readRuleFile({ file: path, path, text });
}

/** The rules and problems of a fixture that holds rules. */
export function readFixture(name: string): {
	readonly rules: readonly Rule[];
	readonly problems: readonly Problem[];
} {
	return rulesOf(readRuleFile(openFixture(name)));
}

/** The only rule of a fixture. */
export function readOnlyRule(name: string): Rule {
	const { rules } = readFixture(name);
	const [rule] = rules;
	if (rule === undefined || rules.length !== 1) throw new Error(`${name}: ${rules.length} rules`);
	return rule;
}

/** The rules and problems of a reading, which must hold rules. */
export function rulesOf(kind: RuleFileKind): {
	readonly rules: readonly Rule[];
	readonly problems: readonly Problem[];
} {
	if (kind.kind !== "rules") throw new Error(`no rules: ${JSON.stringify(kind)}`);
	return kind.reading;
}
