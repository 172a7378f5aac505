import type { RunFacts, VerdictWord } from "../model/execution";
import { draftExecutionNote, nameExecution } from "../notes/execution/draft-execution-note";
import { defuseInline } from "../notes/safe/defuse-inline";
import type { LabInput } from "./read-lab-inputs";
import { identifyRecorded } from "./run-identity";
import type { KnownTest } from "./test-index";

/** What a person says of a rule in a run. */
export interface RecordedVerdict {
	/** Path of the rule's note. */
	readonly path: string;
	readonly title: string;
	readonly verdict: VerdictWord;
	readonly how: string;
	readonly evidence: string;
}

/** A run as a person records it. */
export interface RecordedRun {
	readonly facts: RunFacts;
	readonly test: KnownTest;
	/** Link target of the campaign's note, null for none. */
	readonly campaign: string | null;
	readonly inputs: readonly LabInput[];
	readonly verdicts: readonly RecordedVerdict[];
	readonly evidence: string;
	readonly findings: string;
}

/** Where it is written. */
export interface RecordPlace {
	readonly folder: string;
	readonly linkTo: (path: string) => string;
	readonly isTaken: (path: string) => boolean;
}

/** Gives the note of a run that a person recorded: its path, which nothing has yet, and its text. */
export function recordRun(
	run: RecordedRun,
	{ folder, linkTo, isTaken }: RecordPlace,
): { readonly path: string; readonly text: string } {
	const { facts, test, campaign, verdicts, findings } = run;
	const name = nameExecution(facts);
	let path = `${folder}/${name}.md`;
	for (let number = 2; isTaken(path); number++) path = `${folder}/${name} ${number}.md`;
	const text = draftExecutionNote({
		...facts,
		logId: identifyRecorded(facts),
		runbook: { target: linkTo(test.runbook.path), block: test.test.block },
		campaign,
		verdicts: verdicts.map((row) => ({ ...row, target: linkTo(row.path) })),
		...{ command: "", executor: null, output: [], masked: 0 },
		evidence: [writeInputs(run.inputs), run.evidence.trim()].filter(Boolean).join("\n\n"),
		findings: findings.trim() === "" ? "- [ ] " : findings,
	});
	return { path, text };
}

function writeInputs(inputs: readonly LabInput[]): string {
	if (inputs.length === 0) return "";
	const rows = inputs.map(
		({ name, value }) => `| ${defuseInline(name)} | ${defuseInline(value)} |`,
	);
	return ["| Input | Value |", "| --- | --- |", ...rows].join("\n");
}
