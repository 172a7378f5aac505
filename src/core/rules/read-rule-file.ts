import { problemOf } from "../model/problem";
import type { Problem } from "../model/problem";
import { describeOtherFile } from "./describe-other-file";
import { openRuleFile } from "./open-rule-file";
import type { ParsedRuleFile, RuleFile, RuleFileKind, RuleVendorReader } from "./rule-reader";
import { VENDOR_READERS } from "./vendor-readers";

/**
 * Reads a file that may hold rules: recognises its vendor by content and gives the rules, or what else the file is good for, or why it is
 * neither.
 *
 * A file with several documents gives the rules of those that parse; each of the others is one problem. A file whose every document is
 * broken is `none`, with the first failure as the reason.
 */
export function readRuleFile(
	file: RuleFile,
	readers: readonly RuleVendorReader[] = VENDOR_READERS,
): RuleFileKind {
	const parsed = openRuleFile(file);
	const broken = listFailures(parsed);
	for (const reader of readers) {
		const read = reader.recognise(parsed);
		if (read === undefined) continue;
		const { rules, problems } = read();
		const own = problems.filter(({ code }) => code !== "read-syntax" && code !== "read-yaml-bomb");
		const all = own.length === 0 ? broken : [...broken, ...own].sort(byLine);
		if (rules.length > 0)
			return { kind: "rules", vendor: reader.vendor, reading: { rules, problems: all } };
		const reason =
			all[0]?.message ?? `no rule could be read, though it looks like ${reader.vendor}`;
		return { kind: "none", reason, problems: all };
	}
	for (const reader of readers) {
		const contexts = reader.readContexts(parsed);
		if (contexts.length > 0) return { kind: "context", contexts, problems: broken };
	}
	return { kind: "none", reason: giveReason(parsed, broken, readers), problems: broken };
}

function giveReason(
	file: ParsedRuleFile,
	broken: readonly Problem[],
	readers: readonly RuleVendorReader[],
): string {
	const [failure] = broken;
	if (failure !== undefined) return failure.message;
	for (const reader of readers) {
		const reason = reader.describe?.(file);
		if (reason !== undefined) return reason;
	}
	return describeOtherFile(file);
}

function listFailures(file: ParsedRuleFile): readonly Problem[] {
	switch (file.format) {
		case "yaml":
			return file.documents
				.filter((document) => !document.ok)
				.map(({ failure: { line, message, bomb }, line: start }) => {
					const code = bomb ? "read-yaml-bomb" : "read-syntax";
					return problemOf(file.file, line ?? start, code, `not valid YAML: ${message}`);
				});
		case "json":
			return file.documents
				.filter((document) => !document.ok)
				.map(({ line, message }) =>
					problemOf(file.file, line, "read-syntax", `not valid JSON: ${message}`),
				);
		case "toml":
			return file.toml.ok
				? []
				: [
						problemOf(
							file.file,
							file.toml.line,
							"read-syntax",
							`not valid TOML: ${file.toml.message}`,
						),
					];
		case "markdown":
		case "text":
			return [];
	}
}

function byLine(left: Problem, right: Problem): number {
	return (left.line ?? 0) - (right.line ?? 0);
}
