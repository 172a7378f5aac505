import { existsSync } from "node:fs";
import { nameTactic } from "../../core/attack/name-tactic";
import { decodeText } from "../../core/formats/decode";
import { openSources } from "../../core/ingest/open-sources";
import { describeRule } from "../../core/library/read-rule-facts";
import type { RuleFacts } from "../../core/library/rule-facts";
import { createRuleKnowledge } from "../../core/library/rule-knowledge";
import type { Problem } from "../../core/model/problem";
import { problemOf } from "../../core/model/problem";
import type { Rule } from "../../core/model/rule";
import { showValue } from "../../core/panels/show-value";
import type { SourceFile } from "../../core/ports/source-files";
import { readRuleFile } from "../../core/rules/read-rule-file";
import type { RuleContext } from "../../core/rules/rule-reader";
import { listQueryProblems, understandRule } from "../../core/rules/understand-rule";
import { openPath } from "../../node/file-sources";
import type { Command } from "../command";
import { describeError } from "../describe-error";
import { addToGroup } from "../../core/text/add-to-group";
import { plainLine } from "../plain-line";

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
		const readings: Reading[] = [];
		for await (const opened of openSources(words.map(openPath), () => Promise.resolve())) {
			readings.push(
				opened.ok
					? await readFile(opened.source)
					: { rules: [], contexts: [], problems: [opened.problem] },
			);
		}
		// A rule may use a macro or a list of a file that comes later.
		const knowledge = createRuleKnowledge(readings.flatMap(({ contexts }) => contexts));
		let isClean = true;
		for (const { rules, problems } of readings) {
			const told = [...problems];
			const owned = assignProblems(rules, problems);
			for (const rule of rules) {
				const understood = understandRule(rule, knowledge.context);
				const found = listQueryProblems(understood);
				told.push(...found);
				const own = owned.get(rule) ?? [];
				const facts = describeRule(understood, knowledge);
				streams.out(
					values.has("json")
						? `${JSON.stringify(toRecord(rule, facts, [...own, ...found]))}\n`
						: showRule(rule, facts),
				);
			}
			isClean &&= told.every(({ severity }) => severity === "info");
			for (const problem of told) streams.err(showProblem(problem));
		}
		return isClean ? 0 : 1;
	},
};

/** What a file gave. */
interface Reading {
	readonly rules: readonly Rule[];
	readonly contexts: readonly RuleContext[];
	readonly problems: readonly Problem[];
}

async function readFile(source: SourceFile): Promise<Reading> {
	const refuse = (message: string): Reading => ({
		rules: [],
		contexts: [],
		problems: [problemOf(source.file, null, "read-unreadable", message)],
	});
	if (source.size > LARGEST) return refuse("it is too large for a rule file");
	try {
		const decoded = decodeText(await source.read());
		if (!decoded.ok) return refuse(decoded.reason);
		const kind = readRuleFile({ file: source.file, path: source.path, text: decoded.text });
		if (kind.kind === "rules") return { ...kind.reading, contexts: [] };
		const contexts = kind.kind === "context" ? kind.contexts : [];
		return { rules: [], contexts, problems: kind.problems };
	} catch (error) {
		return refuse(describeError(error));
	}
}

function showProblem({ file, line, column, message, code }: Problem): string {
	const place = [file, line, column].filter((part) => part !== null && part !== undefined);
	return `${plainLine(`${place.join(":")}: ${message}`)} [${code}]\n`;
}

/** A problem belongs to the last rule that starts on its line or before it; rules come in the order of their lines. */
function assignProblems(
	rules: readonly Rule[],
	problems: readonly Problem[],
): ReadonlyMap<Rule, readonly Problem[]> {
	const owned = new Map<Rule, Problem[]>();
	for (const problem of problems) {
		const owner = problem.line === null ? undefined : findRuleAt(rules, problem.line);
		if (owner === undefined) continue;
		addToGroup(owned, owner, problem);
	}
	return owned;
}

function findRuleAt(rules: readonly Rule[], line: number): Rule | undefined {
	let low = 0;
	let high = rules.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rules[middle]?.line ?? 0) <= line) low = middle + 1;
		else high = middle;
	}
	return rules[low - 1];
}

function toRecord(rule: Rule, facts: RuleFacts, problems: readonly Problem[]): object {
	const { file, vendor, language, id, title, level, status, confidence, techniques } = rule;
	return {
		...{ file, vendor, language, id, title, level, status, confidence, techniques },
		tactics: rule.tactics.map((tactic) => (/^TA\d{4}$/.test(tactic) ? tactic : nameTactic(tactic))),
		parsed: facts.parsed,
		problems,
		predicates: facts.predicates,
		events: facts.events.map(({ provider, event, title: name }) => ({
			provider,
			event,
			title: name,
		})),
		exclusions: facts.exclusions,
	};
}

function showRule(rule: Rule, { parsed, reasons, predicates, events }: RuleFacts): string {
	const head = [
		rule.vendor,
		rule.language ?? "no query",
		rule.level ?? "no level",
		rule.status ?? "no status",
		`parsed: ${parsed}`,
	];
	const lines = [
		rule.title,
		`  ${head.join(", ")}; ${rule.techniques.join(", ") || "no technique"}`,
		`  ${rule.file}:${rule.line}`,
		...reasons.map((reason) => `  not understood: ${reason}`),
		...events.map(
			({ provider, event, title }) =>
				`  reads ${[provider, event, title].filter(Boolean).join(" ")}`,
		),
		...predicates.map(
			({ field, canonical, op, value, negated, role }) =>
				`  ${negated ? "not " : ""}${canonical ?? field ?? "keyword"} ${op} ${showValue(value)}${role === "indicator" ? "" : ` (${role})`}`,
		),
	];
	return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
