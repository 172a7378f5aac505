import type { LinkedRule, LinkEvidence, LinkSources } from "../executions/link-evidence";
import { linkRules, sharedPlatform } from "../executions/link-evidence";
import type { RuleEntry, RunbookEntry } from "../library/library-entry";
import type { TestFacts } from "../library/test-facts";
import { listCloudCalls } from "../notes/runbook/command-words";
import { fillArguments } from "../notes/runbook/fill-arguments";
import { listValues } from "../notes/runbook/read-inputs";
import type { RunbookTest } from "../notes/runbook/read-runbook";
import { compareCodeUnits } from "../text/compare";
import type { RuleNeedles } from "./match-command";
import { matchCommand, prepareNeedles } from "./match-command";

/** Why a rule is expected to fire in a test. */
export type ExpectationEvidence =
	| LinkEvidence
	/** The rule looks for what stands in the test's command. */
	| {
			readonly kind: "command";
			/** Values of the rule, the longest first. */
			readonly values: readonly string[];
			/** Whether every field of it that a command can fill is met. */
			readonly isWhole: boolean;
	  };

/** A rule that a test should or could set off, derived from what the vault knows. */
export interface ExpectedRule {
	readonly rule: RuleEntry;
	/** Whether something says that it should: it names the test, it fired before, or the command has all that it looks for. */
	readonly should: boolean;
	/** The most telling first. */
	readonly why: readonly [ExpectationEvidence, ...ExpectationEvidence[]];
}

/** UTF-16 units of a test's commands that rules are compared with. */
const LOOKED_AT = 20_000;

/** Statuses of rules that nobody runs any more. */
const RETIRED: ReadonlySet<string> = new Set(["deprecated", "unsupported"]);

/** Gives the rules that a test should or could set off; the same list every time. */
export type ExpectRules = (test: RunbookTest) => readonly ExpectedRule[];

/**
 * Derives the rules that the tests of a runbook should set off: linked ones, with what of each stands in the test's command. By how telling the
 * evidence is, then by title.
 *
 * A rule that is only about the same technique and platform could fire and is given last; one that nobody runs any more is left out. A test
 * is worked out when it is first asked for.
 */
export function createExpecter(runbook: RunbookEntry, sources: LinkSources): ExpectRules {
	const facts = new Map((runbook.testFacts ?? []).map((test) => [test.guid, test]));
	const known = new Map<RunbookTest, readonly ExpectedRule[]>();
	let linked: readonly { link: LinkedRule; needles: RuleNeedles }[] | undefined;
	return (test) => {
		const found = known.get(test);
		if (found !== undefined) return found;
		linked ??= linkRules(runbook, sources)
			.filter(({ rule }) => !RETIRED.has(rule.status ?? ""))
			.map((link) => ({
				link,
				needles: prepareNeedles(sources.library.indicatorsOf(link.rule)),
			}));
		const own = facts.get(test.guid ?? "");
		const command = describeCommand(test, own?.executor ?? "");
		const rules = linked
			.flatMap(({ link, needles }) => expectRule(link, needles, { own, command }, sources) ?? [])
			.sort(byEvidence);
		known.set(test, rules);
		return rules;
	};
}

function expectRule(
	{ rule, why }: LinkedRule,
	needles: RuleNeedles,
	{ own, command }: { readonly own: TestFacts | undefined; readonly command: string },
	{ library }: LinkSources,
): ExpectedRule | undefined {
	const linked = why.filter((evidence) => {
		if (evidence.kind === "simulation") return evidence.guid === own?.guid;
		if (evidence.kind === "technique")
			return own === undefined || sharedPlatform(rule, [own]) !== undefined;
		const run = library.entry(evidence.path);
		return run?.kind === "execution" && run.testGuid !== null && run.testGuid === own?.guid;
	});
	const { values, isWhole } = matchCommand(needles, command);
	const found: readonly ExpectationEvidence[] =
		values.length === 0 ? linked : [...linked, { kind: "command", values, isWhole }];
	const [first, ...rest] = [...found].sort((a, b) => rankOf(a) - rankOf(b));
	// What stands in the command of a test for another platform means nothing.
	if (first === undefined || linked.length === 0) return undefined;
	const misses = linked.find((evidence) => evidence.kind === "execution")?.verdict === "missed";
	return { rule, should: rankOf(first) < POSSIBLE || misses, why: [first, ...rest] };
}

/** Ranks from here on say only that a rule could fire. */
const POSSIBLE = 4;

function rankOf(evidence: ExpectationEvidence): number {
	switch (evidence.kind) {
		case "simulation":
			return 0;
		case "execution":
			return evidence.verdict === "fired" ? 1 : evidence.verdict === "missed" ? 2 : 5;
		case "command":
			return evidence.isWhole ? 3 : 4;
		case "technique":
			return 6;
	}
}

function byEvidence(a: ExpectedRule, b: ExpectedRule): number {
	return (
		rankOf(a.why[0]) - rankOf(b.why[0]) ||
		valuesOf(b) - valuesOf(a) ||
		compareCodeUnits(a.rule.title, b.rule.title) ||
		compareCodeUnits(a.rule.path, b.rule.path)
	);
}

function valuesOf({ why }: ExpectedRule): number {
	const command = why.find((evidence) => evidence.kind === "command");
	return command?.values.length ?? 0;
}

/** All that a test runs, in lower case, behind the names of what runs it. */
function describeCommand({ commands, inputs }: RunbookTest, executor: string): string {
	const values = listValues(inputs);
	const texts = commands
		.filter(({ part }) => part === "run")
		.map(({ text }) => fillArguments(text, values).text);
	const command = texts.join("\n").slice(0, LOOKED_AT);
	return [STARTS.get(executor) ?? executor, command, ...listCloudCalls(command)]
		.join("\n")
		.toLowerCase();
}

const STARTS: ReadonlyMap<string, string> = new Map([
	["command_prompt", "cmd.exe /c"],
	["powershell", "powershell.exe"],
]);
