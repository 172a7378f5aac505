import type { LinkedRule, LinkEvidence, LinkSources } from "../executions/link-evidence";
import { linkRules, sharedPlatform } from "../executions/link-evidence";
import type { RuleEntry, RunbookEntry } from "../library/library-entry";
import type { TestFacts } from "../library/test-facts";
import { listCloudCalls } from "../notes/runbook/command-words";
import { fillArguments } from "../notes/runbook/fill-arguments";
import { listValues } from "../notes/runbook/read-inputs";
import type { RunbookTest } from "../notes/runbook/read-runbook";
import { createTextPattern } from "../query/patterns/text-pattern";
import { compareCodeUnits } from "../text/compare";
import { rememberTexts } from "../text/remember-texts";
import type { ExpressionReading } from "./compare-known";
import type { KnownEvent } from "./known-event";
import type { RuleNeedles } from "./match-command";
import { matchCommand, prepareNeedles, sortByLength } from "./match-command";
import type { RuleTrial } from "./meets-rule";
import { findMeeting, prepareTrial } from "./meets-rule";
import { listTestEvents } from "./test-events";

/** Why a rule is expected to fire in a test. */
export type ExpectationEvidence =
	| LinkEvidence
	/** The rule looks for what the test's command does. */
	| {
			readonly kind: "command";
			/** Values of the rule, the longest first. */
			readonly values: readonly string[];
			/** Whether an event that the command causes meets the rule, but for what it excludes by `unless`. */
			readonly isWhole: boolean;
			/** Fields by which the rule could exclude the event and of which the command says nothing. */
			readonly unless: readonly string[];
	  };

/** A rule that a test should or could set off, derived from what the vault knows. */
export interface ExpectedRule {
	readonly rule: RuleEntry;
	/** Whether something says that it should: it names the test, it fired before, or an event that the command causes meets it. */
	readonly should: boolean;
	/** The most telling first. */
	readonly why: readonly [ExpectationEvidence, ...ExpectationEvidence[]];
}

/** UTF-16 units of a test's commands that rules are compared with. */
const LOOKED_AT = 20_000;

/** Regular expressions of rules that are kept compiled. */
const EXPRESSIONS = 500;

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
	const compile = rememberTexts(EXPRESSIONS, createTextPattern);
	let linked: readonly ReadyRule[] | undefined;
	return (test) => {
		const found = known.get(test);
		if (found !== undefined) return found;
		linked ??= linkRules(runbook, sources)
			.filter(({ rule }) => !RETIRED.has(rule.status ?? "") && rule.isRemoved !== true)
			.map((link) => ({
				link,
				needles: prepareNeedles(sources.library.indicatorsOf(link.rule)),
				trial: prepareTrial(link.rule.facts),
			}));
		const own = facts.get(test.guid ?? "");
		const performed = { own, compile, ...describeTest(test, own?.executor ?? "") };
		const rules = linked
			.flatMap((rule) => expectRule(rule, performed, sources) ?? [])
			.sort(byEvidence);
		known.set(test, rules);
		return rules;
	};
}

/** A linked rule, made ready to be compared with tests. */
interface ReadyRule {
	readonly link: LinkedRule;
	readonly needles: RuleNeedles;
	readonly trial: RuleTrial;
}

/** A test with what its commands are and do. */
interface PerformedTest {
	readonly own: TestFacts | undefined;
	/** In lower case. */
	readonly command: string;
	readonly events: readonly KnownEvent[];
	readonly compile: ExpressionReading["compile"];
}

function expectRule(
	{ link: { rule, why }, needles, trial }: ReadyRule,
	{ own, command, events, compile }: PerformedTest,
	{ library }: LinkSources,
): ExpectedRule | undefined {
	const linked = why.filter((evidence) => {
		if (evidence.kind === "simulation") return evidence.guid === own?.guid;
		if (evidence.kind === "technique")
			return own === undefined || sharedPlatform(rule, [own]) !== undefined;
		const run = library.entry(evidence.path);
		return run?.kind === "execution" && run.testGuid !== null && run.testGuid === own?.guid;
	});
	// What stands in the command of a test for another platform means nothing.
	if (linked.length === 0) return undefined;
	const meeting = findMeeting(trial, events, compile);
	const values = meeting?.values ?? matchCommand(needles, command);
	const { unless = [] } = meeting ?? {};
	const found: readonly ExpectationEvidence[] =
		values.length === 0
			? linked
			: [
					...linked,
					{ kind: "command", values: sortByLength(values), isWhole: meeting !== undefined, unless },
				];
	const [first, ...rest] = [...found].sort((a, b) => rankOf(a) - rankOf(b));
	if (first === undefined) return undefined;
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
			return evidence.verdict === "fired" ? 1 : evidence.verdict === "missed" ? 2 : 6;
		case "command":
			return !evidence.isWhole ? 5 : evidence.unless.length === 0 ? 3 : 4;
		case "technique":
			return 7;
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

/** What a test runs, in lower case behind the names of what runs it, and what that causes. */
function describeTest(
	{ commands, inputs }: RunbookTest,
	executor: string,
): Pick<PerformedTest, "command" | "events"> {
	const values = listValues(inputs);
	const texts = commands
		.filter(({ part }) => part === "run")
		.map(({ text }) => fillArguments(text, values).text);
	const command = texts.join("\n").slice(0, LOOKED_AT);
	const words = [STARTS.get(executor) ?? executor, command, ...listCloudCalls(command)];
	return { command: words.join("\n").toLowerCase(), events: listTestEvents(command, executor) };
}

const STARTS: ReadonlyMap<string, string> = new Map([
	["command_prompt", "cmd.exe /c"],
	["powershell", "powershell.exe"],
]);
