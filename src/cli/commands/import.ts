import { existsSync, mkdirSync } from "node:fs";
import { applyImport } from "../../core/ingest/apply-import";
import { listUntoldSkips } from "../../core/ingest/untold-skips";
import { planExecutions } from "../../core/ingest/executions/plan-executions";
import type { ImportHost, ImportPlan, ImportSources } from "../../core/ingest/import-plan";
import { planImport } from "../../core/ingest/plan-import";
import type { ImportResult } from "../../core/model/import-result";
import { VENDORS } from "../../core/model/rule";
import type { SourceInput } from "../../core/ports/source-files";
import { describeDiskError } from "../../core/text/describe-disk-error";
import { normaliseTechniqueId } from "../../core/text/technique-ids";
import { openPath } from "../../node/file-sources";
import { readBuildStamp } from "../../node/build-stamp";
import { countThreads, createThreadLanes } from "../../node/thread-lanes";
import type { Command, Streams } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { listSome } from "../list-some";
import { openHost } from "../open-host";

const SOURCES = ["attack", "rules", "atomics", "notes", "executions"] as const;

/** `import VAULT`: sources to notes. Exit 1 where something was skipped, in conflict or worth a look. */
export const importCommand: Command = {
	usage: [
		"detection-vault import VAULT [--attack FILE…] [--attack-version V] [--rules PATH…] [--atomics PATH…]",
		"                       [--notes PATH…] [--executions PATH…] [--move OLD=NEW…] [--restore] [--dry-run] [--json]",
		"  Imports sources into a vault as notes. A path is a file, a folder or a zip. What a person wrote stays;",
		"  notes that a person deleted come back only with --restore. Executions are logs of test runs: ATTiRe 1.1",
		"  or the CSV of Invoke-AtomicRedTeam. --move says which technique replaces one that ATT&CK has split.",
	].join("\n"),
	shape: {
		words: { least: 1, most: 1 },
		options: {
			attack: "many",
			"attack-version": "one",
			rules: "many",
			atomics: "many",
			notes: "many",
			executions: "many",
			move: "many",
			restore: "none",
			"dry-run": "none",
			json: "none",
		},
	},
	async run({ words, values }, streams) {
		const [vault = ""] = words;
		const given = (name: string): readonly string[] => values.get(name) ?? [];
		const refuse = (message: string): number => {
			streams.err(`detection-vault import: ${message}\n`);
			return 2;
		};
		if (SOURCES.every((name) => given(name).length === 0))
			return refuse(`no sources are given\n\n${importCommand.usage}`);
		const absent = SOURCES.flatMap(given).filter((path) => !existsSync(path));
		if (absent.length > 0) return refuse(absent.map((path) => `${path} does not exist`).join("\n"));
		const fault = existsSync(vault) ? findVaultFault(vault) : undefined;
		if (fault !== undefined) return refuse(fault);
		const moves = readMoves(given("move"));
		if (typeof moves === "string") return refuse(moves);
		const open = (name: string): SourceInput[] => given(name).map(openPath);
		const sources: ImportSources = {
			attack: open("attack"),
			attackVersion: values.get("attack-version")?.[0],
			rules: open("rules"),
			atomics: open("atomics"),
			notes: open("notes"),
			restore: values.has("restore"),
			moves,
		};
		const dryRun = values.has("dry-run");
		if (!dryRun) makeFolder(vault);
		const host = createHost(vault, streams);
		const planned = await planImport(sources, host);
		const plan = await planExecutions(open("executions"), planned, host);
		const result = dryRun || plan.cancelled ? plan.result : await applyImport(plan, host);
		if (values.has("json")) {
			streams.out(`${JSON.stringify({ ...result, conflicting: listConflicting(plan) })}\n`);
		} else streams.out(describeResult(result, plan, dryRun));
		return exitCodeOf(result, plan);
	},
};

/** A folder that cannot be made is told as such: Node says of some disks that it does not exist. */
function makeFolder(vault: string): void {
	if (existsSync(vault)) return;
	try {
		mkdirSync(vault, { recursive: true });
	} catch (error) {
		const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
		const reason = isMissing ? "is the disk read-only?" : describeDiskError(error, "unknown");
		throw new Error(`the folder ${vault} cannot be made (${reason})`, { cause: error });
	}
}

function createHost(vault: string, streams: Streams): ImportHost {
	const { thread } = streams;
	return {
		...openHost(vault, streams),
		ruleLanes: thread === undefined ? undefined : createThreadLanes(thread, countThreads()),
		buildStamp: thread === undefined ? undefined : readBuildStamp(thread),
	};
}

/** Reads answers of the form OLD=NEW by OLD, or says what is wrong with one. */
function readMoves(words: readonly string[]): ReadonlyMap<string, string> | string {
	const moves = new Map<string, string>();
	for (const word of words) {
		const [from, to, ...rest] = word.split("=").map((id) => normaliseTechniqueId(id.trim()));
		if (from === undefined || to === undefined || rest.length > 0)
			return `--move ${word} is not of the form OLD=NEW, with two technique ids`;
		if ((moves.get(from) ?? to) !== to) return `--move is given twice for ${from}`;
		moves.set(from, to);
	}
	return moves;
}

function exitCodeOf(result: ImportResult, plan: ImportPlan): number {
	const telling = result.problems.some((problem) => problem.severity !== "info");
	return plan.cancelled || result.skipped.length > 0 || result.conflicts > 0 || telling ? 1 : 0;
}

/** The notes in which upstream and a person changed the same, and where. */
function listConflicting({
	notes,
}: ImportPlan): readonly { readonly note: string; readonly parts: readonly string[] }[] {
	return notes
		.filter(({ conflicts }) => conflicts.length > 0)
		.map(({ path, conflicts }) => ({ note: path, parts: conflicts.map(({ what }) => what) }));
}

function describeResult(result: ImportResult, plan: ImportPlan, dryRun: boolean): string {
	const rules = VENDORS.map((vendor) => `${vendor} ${result.rules[vendor]}`).join(", ");
	const { files } = result;
	// Only the first are shown: what was not read or written comes before what is worth a look.
	const problems = ["error", "warning"].flatMap((severity) =>
		result.problems.filter((problem) => problem.severity === severity),
	);
	const skipped = listUntoldSkips(result);
	const rest = result.skipped.length - skipped.length;
	const lines = [
		...(plan.cancelled
			? ["Stopped before anything was written."]
			: dryRun
				? ["Dry run: nothing was written."]
				: []),
		`Read: ${result.techniques} techniques, rules (${rules}), ${result.runbooks} runbooks`,
		...(result.executions === undefined
			? []
			: [`Executions: ${result.executions} read, ${result.unmatched ?? 0} without a test`]),
		`Notes: ${result.created} created, ${result.updated} updated, ${result.unchanged} unchanged, ${result.conflicts} in conflict`,
		`Files: ${files.read} read = ${files.used} used + ${files.context} context + ${files.skipped} skipped`,
		...listSome(
			"In conflict",
			listConflicting(plan).map(({ note, parts }) => `${note}: ${parts.join(", ")}`),
		),
		...listSome(
			"No longer in their source",
			result.gone.map(({ title, path }) => `${title}: ${path}`),
		),
		...listSome(
			rest === 0 ? "Skipped" : `Skipped beside ${rest} with problems`,
			skipped.map(({ file, reason }) => `${file}: ${reason}`),
		),
		...listSome(
			"Problems",
			problems.map(
				({ file, line, code, message }) =>
					`${file}${line === null ? "" : `:${line}`}: ${message} [${code}]`,
			),
		),
	];
	return `${lines.join("\n")}\n`;
}
