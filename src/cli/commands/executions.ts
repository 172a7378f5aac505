import type { RunChoice } from "../../core/executions/export/choose-runs";
import { chooseRuns } from "../../core/executions/export/choose-runs";
import { exportRuns, RUN_FORMATS } from "../../core/executions/export/export-runs";
import type { RunFormat } from "../../core/executions/export/export-runs";
import { isStale, staleBefore } from "../../core/executions/run-summary";
import type { ExecutionEntry } from "../../core/library/library-entry";
import { DEFAULT_FOLDERS } from "../../core/model/settings";
import type { PanelSources } from "../../core/panels/technique-panel";
import { createTechniqueScope } from "../../core/panels/technique-scope";
import { normaliseTechniqueId } from "../../core/text/technique-ids";
import { createFileNotes } from "../../node/file-notes";
import { openLibrary } from "../../node/open-library";
import { readVaultFolders, readVaultStaleDays } from "../../node/vault-settings";
import type { Command } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { tellProblems } from "../tell-problems";
import { plainLine } from "../plain-line";

/** `executions VAULT`: the recorded runs of a vault, or an export of them. Writes nothing. */
export const executionsCommand: Command = {
	usage: [
		"detection-vault executions VAULT [--technique ID…] [--campaign NAME] [--stale DAYS] [--now ISO] [--json]",
		"detection-vault executions VAULT --format vectr|attire|navigator [--technique ID…] [--campaign NAME]",
		"  Lists the recorded test runs of a vault, the earliest first, or prints them as VECTR's CSV, as ATTiRe 1.1",
		"  or as a layer of ATT&CK Navigator. A technique takes in its sub-techniques.",
	].join("\n"),
	shape: {
		words: { least: 1, most: 1 },
		options: {
			technique: "many",
			campaign: "one",
			format: "one",
			stale: "one",
			now: "one",
			json: "none",
		},
	},
	async run({ words: [vault = ""], values }, streams) {
		const request = readRequest(vault, values);
		const wrong = findWrong(request);
		if (wrong !== undefined) {
			streams.err(`detection-vault executions: ${wrong}\n\n${executionsCommand.usage}\n`);
			return 2;
		}
		const folders = readVaultFolders(vault) ?? DEFAULT_FOLDERS;
		const { sources, problems } = await openLibrary(createFileNotes(vault), folders);
		const isWhole = tellProblems(problems, streams);
		streams.out(answer(request, sources));
		return isWhole ? 0 : 1;
	},
};

/** What was asked for, not checked. */
interface Request {
	readonly vault: string;
	readonly asked: readonly string[];
	readonly campaign: string | undefined;
	readonly now: string;
	readonly days: number;
	readonly format: string | undefined;
	readonly isJson: boolean;
}

function readRequest(vault: string, values: ReadonlyMap<string, readonly string[]>): Request {
	const one = (name: string): string | undefined => values.get(name)?.[0];
	return {
		...{ vault, asked: values.get("technique") ?? [], campaign: one("campaign") },
		now: one("now") ?? new Date().toISOString(),
		days: Number(one("stale") ?? readVaultStaleDays(vault)),
		...{ format: one("format"), isJson: values.has("json") },
	};
}

function answer(
	{ asked, campaign, now, days, format, isJson }: Request,
	sources: PanelSources,
): string {
	const choice = chooseBy(asked, campaign, sources);
	const known = RUN_FORMATS.find((name) => name === format);
	if (known !== undefined) return writeExport(known, choice, sources, now);
	const before = staleBefore(now, days);
	const rows = chooseRuns(sources.library, choice).map((run) => describeRun(run, sources, before));
	return rows.map((row) => (isJson ? `${JSON.stringify(row)}\n` : showRun(row))).join("");
}

function findWrong({ vault, asked, now, days, format }: Request): string | undefined {
	const fault = findVaultFault(vault);
	if (fault !== undefined) return fault;
	const isKnown = format === undefined || RUN_FORMATS.some((name) => name === format);
	if (!isKnown) return `${format} is no format`;
	const unknown = asked.find((word) => normaliseTechniqueId(word) === undefined);
	if (unknown !== undefined) return `${unknown} is no technique id`;
	if (Number.isNaN(Date.parse(now))) return `${now} is no ISO 8601 time`;
	return Number.isInteger(days) && days > 0 ? undefined : "--stale takes a number of days";
}

function chooseBy(
	asked: readonly string[],
	campaign: string | undefined,
	{ resolver }: PanelSources,
): RunChoice {
	if (asked.length === 0) return { campaign };
	const scopes = asked.map((word) => {
		const { id } = resolver.resolve(normaliseTechniqueId(word) ?? word);
		return createTechniqueScope(id, false, resolver);
	});
	return { campaign, covers: (technique) => scopes.some((covers) => covers(technique)) };
}

function writeExport(
	format: RunFormat,
	choice: RunChoice,
	{ library, resolver }: PanelSources,
	now: string,
): string {
	const attackVersion = null;
	return exportRuns(format, choice, {
		library,
		resolver,
		now,
		attackVersion,
		domain: "enterprise",
	});
}

type RunRow = ReturnType<typeof describeRun>;

function describeRun(run: ExecutionEntry, { library, resolver }: PanelSources, before: string) {
	const technique = run.technique === null ? null : resolver.resolve(run.technique).id;
	const { path, testGuid, testName, started, stopped, host, outcome, ran } = run;
	const verdicts = [...library.runs.verdictsOf(run)].map(([rule, { row }]) => ({
		...{ rule, title: row.title, verdict: row.verdict, how: row.how, origin: row.origin },
		evidence: row.evidence,
	}));
	return {
		...{ path, technique, testGuid, testName, started, stopped, host, outcome, ran },
		runbook: library.runs.runbookOf(run) ?? null,
		campaign: run.campaign,
		logSource: run.logSource,
		stale: isStale(started, before),
		verdicts,
	};
}

function showRun({ started, technique, testName, host, outcome, verdicts, stale }: RunRow): string {
	const fired = verdicts.filter(({ verdict }) => verdict === "fired").length;
	const judged = verdicts.filter(({ verdict }) => verdict !== "not tested").length;
	const facts = [
		(started ?? "no time").padEnd(20),
		(technique ?? "-").padEnd(10),
		(outcome ?? "tbd").padEnd(13),
		`${fired} of ${judged} fired`.padEnd(15),
		`${testName ?? "-"}${host === null ? "" : ` on ${host}`}${stale ? " (stale)" : ""}`,
	];
	return `${plainLine(facts.join(" "))}\n`;
}
