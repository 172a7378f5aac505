import { existsSync } from "node:fs";
import { decodeText } from "../../core/formats/decode";
import { openSources } from "../../core/ingest/open-sources";
import type { Problem } from "../../core/model/problem";
import type { Rule } from "../../core/model/rule";
import { nameTactic } from "../../core/attack/name-tactic";
import { readRuleFile } from "../../core/rules/read-rule-file";
import type { SourceFile } from "../../core/ports/source-files";
import { openPath } from "../../node/file-sources";
import type { Command } from "../command";
import { describeError } from "../describe-error";

/** A rule file with more bytes than this is none. */
const LARGEST = 16 * 1024 * 1024;

/** `inspect PATH…`: what is understood of each rule, one line each, in the order of the files. */
export const inspectCommand: Command = {
	usage: [
		"detection-vault inspect PATH… [--json]",
		"  Shows what is understood of each rule. A path is a file, a folder or a zip.",
	].join("\n"),
	shape: { words: { least: 1, most: Number.MAX_SAFE_INTEGER }, options: { json: "none" } },
	async run({ words, values }, streams) {
		const absent = words.filter((path) => !existsSync(path));
		if (absent.length > 0) {
			streams.err(
				absent.map((path) => `detection-vault inspect: ${path} does not exist\n`).join(""),
			);
			return 2;
		}
		let isClean = true;
		for await (const opened of openSources(words.map(openPath), () => Promise.resolve())) {
			const { rules, problems } = opened.ok
				? await inspectFile(opened.source)
				: { rules: [], problems: [opened.problem] };
			isClean &&= problems.every(({ severity }) => severity === "info");
			for (const rule of rules) {
				const own = problems.filter(({ line }) => line !== null && belongsTo(line, rule, rules));
				streams.out(
					values.has("json") ? `${JSON.stringify(toRecord(rule, own))}\n` : showRule(rule),
				);
			}
			for (const { file, line, message, code } of problems) {
				streams.err(`${file}${line === null ? "" : `:${line}`}: ${message} [${code}]\n`);
			}
		}
		return isClean ? 0 : 1;
	},
};

async function inspectFile(source: SourceFile): Promise<{
	readonly rules: readonly Rule[];
	readonly problems: readonly Problem[];
}> {
	const refuse = (message: string): { rules: []; problems: Problem[] } => ({
		rules: [],
		problems: [
			{ file: source.file, line: null, code: "read-unreadable", severity: "error", message },
		],
	});
	if (source.size > LARGEST) return refuse("it is too large for a rule file");
	try {
		const decoded = decodeText(await source.read());
		if (!decoded.ok) return refuse(decoded.reason);
		const kind = readRuleFile({ file: source.file, path: source.path, text: decoded.text });
		return kind.kind === "rules" ? kind.reading : { rules: [], problems: kind.problems };
	} catch (error) {
		return refuse(describeError(error));
	}
}

/** A problem belongs to the last rule that starts on its line or before it. */
function belongsTo(line: number, rule: Rule, rules: readonly Rule[]): boolean {
	return rules.filter((other) => other.line <= line).at(-1) === rule;
}

function toRecord(rule: Rule, problems: readonly Problem[]): object {
	const { file, vendor, language, id, title, level, status, confidence, techniques } = rule;
	return {
		...{ file, vendor, language, id, title, level, status, confidence, techniques },
		tactics: rule.tactics.map((tactic) => (/^TA\d{4}$/.test(tactic) ? tactic : nameTactic(tactic))),
		parsed: rule.queries.length === 0 ? "none" : "opaque",
		problems,
		predicates: [],
		events: [],
	};
}

function showRule(rule: Rule): string {
	const facts = [
		rule.vendor,
		rule.language ?? "no query",
		rule.level ?? "no level",
		rule.status ?? "no status",
	];
	return `${rule.title}\n  ${facts.join(", ")}; ${rule.techniques.join(", ") || "no technique"}\n  ${rule.file}:${rule.line}\n`;
}
