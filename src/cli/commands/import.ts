import { existsSync, mkdirSync } from "node:fs";
import { applyImport } from "../../core/ingest/apply-import";
import type { ImportHost, ImportPlan, ImportSources } from "../../core/ingest/import-plan";
import { planImport } from "../../core/ingest/plan-import";
import type { ImportResult } from "../../core/model/import-result";
import { VENDORS } from "../../core/model/rule";
import { DEFAULT_FOLDERS } from "../../core/model/settings";
import type { SourceInput } from "../../core/ports/source-files";
import { createSystemClock } from "../../node/clock";
import { createNodeCodec } from "../../node/codec";
import { createFileNotes } from "../../node/file-notes";
import { openPath } from "../../node/file-sources";
import { readVaultFolders } from "../../node/vault-settings";
import { createTerminalProgress } from "../../node/terminal-progress";
import { countThreads, createThreadLanes } from "../../node/thread-lanes";
import type { Command, Streams } from "../command";

const SOURCES = ["attack", "rules", "atomics", "notes"] as const;

/** `import VAULT`: sources to notes. Exit 1 where something was skipped, in conflict or worth a look. */
export const importCommand: Command = {
	usage: [
		"detection-vault import VAULT [--attack FILE…] [--attack-version V] [--rules PATH…] [--atomics PATH…]",
		"                       [--notes PATH…] [--restore] [--dry-run] [--json]",
		"  Imports sources into a vault as notes. A path is a file, a folder or a zip. What a person wrote stays;",
		"  notes that a person deleted come back only with --restore.",
	].join("\n"),
	shape: {
		words: { least: 1, most: 1 },
		options: {
			attack: "many",
			"attack-version": "one",
			rules: "many",
			atomics: "many",
			notes: "many",
			restore: "none",
			"dry-run": "none",
			json: "none",
		},
	},
	async run({ words, values }, streams) {
		const [vault = ""] = words;
		const given = (name: string): readonly string[] => values.get(name) ?? [];
		if (SOURCES.every((name) => given(name).length === 0)) {
			streams.err(`detection-vault import: no sources are given\n\n${importCommand.usage}\n`);
			return 2;
		}
		const absent = SOURCES.flatMap(given).filter((path) => !existsSync(path));
		if (absent.length > 0) {
			streams.err(
				absent.map((path) => `detection-vault import: ${path} does not exist\n`).join(""),
			);
			return 2;
		}
		const open = (name: string): SourceInput[] => given(name).map(openPath);
		const sources: ImportSources = {
			attack: open("attack"),
			attackVersion: values.get("attack-version")?.[0],
			rules: open("rules"),
			atomics: open("atomics"),
			notes: open("notes"),
			restore: values.has("restore"),
		};
		const dryRun = values.has("dry-run");
		if (!dryRun) mkdirSync(vault, { recursive: true });
		const host = createHost(vault, streams);
		const plan = await planImport(sources, host);
		const result = dryRun || plan.cancelled ? plan.result : await applyImport(plan, host);
		if (values.has("json")) streams.out(`${JSON.stringify(result)}\n`);
		else streams.out(describeResult(result, plan, dryRun));
		return exitCodeOf(result, plan);
	},
};

function createHost(vault: string, streams: Streams): ImportHost {
	const { thread } = streams;
	return {
		notes: createFileNotes(vault),
		codec: createNodeCodec(),
		clock: createSystemClock(),
		progress: createTerminalProgress(streams.err, streams.interactive, streams.cancelled),
		folders: readVaultFolders(vault) ?? DEFAULT_FOLDERS,
		ruleLanes: thread === undefined ? undefined : createThreadLanes(thread, countThreads()),
	};
}

function exitCodeOf(result: ImportResult, plan: ImportPlan): number {
	const telling = result.problems.some((problem) => problem.severity !== "info");
	return plan.cancelled || result.skipped.length > 0 || result.conflicts > 0 || telling ? 1 : 0;
}

const SHOWN = 20;

function describeResult(result: ImportResult, plan: ImportPlan, dryRun: boolean): string {
	const rules = VENDORS.map((vendor) => `${vendor} ${result.rules[vendor]}`).join(", ");
	const { files } = result;
	const problems = result.problems.filter((problem) => problem.severity !== "info");
	// A skipped file that has a problem is told there, with its line.
	const told = new Set(problems.map(({ file }) => file));
	const skipped = result.skipped.filter(({ file }) => !told.has(file));
	const lines = [
		...(plan.cancelled
			? ["Stopped before anything was written."]
			: dryRun
				? ["Dry run: nothing was written."]
				: []),
		`Read: ${result.techniques} techniques, rules (${rules}), ${result.runbooks} runbooks`,
		`Notes: ${result.created} created, ${result.updated} updated, ${result.unchanged} unchanged, ${result.conflicts} in conflict`,
		`Files: ${files.read} read = ${files.used} used + ${files.context} context + ${files.skipped} skipped`,
		...listSome(
			"Skipped",
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

function listSome(heading: string, items: readonly string[]): string[] {
	if (items.length === 0) return [];
	const rest = items.length - SHOWN;
	const more = rest > 0 ? [`  … and ${rest} more (--json lists all)`] : [];
	return [
		`${heading}: ${items.length}`,
		...items.slice(0, SHOWN).map((item) => `  ${item}`),
		...more,
	];
}
