import type { AttackBundle } from "../attack/read-bundle";
import type { ImportResult } from "../model/import-result";
import { VENDORS } from "../model/rule";
import type { PathChoice } from "./choose-paths";
import { choosePaths, keyOf } from "./choose-paths";
import type { DraftableRecord } from "./draft-notes";
import { listRecords } from "./draft-notes";
import { groupForeignNotes, readForeignRecords } from "./foreign-records";
import type { ImportHost, ImportPlan, ImportSources, PlannedNote } from "./import-plan";
import type { Prepared } from "./plan-sources";
import { planSources } from "./plan-sources";
import { readSources } from "./read-sources";
import type { VaultState } from "./scan-vault";
import { scanVault } from "./scan-vault";
import { settleRecords } from "./settle-records";
import { createTally } from "./tally";
import { planVaultData, readVaultAttackData } from "./vault-data";

/**
 * Works out an import to the last byte: reads the sources and the vault, drafts every note and meets it with what a person wrote.
 *
 * Writes nothing. A plan that the person stopped says so, holds what was planned until then, and may not be applied.
 */
export async function planImport(sources: ImportSources, host: ImportHost): Promise<ImportPlan> {
	const tally = createTally();
	const breathe = (): Promise<void> => host.progress.breathe();
	const known = await readVaultAttackData(host.notes, host.folders);
	tally.tell(known.problems);
	const read = await readSources(sources, tally, host);
	const noted = readForeignRecords(read.foreign, read.rules);
	tally.tell(noted.problems);
	const all = {
		...read,
		rules: [...read.rules, ...noted.rules],
		atomics: [...read.atomics, ...noted.atomics],
	};
	const settled = await settleRecords(all, known.data, sources.attackVersion, tally, breathe);
	const resolve = (id: string): string => settled.resolver.resolve(id).id;
	const foreign = groupForeignNotes(noted.notes, resolve);
	const vault = await scanVault(host.notes, host.folders, host.progress, resolve);
	tally.tell(vault.problems);
	await breathe();
	const records = listRecords(settled, foreign);
	await breathe();
	const paths = choosePathsOf(records, vault, host);
	const restore = sources.restore === true;
	const prepared = { settled, records, foreign, vault, paths, tally, restore };
	await breathe();
	const planned = await planSources(prepared, host);
	const notes = planned.flatMap((source) => source.notes);
	return {
		notes,
		data: await planVaultData(host.notes, host.folders, settled.attack, read.contexts),
		bases: planned.map(({ bases }) => bases).filter((bases) => bases !== undefined),
		attackVersions: listVersions(read.bundles),
		result: summarise(prepared, notes),
		cancelled: host.progress.cancelled,
	};
}

/** Gives the version that each bundle's collection states; the last by version where it holds several. */
function listVersions(bundles: readonly AttackBundle[]): ReadonlyMap<string, string> {
	const versions = new Map<string, string>();
	for (const { file, records } of bundles) {
		for (const record of records) {
			if (record.kind === "collection" && !record.retired) versions.set(file, record.version);
		}
	}
	return versions;
}

function choosePathsOf(
	records: readonly DraftableRecord[],
	vault: VaultState,
	{ folders }: ImportHost,
): PathChoice {
	const placed = records.flatMap(({ kind, id, folder }) => {
		const note = vault.notes.get(keyOf(kind, id));
		return note === undefined ? [] : [{ kind, id, folder, path: note.path }];
	});
	return choosePaths(records, placed, vault.paths, folders);
}

function summarise(
	{ settled, records, tally }: Prepared,
	notes: readonly PlannedNote[],
): ImportResult {
	const count = (action: PlannedNote["action"]): number =>
		notes.filter((note) => note.action === action).length;
	const rulesOf = (vendor: string): number =>
		settled.rules.filter((rule) => rule.vendor === vendor).length;
	const [sigma, elastic, splunk, kusto, yaraL] = VENDORS.map(rulesOf);
	return {
		techniques: records.filter(({ kind }) => kind === "technique").length,
		rules: {
			sigma: sigma ?? 0,
			elastic: elastic ?? 0,
			splunk: splunk ?? 0,
			kusto: kusto ?? 0,
			"yara-l": yaraL ?? 0,
		},
		runbooks: records.filter(({ kind }) => kind === "runbook").length,
		created: count("create"),
		updated: count("update"),
		unchanged: count("unchanged"),
		conflicts: count("conflict"),
		files: tally.files,
		skipped: tally.skipped,
		problems: tally.problems,
		report: null,
	};
}
