import type { Progress } from "../ports/progress";
import type { SourceInput } from "../ports/source-files";
import { readRuleFile } from "../rules/read-rule-file";
import type { RuleFileKind } from "../rules/rule-reader";
import type { FileOutcome } from "./read-files";
import { LARGEST, readFiles } from "./read-files";

/** What became of one file of the rule sources: plain data, so that another thread can hand it over. */
export type RuleOutcome = FileOutcome<RuleFileKind>;

/** Reads every file of rule sources, which needs nothing but the file; ends early where the person stopped the import. */
export function readRuleSources(
	inputs: readonly SourceInput[],
	progress: Progress,
): AsyncIterable<RuleOutcome> {
	return readFiles(inputs, LARGEST.other, progress, (file) => readRuleFile(file));
}
