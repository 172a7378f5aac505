import type { NoteProperty } from "../../model/note";
import type { RunFacts, VerdictWord } from "../../model/execution";
import { techniqueTag } from "../../text/technique-ids";
import { writeNote } from "../front-matter/write-properties";
import { linkLabel } from "../runbook/link-label";
import { defuseInline } from "../safe/defuse-inline";
import { fenceCode } from "../safe/fence-code";
import { safeFileName } from "../safe/file-name";
import type { DraftedVerdict } from "./write-verdicts";
import { VERDICTS_HEADING, writeVerdicts } from "./write-verdicts";

/** What an execution note is written from. */
export interface ExecutionDraft extends RunFacts {
	/** The run's identity: the same run gives the same text, whatever log it comes from. */
	readonly logId: string;
	/** The runbook's link target and the test's block in it; null for a run that no test was found for. */
	readonly runbook: { readonly target: string; readonly block: string | null } | null;
	/** Link target of the campaign's note; null for none. */
	readonly campaign: string | null;
	readonly verdicts: readonly DraftedVerdict[];
	/** Without secrets; "" for none. */
	readonly command: string;
	readonly executor: string | null;
	readonly output: readonly { readonly level: string; readonly content: string }[];
	/** Number of places where a secret was left out. */
	readonly masked: number;
	/** What the person wrote, as Markdown; "" for none. */
	readonly evidence: string;
	readonly findings: string;
}

/** The opening line of a run that no test is linked to. */
export const UNLINKED = /^Run of .*\. No test of a runbook is linked to it yet\.$/m;

/** Gives a run's base name: `2026-11-02 0920 T1021.004 8f6c14d1`, with what is not known left out. */
export function nameExecution({ started, technique, testGuid, testName }: RunFacts): string {
	const time =
		started === null
			? "Undated"
			: `${started.slice(0, 10)} ${started.slice(11, 16).replace(":", "")}`;
	const test = testGuid?.slice(0, 8) ?? testName?.slice(0, 60) ?? "";
	return safeFileName([time, technique ?? "", test].filter((part) => part !== "").join(" "));
}

/** Writes the note of a run: every property, empty where nothing is known, then verdicts, evidence and findings. */
export function draftExecutionNote(draft: ExecutionDraft): string {
	return writeNote(listProperties(draft), writeBody(draft));
}

function listProperties(draft: ExecutionDraft): NoteProperty[] {
	const { runbook, technique } = draft;
	const count = (word: VerdictWord): number =>
		draft.verdicts.filter(({ verdict }) => verdict === word).length;
	return [
		{ key: "log_id", value: draft.logId },
		{ key: "runbook", value: runbook === null ? null : `[[${runbook.target}]]` },
		{ key: "technique", value: technique },
		{ key: "test_guid", value: draft.testGuid },
		{ key: "test_name", value: draft.testName },
		{ key: "campaign", value: draft.campaign === null ? null : `[[${draft.campaign}]]` },
		{ key: "started", value: draft.started },
		{ key: "stopped", value: draft.stopped },
		{ key: "operator", value: draft.operator },
		{ key: "host", value: draft.host },
		{ key: "target", value: draft.target },
		{ key: "user", value: draft.user },
		{ key: "source_ip", value: draft.sourceIp },
		{ key: "process_id", value: draft.processId },
		{ key: "exit_code", value: draft.exitCode },
		{ key: "ran", value: draft.ran },
		{ key: "outcome", value: draft.outcome ?? "tbd" },
		{ key: "activity_logged", value: draft.activityLogged },
		{ key: "alert_triggered", value: draft.alertTriggered },
		{ key: "alert_severity", value: draft.alertSeverity },
		{ key: "detected_at", value: draft.detectedAt },
		{ key: "cleanup_done", value: draft.cleanupDone },
		{ key: "log_source", value: draft.logSource },
		{ key: "fired", value: count("fired") },
		{ key: "missed", value: count("missed") },
		{ key: "not_tested", value: count("not tested") },
		{
			key: "tags",
			value: [...(technique === null ? [] : [techniqueTag(technique)]), "execution"],
		},
	];
}

function writeBody(draft: ExecutionDraft): string {
	const { command, executor, output, masked, evidence, findings } = draft;
	const parts = [
		writeOpening(draft),
		`## ${VERDICTS_HEADING}`,
		writeVerdicts(draft.verdicts),
		"## Evidence",
		evidence.trim(),
		...(masked === 0 ? [] : [maskedLine(masked)]),
		...(command === "" ? [] : ["### Command", fenceCode(command, fenceOf(executor))]),
		...output.map(({ level, content }) => foldOutput(level, content)),
		"## Findings and actions",
		findings.trim(),
	];
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function maskedLine(masked: number): string {
	return `*${masked === 1 ? "1 place" : `${masked} places`} that looked like a secret ${masked === 1 ? "was" : "were"} masked.*`;
}

function writeOpening({ runbook, testName, technique }: ExecutionDraft): string {
	const name = testName ?? technique ?? "a test";
	if (runbook === null)
		return `Run of ${defuseInline(name)}. No test of a runbook is linked to it yet.`;
	const place = runbook.block === null ? "" : `#^${runbook.block}`;
	return `Run of [[${runbook.target}${place}|${linkLabel(name) || "the test"}]].`;
}

const FENCES: ReadonlyMap<string, string> = new Map([
	["powershell", "powershell"],
	["command_prompt", "cmd"],
	["sh", "sh"],
	["bash", "bash"],
]);

function fenceOf(executor: string | null): string {
	return FENCES.get(executor ?? "") ?? "text";
}

/** A folded callout: what a run prints can be long. */
function foldOutput(level: string, content: string): string {
	const lines = fenceCode(content, "text").split("\n");
	const title = defuseInline(level === "STDERR" ? "Console output (errors)" : "Console output");
	return [`> [!note]- ${title}`, ...lines.map((line) => `> ${line}`)].join("\n");
}
