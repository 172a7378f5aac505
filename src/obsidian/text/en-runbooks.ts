import type { FormatNumber } from "./counts";

/** Text of runbooks: their panel, the buttons below commands, and a person's own tests. */
export function runbookText(number: FormatNumber) {
	return {
		noRunbook: "This note is no runbook",
		noRunbookHint:
			"A runbook has the tag atomic_test or the property runbook_id. Its panel shows the tests of the note that it stands in.",
		title: "Tests",
		tests: (count: number) => (count === 1 ? "1 test" : `${number(count)} tests`),
		empty: "This runbook has no test yet.",
		columns: {
			test: "Test",
			runsOn: "Runs on",
			signal: "Expected signal",
			should: "Should fire",
			could: "Could fire",
			last: "Last run",
			actions: "Actions",
		},
		elevated: "elevated",
		own: "own",
		noGuid: "no GUID",
		noGuidHint: (count: number) =>
			`${count === 1 ? "1 test has" : `${number(count)} tests have`} no GUID line, so no run can be recorded for it: “- GUID: …” below its heading.`,
		derivedHint:
			"Rules are derived from links, runs and what each command causes. What you write behind “Expected rules:” in a test takes their place.",
		outcomes: {
			blocked: "blocked",
			detected: "detected",
			"not-detected": "not detected",
			tbd: "not decided",
		},
		summary: {
			run: (run: number, total: number) => `${number(run)} of ${number(total)} run`,
			proven: (count: number, stale: number) =>
				`${number(count)} proven${stale === 0 ? "" : `, ${number(stale)} stale`}`,
			last: (date: string) => `last run ${date}`,
		},
		why: {
			simulation: "names this test",
			fired: (date: string) => `fired ${date}`,
			missed: (date: string) => `missed ${date}`,
			judged: (date: string) => `not tested ${date}`,
			technique: (id: string, platform: string | null) =>
				platform === null ? `same technique ${id}` : `same technique ${id}, ${platform}`,
			command: (values: string) => `the command has ${values}`,
			unless: (values: string, fields: string) =>
				`the command has ${values}, unless ${fields} excludes it`,
			some: (values: string) => `part of it is in the command: ${values}`,
			keyword: "a keyword",
			more: (count: number) => `and ${number(count)} more`,
		},
		parts: {
			check: "Copy the check",
			get: "Copy how to get it",
			run: "Copy the command",
			cleanup: "Copy the cleanup",
		},
		takes: (names: string) => `fills in ${names}`,
		copied: "Copied. Nothing was run.",
		copiedSecret: "Copied with a secret in it. Nothing was run.",
		nothingToCopy: "This test has no command to copy.",
		masked: "Hidden value",
		copyValue: "Copy the hidden value",
		...formText(),
		commands: {
			add: "Add a test to this runbook",
			giveGuids: "Give tests of this runbook GUIDs",
			copy: "Copy command with this lab's values",
		},
		guidsGiven: (tests: number) =>
			tests === 0
				? "Every test of this runbook has a GUID."
				: tests === 1
					? "1 test got a GUID."
					: `${tests} tests got GUIDs.`,
	};
}

/** Text of the two forms: values that a command lacks, and a test of one's own. */
function formText() {
	return {
		fill: {
			title: "Values for this command",
			hint: "These inputs have neither a value for this lab nor a default. What you type here is copied into the command and written nowhere.",
			secret: "Looks like a secret.",
			copy: "Copy",
			cancel: "Cancel",
		},
		add: {
			title: "Add a test to this runbook",
			name: "Name",
			nameHint: "What the test shows, in a few words.",
			platforms: "Platforms",
			platformsHint: "Separated by commas.",
			executor: "Executor",
			executors: {
				powershell: "PowerShell",
				command_prompt: "Command prompt",
				bash: "Bash",
				sh: "POSIX shell",
				manual: "By hand",
			},
			elevation: "Needs elevation",
			command: "Command",
			commandHint: "Write #{name} where an input goes: it gets a row in the table of inputs.",
			add: "Add test",
			cancel: "Cancel",
			unnamed: "Unnamed test",
			added: "The test is in the runbook. Imports leave it alone.",
			failed: (reason: string) => `The test could not be added: ${reason}`,
		},
	};
}
