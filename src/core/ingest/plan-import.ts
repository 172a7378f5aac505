import type { GoneRule, ImportResult } from "../model/import-result";
import { VENDORS } from "../model/rule";
import { compareCodeUnits } from "../text/compare";
import type { PathChoice } from "./choose-paths";
import { choosePaths, keyOf } from "./choose-paths";
import type { DraftableRecord } from "./draft-notes";
import { listRecords } from "./draft-notes";
import type { ImportHost, ImportPlan, ImportSources, PlannedNote } from "./import-plan";
import type { Prepared } from "./prepared";
import { markRetired } from "./mark-retired";
import { findVendorPlaces } from "./places/vendor-places";
import type { PlannedSource } from "./plan-sources";
import { planSources } from "./plan-sources";
import { groupForeignNotes } from "./foreign-records";
import { gatherRecords } from "./gather-records";
import type { RuleSources } from "./rules/rule-sources";
import { openRuleSources } from "./rules/rule-sources";
import type { SourceMemory } from "./memory/source-memory";
import { memoryPath, NO_MEMORY, openMemory, packMemory } from "./memory/source-memory";
import { scanVault } from "./scan-vault";
import { findRuleOwners } from "./rules/rule-owners";
import { settleRules } from "./settle-rules";
import { findKeptTests, findRunbookHomes, settleAtomics } from "./settle-atomics";
import { createTally } from "./tally";
import { TECHNIQUE_NAME } from "../notes/identity/infer-from-name";
import { nameTechniqueNote } from "./name-technique-note";
import { listMoves, tellMoves } from "./technique-moves";
import { listWrittenNotes, listWrittenPaths, openVaultBases } from "./vault-bases";
import { markVaultAttackData, planVaultData } from "./vault-data";

/**
 * Works out an import to the last byte: reads the sources and the vault, drafts every note and meets it with what a person wrote.
 *
 * Writes nothing. A plan that the person stopped says so, holds what was planned until then, and may not be applied.
 */
export async function planImport(sources: ImportSources, host: ImportHost): Promise<ImportPlan> {
	const { buildStamp, notes, codec, folders } = host;
	const memory =
		buildStamp === undefined ? NO_MEMORY : await openMemory(notes, codec, folders, buildStamp);
	const rules = await openRuleSources(sources.rules, memory.rules, host);
	try {
		return await planWith(rules, memory, sources, host);
	} finally {
		await rules.stop();
	}
}

async function planWith(
	rules: RuleSources,
	memory: SourceMemory,
	sources: ImportSources,
	host: ImportHost,
): Promise<ImportPlan> {
	const tally = createTally();
	const breathe = (): Promise<void> => host.progress.breathe();
	const gathered = await gatherRecords(sources, rules, memory.attack, tally, host);
	const { contexts } = gathered;
	const { records: known, refusedMoves } = gathered.settled;
	const resolve = (id: string): string => known.resolver.resolve(id).id;
	const bases = await openVaultBases(host);
	const vault = await scanVault(host.notes, host.folders, host.progress, resolve, {
		written: listWrittenNotes(bases),
		writtenPaths: listWrittenPaths(bases),
		baseNameOf: (id) => nameTechniqueNote(known.resolver, id),
	});
	const { rules: ruleCards, problems } = settleRules(gathered.rules, findRuleOwners(bases, vault));
	tally.tell(problems);
	await breathe();
	const read = { files: rules.files, read: gathered.rules, settled: ruleCards };
	const places = await findVendorPlaces({ ...read, bases, vault }, host.progress);
	const homeOf = findRunbookHomes(known.resolver, vault);
	const keptIn = findKeptTests(known, vault);
	const atomics = settleAtomics(gathered.tests, { homeOf, keptIn }, tally);
	const settled = { ...known, rules: ruleCards, atomics };
	const foreign = groupForeignNotes(gathered.foreign, (kind, id) =>
		kind === "runbook" ? homeOf(id) : resolve(id),
	);
	tally.tell(vault.problems);
	const moves = listMoves(settled, vault, sources.moves ?? new Map());
	tally.tell(tellMoves(moves, refusedMoves, vault));
	await breathe();
	const records = listRecords(settled, foreign);
	await breathe();
	const restore = sources.restore === true;
	const paths = choosePathsOf(records, { vault, bases, restore }, host);
	const attack = {
		choice: { inputs: sources.attack, version: sources.attackVersion },
		reading: gathered.attack,
		drafts: new Map(memory.attack?.drafts),
	};
	const found = { settled, records, foreign, vault, homeOf, tally, restore, bases };
	const prepared = { ...found, paths, places, attack, rules };
	await breathe();
	const planned = await planSources(prepared, host);
	const drafted = planned.flatMap((source) => source.notes);
	const notes = [...drafted, ...markRetired(vault, settled, drafted)];
	const data = await planVaultData(host.notes, host.folders, settled.attack, contexts);
	return {
		notes,
		moves,
		data,
		bases: planned.map(({ bases }) => bases).filter((bases) => bases !== undefined),
		...(await planMemory(prepared, memory, data, host)),
		attackVersions: new Map(gathered.attack.findings.versions),
		result: summarise(prepared, notes, listGone(planned, host)),
		cancelled: host.progress.cancelled,
	};
}

/** Plans what the next import may remember; nothing where the host does not tell one build from another. */
async function planMemory(
	{ attack, rules }: Prepared,
	memory: SourceMemory,
	data: ImportPlan["data"],
	{ notes, folders, buildStamp }: ImportHost,
): Promise<Pick<ImportPlan, "memory">> {
	if (buildStamp === undefined) return {};
	const kept = await markVaultAttackData(notes, folders, data);
	const { findings } = attack.reading;
	const known = new Set(findings.techniques.map(({ id }) => id));
	const drafts = [...attack.drafts].filter(([id]) => known.has(id));
	const isGiven = attack.choice.inputs.length > 0 && kept !== undefined;
	const next = {
		rules: rules.remember(),
		attack: isGiven ? { findings, kept, drafts } : memory.attack,
	};
	return {
		memory: { path: memoryPath(folders), pack: (codec) => packMemory(next, codec, buildStamp) },
	};
}

/** A note that the person deleted keeps its place: what links to it stays as it is. */
function choosePathsOf(
	records: readonly DraftableRecord[],
	{ vault, bases, restore }: Pick<Prepared, "vault" | "bases" | "restore">,
	{ folders }: ImportHost,
): PathChoice {
	const known = new Set([...vault.notes.values()].map(({ path }) => path));
	const placed = records.flatMap(({ kind, id, folder, source }) => {
		const note = vault.notes.get(keyOf(kind, id));
		if (note !== undefined) {
			const isGuess = note.identity.evidence[0] === TECHNIQUE_NAME;
			return [{ kind, id, folder, path: note.path, isGuess }];
		}
		const former = restore ? undefined : bases.get(source)?.bases.committed.pathOf(id);
		return former === undefined || known.has(former) ? [] : [{ kind, id, folder, path: former }];
	});
	const strangers = vault.paths.filter((path) => !known.has(path));
	return choosePaths(records, placed, vault.paths, folders, strangers);
}

function summarise(
	{ settled, records, tally }: Prepared,
	notes: readonly PlannedNote[],
	gone: readonly GoneRule[],
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
		gone,
		problems: tally.problems,
		report: null,
	};
}

/** Of an import that the person stopped it is not known what it would have found. */
function listGone(
	planned: readonly PlannedSource[],
	{ progress }: Pick<ImportHost, "progress">,
): readonly GoneRule[] {
	if (progress.cancelled) return [];
	return planned
		.flatMap(({ gone }) => gone)
		.sort(
			(a, b) =>
				compareCodeUnits(a.vendor, b.vendor) ||
				compareCodeUnits(a.title, b.title) ||
				compareCodeUnits(a.id, b.id),
		);
}
