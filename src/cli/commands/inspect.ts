import { existsSync } from "node:fs";
import { nameTactic } from "../../core/text/name-tactic";
import { LARGEST, readAsText, readFiles } from "../../core/ingest/read-files";
import { describeRule } from "../../core/library/read-rule-facts";
import type { RuleFacts } from "../../core/library/rule-facts";
import type { RuleKnowledge } from "../../core/library/rule-knowledge";
import { createRuleKnowledge } from "../../core/library/rule-knowledge";
import type { Problem } from "../../core/model/problem";
import type { Rule } from "../../core/model/rule";
import { showValue } from "../../core/panels/show-value";
import { SILENT_PROGRESS } from "../../core/ports/progress";
import { readRuleFile } from "../../core/rules/read-rule-file";
import type { RuleFileKind } from "../../core/rules/rule-reader";
import { listQueryProblems, understandRule } from "../../core/rules/understand-rule";
import { openPath } from "../../node/file-sources";
import type { Command, Streams } from "../command";
import { addToGroup } from "../../core/text/add-to-group";
import { listSome } from "../list-some";
import { plainLine } from "../plain-line";

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
		for (const argument of words) {
			const read = readAsText(readRuleFile);
			const files = readFiles([openPath(argument)], LARGEST.other, SILENT_PROGRESS, read);
			for await (const { file, outcome } of files) readings.push({ argument, file, outcome });
		}
		// A rule may use a macro or a list of a file that comes later.
		const contexts = readings.flatMap(({ outcome }) =>
			outcome.kind === "context" ? outcome.contexts : [],
		);
		const knowledge = createRuleKnowledge(contexts);
		let isClean = true;
		for (const { outcome } of readings) {
			const told = tellOutcome(outcome, knowledge, values.has("json"), streams);
			isClean &&= told.every(({ severity }) => severity === "info");
		}
		return tellRuleless(words, readings, streams) || !isClean ? 1 : 0;
	},
};

/** Writes what a file gave, and gives the problems that were told. */
function tellOutcome(
	outcome: RuleFileKind,
	knowledge: RuleKnowledge,
	isJson: boolean,
	streams: Streams,
): readonly Problem[] {
	const { rules, problems } =
		outcome.kind === "rules" ? outcome.reading : { rules: [], problems: outcome.problems };
	const told = [...problems];
	const owned = assignProblems(rules, problems);
	for (const rule of rules) {
		const understood = understandRule(rule, knowledge.context);
		const found = listQueryProblems(understood);
		told.push(...found);
		const own = owned.get(rule) ?? [];
		const facts = describeRule(understood, knowledge);
		const record = isJson ? toRecord(rule, facts, [...own, ...found]) : undefined;
		streams.out(record === undefined ? showRule(rule, facts) : `${JSON.stringify(record)}\n`);
	}
	for (const problem of told) streams.err(showProblem(problem));
	return told;
}

/** What a file below an argument turned out to be. */
interface Reading {
	readonly argument: string;
	readonly file: string;
	readonly outcome: RuleFileKind;
}

/** Names files and arguments without a rule, and gives whether there is such an argument. What rules need (macros, lists) is not meant. */
function tellRuleless(
	words: readonly string[],
	readings: readonly Reading[],
	{ err }: Streams,
): boolean {
	const ruleless = readings.filter(({ outcome }) => outcome.kind === "none");
	const named = ruleless.flatMap(({ file, outcome }) =>
		outcome.kind === "none" && outcome.problems.length === 0 ? [`${file}: ${outcome.reason}`] : [],
	);
	for (const line of listSome("Without a rule", named, "")) err(`${line}\n`);
	const useful = new Set(
		readings.flatMap(({ argument, outcome }) => (outcome.kind === "none" ? [] : [argument])),
	);
	const empty = words.filter((argument) => !useful.has(argument));
	// A file alone has its own line already.
	const told = new Set(ruleless.map(({ file }) => file));
	for (const argument of empty) {
		if (!told.has(argument)) err(`detection-vault inspect: ${argument} holds no rule\n`);
	}
	return empty.length > 0;
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
	return `${lines.map((line) => plainLine(line).trimEnd()).join("\n")}\n`;
}
