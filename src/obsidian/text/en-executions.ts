import type { FormatNumber } from "./counts";

/** Text of what records, imports and shows test runs. */
export function executionsText(number: FormatNumber) {
	const runs = (count: number) => (count === 1 ? "1 run" : `${number(count)} runs`);
	return {
		commands: {
			record: "Record a test run",
			importLogs: "Import execution logs",
			unmatched: "Show test runs without a test",
			export: "Export test executions",
			campaign: "Create a campaign note",
		},
		notReady: "The vault is still being read. The window opens once that is done.",
		noTests: "This vault has no runbook with a test. Import Atomic Red Team first.",
		record: recordText(number),
		unmatched: unmatchedText(runs),
		export: {
			placeholder: "Choose a format",
			formats: {
				vectr: "VECTR (CSV)",
				attire: "ATTiRe 1.1 (JSON)",
				navigator: "ATT&CK Navigator layer (JSON)",
			},
			name: "Test executions",
			none: "No test run is recorded yet.",
			saved: (path: string) => `Saved as ${path}`,
			failed: (reason: string) => `The runs could not be exported: ${reason}`,
		},
		campaign: {
			title: "Create a campaign note",
			name: "Name",
			hint: "The note gathers the runs whose property campaign links to it.",
			create: "Create",
			exists: (path: string) => `${path} is there already.`,
		},
		settings: {
			heading: "Test executions",
			operator: {
				name: "Operator",
				desc: "Filled in when you record a test run.",
				placeholder: "Your name or call sign",
			},
			staleAfter: {
				name: "Stale after",
				desc: "Days after which the last run of a test no longer counts as fresh.",
				problem: "A whole number of days, at least 1.",
			},
		},
		summary: summaryText(number, runs),
		why: whyText(),
		verdicts: { fired: "fired", missed: "missed", "not tested": "not tested" },
		origins: { observed: "observed", evaluated: "evaluated", imported: "imported" },
		outcomes: OUTCOME_WORDS,
	};
}

const OUTCOME_WORDS = {
	blocked: "blocked",
	detected: "detected",
	"not-detected": "not detected",
	tbd: "not decided",
};

function recordText(number: FormatNumber) {
	return {
		title: "Record a test run",
		hint: "Nothing is executed. This writes a note of a run that took place.",
		test: "Test",
		technique: "Technique",
		button: "Record a run",
		column: "Record",
		buttonFor: (test: string) => `Record a run of ${test}`,
		started: "Started",
		stopped: "Stopped",
		localTime: "In your local time; the note has UTC.",
		operator: "Operator",
		host: "Host",
		target: "Target, if another machine",
		user: "User",
		campaign: "Campaign note",
		ran: "The test",
		outcome: "Outcome",
		activityLogged: "Activity was logged",
		alertTriggered: "An alert was raised",
		alertSeverity: "Severity of the alert",
		cleanupDone: "Cleanup is done",
		yes: "Yes",
		no: "No",
		unknown: "Not known",
		states: { success: "ran", failed: "failed", blocked: "was blocked", "not-run": "was not run" },
		outcomes: OUTCOME_WORDS,
		inputs: "Inputs of this lab",
		inputsHint:
			"From the runbook’s column “This lab”. Change what was different in this run; what looks like a secret is masked.",
		run: "Run",
		result: "Result",
		rules: "Verdicts of rules",
		should: "should fire",
		noRules: "No rule of this vault is linked to the test.",
		verdictOf: (rule: string) => `Verdict of ${rule}`,
		evidenceOf: (rule: string) => `Evidence for ${rule}`,
		evidenceHint: "Evidence",
		filterRules: "Filter rules",
		more: (count: number) =>
			`Show ${count === 1 ? "1 more rule" : `${number(count)} more rules`} of the same technique`,
		evidence: "Evidence",
		findings: "Findings and actions",
		save: "Write the note",
		cancel: "Cancel",
		wrongTimes: "The run cannot have stopped before it started.",
		noStart: "Say when the run started.",
		written: (path: string) => `Recorded in ${path}`,
		failed: (reason: string) => `The note could not be written: ${reason}`,
	};
}

function unmatchedText(runs: (count: number) => string) {
	return {
		title: "Test runs without a test",
		none: "Every recorded run is linked to a test.",
		count: (count: number) => `${runs(count)} without a test`,
		link: "Link",
		linkTo: (test: string, run: string) => `Link ${run} to ${test}`,
		choose: "Choose another test",
		chooseFor: (run: string) => `Choose a test for ${run}`,
		placeholder: "Find a test by name, technique or GUID",
		noSuggestion: "No test of this vault is like it.",
		why: {
			name: "same name",
			technique: "same technique",
			"parent-technique": "same parent technique",
			words: "similar name",
		},
		linked: (test: string) => `Linked to ${test}`,
		failed: "The note could not be changed: its properties cannot be edited safely.",
		close: "Close",
	};
}

function summaryText(number: FormatNumber, runs: (count: number) => string) {
	const staleText = (stale: number) => (stale === 0 ? "" : `, ${number(stale)} stale`);
	return {
		runs,
		never: "never run",
		lastRun: (when: string, outcome: string | null) =>
			`last run ${when}${outcome === null ? "" : `, ${outcome}`}`,
		tests: (proven: number, total: number, stale: number) =>
			`proven ${number(proven)} of ${total === 1 ? "1 test" : `${number(total)} tests`}${staleText(stale)}`,
		rules: (proven: number, judged: number, stale: number) =>
			`${number(proven)} of ${judged === 1 ? "1 tested rule" : `${number(judged)} tested rules`} fired${staleText(stale)}`,
		stale: "stale",
		columns: { lastRun: "Last run", outcome: "Outcome", proven: "Proven" },
		testRuns: "Test runs",
		runbooks: "Runbooks that test it",
		run: "Run",
		verdict: "Verdict",
		how: "How",
		evidence: "Evidence",
		also: (word: string, how: string) => `also: ${word}, ${how}`,
		noRuns: "No run has a verdict on this rule.",
		noRunbooks: "No runbook of this vault tests this rule.",
		why: "Why",
		runbook: "Runbook",
		ruleRuns: (count: number) => runs(count),
		countRunbooks: (count: number) => (count === 1 ? "1 runbook" : `${number(count)} runbooks`),
	};
}

function whyText() {
	return {
		simulation: (test: string) => `names the test as its simulation: ${test}`,
		execution: (verdict: string, when: string) => `${verdict} in the run of ${when}`,
		technique: (technique: string, platform: string | null) =>
			platform === null
				? `same technique: ${technique}`
				: `same technique and platform: ${technique}, ${platform}`,
		undated: "an unknown time",
	};
}
