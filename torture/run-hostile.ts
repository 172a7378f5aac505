import { findLive } from "../test/core/notes/safe/live-markdown";
import { applyImport } from "../src/core/ingest/apply-import";
import { planImport } from "../src/core/ingest/plan-import";
import type { ImportResult } from "../src/core/model/import-result";
import { readFrontMatter } from "../src/core/formats/front-matter";
import { createMemoryNotes } from "../src/core/ports/memory-notes";
import { createMemorySource } from "../src/core/ports/memory-sources";
import type { ExecutionDraft } from "../src/core/notes/execution/draft-execution-note";
import { draftExecutionNote } from "../src/core/notes/execution/draft-execution-note";
import { createHost } from "./draft-notes";
import { codeOf } from "./note-lines";
import type { HostileFile } from "./hostile-files";
import { listHostileFiles, LIVE } from "./hostile-files";
import type { Section } from "./section";

/** Hostile files: each is told with its line or taken in disarmed, and nothing in the vault is live. */
export const tortureHostile: Section = async ({ tell }) => {
	const files = listHostileFiles();
	const vault = createMemoryNotes();
	const host = createHost(vault);
	const open = (kind: HostileFile["kind"]) => [
		createMemorySource(
			kind,
			Object.fromEntries(
				files.filter((file) => file.kind === kind).map(({ path, content }) => [path, content]),
			),
		),
	];
	const sources = {
		attack: open("attack"),
		rules: open("rules"),
		atomics: open("atomics"),
		notes: [],
	};
	const result = await applyImport(await planImport(sources, host), host);
	const faults = files.flatMap((file) => checkTold(file, result, tell));
	for (const [path, text] of vault.notes) {
		faults.push(...[...checkPath(path), ...checkText(text)].map((fault) => `${path}: ${fault}`));
	}
	faults.push(...checkText(writeHostileRun()).map((fault) => `note of a run: ${fault}`));
	if ("polluted" in {}) faults.push("a prototype was polluted");
	tell(`${files.length} hostile files gave ${vault.notes.size} notes`);
	return faults;
};

function checkTold(
	{ path, code, line }: HostileFile,
	{ problems }: ImportResult,
	tell: (line: string) => void,
): string[] {
	const told = problems.filter(({ file }) => file === path || file.startsWith(`${path}/`));
	for (const problem of told.slice(0, 3)) {
		tell(
			`${problem.file}${problem.line === null ? "" : `:${problem.line}`}: ${problem.message.replace(/\s+/g, " ")}`,
		);
	}
	if (code === null) return [];
	const found = told.filter((problem) => problem.code === code);
	if (found.length === 0)
		return [
			`${path} is not told of with ${code}, but ${told.map((problem) => problem.code).join(", ") || "not at all"}`,
		];
	const isAt = line === null || found.some((problem) => problem.line === line);
	return isAt ? [] : [`${path} is told of at line ${found[0]?.line ?? "none"} instead of ${line}`];
}

/** The note of a run whose log says nothing but what is live. */
function writeHostileRun(): string {
	const facts = {
		...{ technique: "T1003", testGuid: LIVE, testName: LIVE, started: LIVE, stopped: LIVE },
		...{ operator: LIVE, host: LIVE, target: LIVE, user: LIVE, sourceIp: LIVE, processId: 1 },
		...{ exitCode: 0, ran: "executed", outcome: "detected", activityLogged: true },
		...{ alertTriggered: true, alertSeverity: LIVE, detectedAt: LIVE, cleanupDone: null },
	} as const;
	return draftExecutionNote({
		...(facts as unknown as ExecutionDraft),
		...{
			logId: "x",
			runbook: null,
			campaign: null,
			logSource: "csv",
			command: LIVE,
			executor: LIVE,
		},
		verdicts: [{ target: null, title: LIVE, verdict: "fired", how: LIVE, evidence: LIVE }],
		output: [{ level: "STDOUT", content: LIVE }],
		...{ masked: 1, evidence: "", findings: "" },
	});
}

function checkPath(path: string): string[] {
	const isInside = /^(?:Techniques|Detection Rules|Testing Runbooks|Detection Vault)\//.test(path);
	const isPlain = path.split("/").every((part) => !part.startsWith(".") && part.length <= 200);
	return isInside && isPlain ? [] : ["it is in no folder of ours"];
}

const OURS = new Set([
	"detection-vault",
	"sigma",
	"kusto",
	"kql",
	"toml",
	"yaml",
	"yara-l",
	"markdown",
	"sh",
]);
const FORBIDDEN = /^(?:cssclass|cssclasses|publish|permalink|banner)$/;

function checkText(text: string): string[] {
	// Templater reads the raw file, front matter and all.
	const faults: string[] = text.includes("<%") ? ["it holds a template"] : [];
	const read = readFrontMatter(text);
	if (!read.ok) return [`its front matter cannot be read: ${read.message}`];
	for (const key of Object.keys(read.properties)) {
		if (FORBIDDEN.test(key)) faults.push(`it has the property ${key}`);
	}
	const body = text.slice(read.body);
	for (const live of findLive(body)) {
		const [kind = "", language = ""] = live.split(" ");
		// Input tables break lines so, and nothing else of HTML is ours.
		if (live === "html <br>") continue;
		if (kind !== "fence" || !OURS.has(language)) faults.push(`live: ${live.slice(0, 120)}`);
	}
	const prose = withoutCode(body);
	if (/(?:^|[^\\])%%/.test(prose)) faults.push("a comment is open");
	if (/(?:^|\s)\^evil/.test(prose)) faults.push("it has a foreign block id");
	if (/(?:^|\s)#stolen/.test(prose)) faults.push("it has a foreign tag");
	if (/!\[\[|\[\[Secret/.test(prose.replaceAll("\\[", "")))
		faults.push("it links or embeds a note that it was told to");
	if (/^(?:level|\W*vendor):: /m.test(prose)) faults.push("it has a foreign field");
	return faults;
}

/** The text without fenced blocks and code spans. */
function withoutCode(body: string): string {
	const lines = body.split("\n");
	const code = codeOf(lines);
	const prose = lines.filter((_, at) => code[at] !== 1).join("\n");
	return prose.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
}
