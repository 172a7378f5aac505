import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/core/formats/front-matter";
import { NO_RUN_FACTS } from "../../../../src/core/model/execution";
import type { ExecutionDraft } from "../../../../src/core/notes/execution/draft-execution-note";
import {
	draftExecutionNote,
	nameExecution,
} from "../../../../src/core/notes/execution/draft-execution-note";
import { readExecutionNote } from "../../../../src/core/notes/execution/read-execution-note";

const DRAFT: ExecutionDraft = {
	...NO_RUN_FACTS,
	technique: "T1021.004",
	testGuid: "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec",
	testName: "ESXi - Enable SSH",
	started: "2026-11-02T09:20:25Z",
	stopped: "2026-11-02T09:21:02Z",
	operator: "red-1",
	host: "lab-win-03",
	processId: 4411,
	exitCode: 0,
	ran: "success",
	outcome: "not-detected",
	activityLogged: true,
	alertTriggered: false,
	logSource: "attire",
	logId: "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec/2026-11-02T09:20:25Z/lab-win-03",
	runbook: { target: "T1021.004 - Remote Services - SSH - runbook", block: "t-8f6c14d1" },
	campaign: "2026 Q4 lateral movement",
	verdicts: [
		{
			target: "SSH enabled",
			title: "SSH enabled",
			verdict: "missed",
			how: "observed",
			evidence: "a | b",
		},
		{ target: null, title: "Our own rule", verdict: "fired", how: "imported", evidence: "" },
	],
	command: "Enable-SSH",
	executor: "powershell",
	output: [{ level: "STDOUT", content: "```\n<% tp.file %>" }],
	masked: 1,
	evidence: "Seen at 09:21.",
	findings: "- [ ] fix the filter",
};

const read = (text: string) => {
	const front = readFrontMatter(text);
	return readExecutionNote(front.ok ? front.properties : {}, text);
};

describe("an execution note of ours", () => {
	it("has the facts that it was written from", () => {
		const { verdicts, command, executor, output, masked, evidence, findings, runbook, ...facts } =
			DRAFT;
		const note = read(draftExecutionNote(DRAFT));
		expect(note).toMatchObject({ ...facts, runbook: runbook?.target, techniques: ["T1021.004"] });
		expect(note.verdicts).toEqual([
			{
				...{ target: "SSH enabled", title: "SSH enabled", verdict: "missed" },
				...{ how: "observed", origin: "observed", evidence: "a | b" },
			},
			{
				...{ target: null, title: "Our own rule", verdict: "fired" },
				...{ how: "imported", origin: "imported", evidence: "" },
			},
		]);
		expect([command, executor, output, masked, evidence, findings, verdicts].length).toBe(7);
	});

	it("counts its verdicts and names every property, empty where nothing is known", () => {
		const text = draftExecutionNote({ ...DRAFT, ...NO_RUN_FACTS, verdicts: [], runbook: null });
		expect(text).toContain("\nrunbook:\n");
		expect(text).toContain("\nfired: 0\nmissed: 0\nnot_tested: 0\ntags: [execution]\n");
		expect(draftExecutionNote(DRAFT)).toContain("\nfired: 1\nmissed: 1\nnot_tested: 0\n");
	});

	it("holds no live template and no fence that the output closes", () => {
		const text = draftExecutionNote(DRAFT);
		expect(text).not.toContain("<%");
		expect(text).toContain("> ````text\n> ```\n");
	});

	it("is named by time, technique and test", () => {
		expect(nameExecution(DRAFT)).toBe("2026-11-02 0920 T1021.004 8f6c14d1");
		expect(nameExecution({ ...NO_RUN_FACTS, testName: "a/b: c" })).toBe("Undated a_b - c");
	});
});

describe("an execution note of a person", () => {
	it("is read with other names, words, dates and links", () => {
		const note = read(
			[
				"---",
				'Runbook: "[[Testing Runbooks/SSH#^t-1|SSH]]"',
				"techniques: [attack.t1021.004]",
				"guid: 8F6C14D1-F13D-4616-B7FC-98CC69FE56EC",
				"Start time: 2026/11/02 09:20",
				"status: Completed",
				"outcome: NotDetected",
				"Activity Logged: yes",
				"alert_triggered: No",
				"---",
				"# Run",
				"| Evidence | Detection | Team | Result |",
				"|---|:-:|---|---|",
				"| text \\| more | [[Rules/SSH enabled|SSH]] | blue | ❌ missed |",
				"| - | [Other](Other%20rule.md) | blue | Alerted |",
				"| | **Plain** | | later |",
			].join("\n"),
		);
		expect(note).toMatchObject({
			...{ runbook: "Testing Runbooks/SSH", technique: "T1021.004", ran: "success" },
			testGuid: "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec",
			...{ started: "2026-11-02T09:20:00Z", outcome: "not-detected" },
			...{ activityLogged: true, alertTriggered: false },
		});
		expect(note.verdicts).toMatchObject([
			{ target: "Rules/SSH enabled", title: "SSH", verdict: "missed", evidence: "text | more" },
			{ target: "Other rule.md", title: "Other", verdict: "fired", evidence: "" },
			{ target: null, title: "Plain", verdict: null },
		]);
	});

	it("gives only the verdicts below their heading where there is one, and none of code", () => {
		const note = read(
			[
				"| Rule | Result |\n|-|-|\n| elsewhere | fired |",
				"## Rule verdicts",
				"```\n| Rule | Verdict |\n|-|-|\n| in code | fired |\n```",
				"| Rule | Verdict |\n|-|-|\n| here | missed |",
			].join("\n\n"),
		);
		expect(note.verdicts.map(({ title }) => title)).toEqual(["here"]);
	});
});
