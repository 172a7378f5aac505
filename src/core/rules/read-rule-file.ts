import { problemOf } from "../model/problem";
import type { Problem } from "../model/problem";
import { describeOtherFile } from "./describe-other-file";
import type { Vendor } from "../model/rule";
import { openRuleFile } from "./open-rule-file";
import { readFencedRules } from "./markdown/read-fenced-rules";
import type { ParsedRuleFile, RuleFile, RuleFileKind, RuleReading } from "./rule-reader";
import { VENDOR_READERS } from "./vendor-readers";

/**
 * Reads a file that may hold rules: recognises its vendor by content and gives the rules, or what else the file is good for, or why it is
 * neither.
 *
 * A file with several documents gives the rules of those that parse; each of the others is one problem. A file whose every document is
 * broken is `none`, with the first failure as the reason.
 */
export function readRuleFile(file: RuleFile): RuleFileKind {
	const parsed = openRuleFile(file);
	const broken = listFailures(parsed);
	const readings = parsed.format === "markdown" ? readMarkdown(parsed) : readFirst(parsed);
	const [first] = readings;
	if (first !== undefined) return conclude(first.vendor, readings, broken);
	for (const reader of VENDOR_READERS) {
		const contexts = reader.readContexts(parsed);
		if (contexts.length > 0) return { kind: "context", contexts, problems: broken };
	}
	return { kind: "none", reason: giveReason(parsed, broken), problems: broken };
}

/** What one vendor's reader made of a file. */
interface VendorReading extends RuleReading {
	readonly vendor: Vendor;
}

/** Reads a file with the readers that recognise it, one after the other, as long as they are asked for. */
function* readAsVendors(file: ParsedRuleFile): Generator<VendorReading> {
	for (const reader of VENDOR_READERS) {
		const read = reader.recognise(file);
		if (read !== undefined) yield { vendor: reader.vendor, ...read() };
	}
}

function readFirst(file: ParsedRuleFile): readonly VendorReading[] {
	const [first] = readAsVendors(file);
	return first === undefined ? [] : [first];
}

/** A Markdown file may state detections in the languages of several vendors, and hold whole rules in its fences. */
function readMarkdown(file: ParsedRuleFile): readonly VendorReading[] {
	const readings = [...readAsVendors(file)];
	const fenced = readFencedRules(
		file,
		// KQL in a fence is a query, which its reader has read.
		VENDOR_READERS.filter(({ vendor }) => vendor !== "kusto"),
	);
	const vendor = readings[0]?.vendor ?? fenced.rules[0]?.vendor;
	return vendor === undefined ? readings : [...readings, { vendor, ...fenced }];
}

/** What was read of a file, which its failures join. */
function conclude(
	vendor: Vendor,
	readings: readonly VendorReading[],
	broken: readonly Problem[],
): RuleFileKind {
	const rules = readings.flatMap((reading) => reading.rules);
	const own = readings
		.flatMap(({ problems }) => problems)
		.filter(({ code }) => code !== "read-syntax" && code !== "read-yaml-bomb");
	const problems = own.length === 0 ? broken : [...broken, ...own].sort(byLine);
	if (rules.length > 0) return { kind: "rules", vendor, reading: { rules, problems } };
	const reason = problems[0]?.message ?? `no rule could be read, though it looks like ${vendor}`;
	return { kind: "none", reason, problems };
}

function giveReason(file: ParsedRuleFile, broken: readonly Problem[]): string {
	const [failure] = broken;
	if (failure !== undefined) return failure.message;
	for (const reader of VENDOR_READERS) {
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
